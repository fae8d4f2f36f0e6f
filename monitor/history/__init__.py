"""What a patient did over weeks: an index of recordings that can be made anew from them at any time."""
