"""The top of an open session: whose it is, how much of it is known, and its overview."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from monitor.dashboard.look.parts import Fitting, Panel, button, row, set_role
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.recorded import RecordedSession
from monitor.dashboard.review.overview import Overview
from monitor.dashboard.review.session_list import describe
from monitor.dashboard.text.figures import day, number
from monitor.dashboard.text.languages import core


class ReviewHead(Panel):
    """`left` goes back to the list, `turned` between the review and the live page; the overview seeks.

    `save_wanted` carries the ending of what is to be written: the report or the table.
    """

    left = Signal()
    turned = Signal()
    save_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.heading, self.note = Fitting("", "title"), Fitting("", "muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.overview = Overview(theme)
        self.back = button(self.tr("All sessions"), self.left.emit, "link")
        self.as_live = button("", self.turned.emit, "link")
        self.menu = QMenu(self)
        self.menu.addAction(self.tr("Report, to read and print …"), lambda: self.save_wanted.emit(".html"))
        self.menu.addAction(self.tr("Table of every sample …"), lambda: self.save_wanted.emit(".csv"))
        self.save = button(self.tr("Save …"), self.ask_save, "link", self.tr("Report or table (E)"))
        head = row(self.back, self.heading, self.note, self.save, self.as_live, stretch=False)
        head.setStretch(1, 3)
        head.setStretch(2, 2)
        self.column.addLayout(head)
        self.column.addWidget(self.overview)

    def ask_save(self) -> None:
        """Offer what can be written."""
        self.menu.popup(self.save.mapToGlobal(self.save.rect().bottomLeft()))

    def show_session(self, session: RecordedSession) -> None:
        version = self.tr("version {}").format(session.version)
        whole = describe(session.entry)
        parts = whole.split("  ·  ")
        self.heading.show_texts(f"{whole}  ·  {version}", whole, "  ·  ".join(parts[:2]), parts[0],
                                day(session.entry.start.astimezone()))
        self.overview.show_session(session)
        notes, wrong = self._words(session)
        self.say(*notes, role="deviation" if wrong else "muted")

    def show_turned(self, as_live: bool) -> None:
        """Name the other view."""
        self.as_live.setText(self.tr("Back to the review") if as_live else self.tr("As it was live"))

    def say(self, *sentences: str, role: str = "deviation") -> None:
        """Something about the session, beside its name, longest first."""
        self.note.show_texts(*sentences)
        set_role(self.note, role)

    def _words(self, session: RecordedSession) -> tuple[tuple[str, ...], bool]:
        """What to say of it, longest first, and whether something is the matter."""
        if session.analysed < 1.0:
            return self._under_way(session), True
        if session.damage:
            return ("! " + core(session.damage[0]), self.tr("! damaged")), True
        if not session.gaps:
            return (self.tr("no gaps"),), False
        missing, count = sum(gap.end_s - gap.start_s for gap in session.gaps), len(session.gaps)
        return (self.tr("gaps: {}, {} s in all").format(count, number(missing, 1)),
                self.tr("gaps: {}").format(count)), False

    def _under_way(self, session: RecordedSession) -> tuple[str, ...]:
        percent = f"{number(100 * session.analysed)} %"
        short = self.tr("! being analysed, {}").format(percent)
        if not any(leg.trace.valid.any() for leg in session.legs):
            return short, f"! {percent}"
        long = self.tr("! being analysed, {}; after that the angle as it was shown").format(percent)
        return long, short, f"! {percent}"
