"""The therapist's live page and its cards."""
