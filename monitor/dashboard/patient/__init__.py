"""The patient's screen, read from three metres, and what it sounds."""
