"""From packets to the state of the leg: pure, streaming, replayable."""
