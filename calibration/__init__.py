"""From a still pose and a movement to how each sensor sits on its segment."""
