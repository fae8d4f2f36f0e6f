"""The Qt style sheet. Widgets say what they are (`role`), never how they look."""

STYLE = """
* { font-family: $families; font-size: 15px; color: $ink; }
QMainWindow, QDialog, QWidget#page { background: $ground; }
QToolTip { background: $panel; color: $ink; border: 1px solid $hairline; padding: 6px; }
QFrame[role="panel"] { background: $panel; border: 1px solid $hairline; border-radius: ${radius}px; }
QFrame[role="bar"] { background: $panel; border: none; border-bottom: 1px solid $hairline; }
QFrame[role="foot"] { background: $panel; border: none; border-top: 1px solid $hairline; }
QFrame[role="banner"] { background: $panel; border: 1px solid $deviation; border-left: 6px solid $deviation;
    border-radius: ${radius}px; }
QFrame[role="banner"][calm="true"] { border-color: $accent; }
QFrame[role="item"] { background: transparent; border: 1px solid $hairline; border-radius: 8px; }
QFrame[role="next"] { background: transparent; border: 2px solid $accent; border-radius: 8px; }

QLabel { background: transparent; }
QLabel[role="brand"] { font-size: 22px; font-weight: 700; }
QLabel[role="title"] { font-size: 17px; font-weight: 600; }
QLabel[role="headline"] { font-size: 20px; font-weight: 600; }
QLabel[role="welcome"] { font-size: 24px; font-weight: 700; }
QLabel[role="command"] { font-size: 34px; font-weight: 700; }
QLabel[role="guide"] { font-size: 44px; font-weight: 700; }
QLabel[role="guidance"] { font-size: 26px; }
QLabel[role="finding"] { font-size: 18px; color: $muted; }
QLabel[role="at"] { font-size: 18px; color: $accent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="deviation"] { color: $deviation; }
QLabel[role="accent"] { color: $accent; }
QLabel[role="trouble"] { font-size: 20px; font-weight: 600; color: $deviation; }
QLabel[role="cue"] { font-size: 20px; font-weight: 600; }
QLabel[role="chip"] { background: transparent; font-size: 14px; }

QPushButton { background: $panel; border: 1px solid $hairline; border-radius: 8px; padding: 8px 20px;
    font-weight: 600; }
QPushButton:hover { border-color: $accent; }
QPushButton:pressed { background: $soft; }
QPushButton:disabled { color: $muted; border-color: $hairline; }
QPushButton:focus { border: 2px solid $accent; padding: 7px 19px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="primary"]:disabled { background: $rest; color: $muted; border-color: $rest; }
QPushButton[role="primary"]:focus { border-color: $ink; }
QPushButton[role="large"] { background: $accent; color: $on_accent; border-color: $accent; font-size: 18px;
    padding: 12px 34px; }
QPushButton[role="large"]:focus { border: 2px solid $ink; padding: 11px 33px; }
QPushButton[role="score"] { padding: 8px 0; min-width: 24px; }
QPushButton[role="score"]:focus { border: 2px solid $accent; padding: 7px 0; }
QPushButton[role="score"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="stop"] { background: $deviation; color: $on_deviation; border-color: $deviation; }
QPushButton[role="stop"]:focus { border-color: $ink; }
QPushButton[role="link"] { background: transparent; border: none; color: $accent; padding: 4px 6px;
    text-align: left; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 2px 4px; }
QPushButton[role="chip"] { background: $panel; border: 1px solid $hairline; border-radius: 17px;
    padding: 0 14px; font-weight: 400; font-size: 14px; text-align: left; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 13px; }
QPushButton[role="nav"] { background: transparent; border: none; border-radius: 0; color: $muted;
    border-bottom: 3px solid transparent; border-top: 3px solid transparent; padding: 10px 2px;
    font-size: 16px; font-weight: 400; }
QPushButton[role="tab"] { background: transparent; border: none; border-radius: 0; color: $muted;
    border-bottom: 2px solid transparent; padding: 2px 2px 5px 2px; font-size: 16px; font-weight: 400; }
QPushButton[role="tab"]:focus { color: $ink; border-bottom: 2px solid $muted; padding: 2px 2px 5px 2px; }
QPushButton[role="tab"]:checked { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QPushButton[role="nav"]:hover { color: $ink; }
QPushButton[role="nav"]:focus { color: $ink; border-bottom: 3px solid $muted; padding: 10px 2px; }
QPushButton[role="nav"]:checked { color: $accent; border-bottom: 3px solid $accent; font-weight: 600; }

QTableView, QListView, QPlainTextEdit, QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox { background: $panel;
    border: 1px solid $hairline; border-radius: 8px; padding: 6px; selection-background-color: $soft;
    selection-color: $ink; }
QTableView { border: none; padding: 0; gridline-color: $hairline; }
QListView:focus, QPlainTextEdit:focus, QLineEdit:focus, QComboBox:focus, QSpinBox:focus,
QDoubleSpinBox:focus { border: 2px solid $accent; padding: 5px; }
QHeaderView, QHeaderView::section { background: $panel; border: none; color: $muted; font-weight: 400; }
QHeaderView::section { padding: 4px 6px 4px 9px; }
QTableView::item { padding: 4px 6px; border: none; }
QTableView::item:selected, QListView::item:selected { background: $soft; color: $ink; }
QListView::item { padding: 8px; border-radius: 8px; }
QDoubleSpinBox QLineEdit { border: none; padding: 0; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QMenu { background: $panel; border: 1px solid $hairline; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 8px 18px; border-radius: 6px; }
QMenu::item:selected { background: $soft; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 6px; border: 1px solid $muted; border-radius: 4px;
    background: $panel; }
QMenu::indicator:checked { background: $accent; border-color: $accent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $rest; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox QAbstractItemView { background: $panel; color: $ink; selection-background-color: $soft;
    selection-color: $ink; }
QProgressBar { background: $rest; border: none; border-radius: 5px; max-height: 10px; min-height: 10px; }
QProgressBar::chunk { background: $accent; border-radius: 5px; }
QProgressBar[role="thick"] { max-height: 20px; min-height: 20px; border-radius: 10px; }
QProgressBar[role="thick"]::chunk { border-radius: 10px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $hairline; border-radius: 5px; min-height: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $hairline; border-radius: 5px; min-width: 32px; }
QSlider::groove:horizontal { background: $rest; height: 6px; border-radius: 3px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 3px; }
QSlider::handle:horizontal { background: $accent; width: 20px; height: 20px; margin: -7px 0;
    border-radius: 10px; }
QSlider::handle:horizontal:focus { border: 2px solid $ink; width: 16px; height: 16px; }
QCheckBox { spacing: 10px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px;
    background: $panel; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox:focus { color: $accent; }
"""
