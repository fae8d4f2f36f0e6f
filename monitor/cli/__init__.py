"""The command line: `patella --help`. Heavy modules are imported by the command that needs them."""

from monitor.cli.main import main

__all__ = ["main"]
