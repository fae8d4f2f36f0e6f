"""`python -m monitor.cli` is `patella`."""

from monitor.cli.entry import main

main()
