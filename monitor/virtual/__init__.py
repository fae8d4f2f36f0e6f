"""A patient and two sensors without hardware."""
