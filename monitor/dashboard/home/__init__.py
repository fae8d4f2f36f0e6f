"""Home: what to do next, what is ready, and how the weeks went."""
