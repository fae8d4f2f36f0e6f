"""Sessions on disk: written first, exactly as received, and read back whole or not at all in silence."""
