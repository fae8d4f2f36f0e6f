"""From the state of the leg to repetitions, holds, landings and comments: pure."""
