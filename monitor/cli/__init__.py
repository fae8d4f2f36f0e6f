"""The command line: `patella --help`. Heavy modules are imported by the command that needs them."""

from monitor.cli.entry import main

__all__ = ["main"]
