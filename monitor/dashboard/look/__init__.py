"""How the screens look: theme, small parts and drawings that all pages share."""
