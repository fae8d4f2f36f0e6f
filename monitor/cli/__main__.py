"""`python -m monitor.cli` is `patella`."""

from monitor.cli import main

main()
