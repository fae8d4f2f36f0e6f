"""What a whole recording holds, one leg at a time."""

from monitor.analysis.whole import analyze, export_blocks

__all__ = ["analyze", "export_blocks"]
