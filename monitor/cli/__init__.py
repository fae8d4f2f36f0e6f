"""The command line: `patella --help`. Heavy modules are imported by the command that needs them."""

import sys


def main() -> None:
    """Run `patella`; loaded here, so that Ctrl-C ends it without a word even while it loads."""
    try:
        from monitor.cli.entry import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()
