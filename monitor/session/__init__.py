"""A session as a pure function of its inputs: live, replayed and analysed by the same code."""

from monitor.session.both import BothLegs, documents, session_of
from monitor.session.core import Output, Session

__all__ = ["BothLegs", "Output", "Session", "documents", "session_of"]
