"""Looking back: the list of recordings, and one of them open."""
