"""The one style sheet, generated from the tokens; it sets grounds, lines and paddings, never fonts (see faces)."""

from __future__ import annotations

from desktop_app.ui.theme.tokens import (
    BUTTON,
    BUTTON_IN_ROW,
    LIGHT,
    PAD,
    PAD_ARROW,
    RADIUS_CARD,
    RADIUS_CONTROL,
    Colours,
)


def style_sheet(colours: Colours, *, scale: float = 1.0) -> str:
    """The application's style sheet on one ground, at a text scale of 1.0–2.0."""
    values = {name: getattr(colours, name) for name in Colours.__dataclass_fields__ if name != "dark"}
    values |= {
        "hover": colours.mixed(colours.text, colours.surface, 0.04),
        "pressed": colours.mixed(colours.text, colours.surface, 0.09),
        "accent_hover": colours.mixed(colours.text, colours.accent, 0.12),
        "accent_pressed": colours.mixed(colours.text, colours.accent, 0.24),
        "faint": colours.mixed(colours.muted, colours.ground, 0.55),
        "bar": colours.mixed(colours.muted, colours.ground, 0.35),
        "button": round(BUTTON * scale) - 2,
        "small": round(BUTTON_IN_ROW * scale) - 2,
        "paper": LIGHT.surface,  # a logo is seen as it will be printed: on white
        "radius": RADIUS_CONTROL,
        "card": RADIUS_CARD,
        "pad": round(PAD * scale),
        "pad_small": round(10 * scale),
        "pad_arrow": round(PAD_ARROW * scale),
        "pad_field": round(10 * scale),
    }
    return (_FRAMES + _BUTTONS + _FIELDS + _LISTS + _POPUPS + _BENCH) % values


_FRAMES = """
QLabel { background: transparent; }
QLabel[tone="muted"] { color: %(muted)s; }
QLabel[tone="accent"] { color: %(accent)s; }
QLabel[tone="good"] { color: %(good)s; }
QLabel[tone="warn"] { color: %(warn)s; }
QLabel[tone="bad"] { color: %(bad)s; }
Tag { border: 1px solid %(muted)s; border-radius: 8px; padding: 1px 7px; color: %(muted)s; }
Tag[tone="good"] { border-color: %(good)s; color: %(good)s; }
Tag[tone="warn"] { border-color: %(warn)s; color: %(warn)s; }
Tag[tone="bad"] { border-color: %(bad)s; color: %(bad)s; }
Tag[tone="accent"] { border-color: %(accent)s; color: %(accent)s; }
Card, RecordPanel { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(card)spx; }
QLabel[frame="true"] { background: %(paper)s; border: 1px solid %(line)s; border-radius: %(radius)spx; }
Line { background: %(line)s; border: none; }
Sidebar { background: %(ground)s; border: none; border-right: 1px solid %(line)s; }
Banner { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(radius)spx; }
Banner[tone="bad"] { border-color: %(bad)s; }
Banner[tone="warn"] { border-color: %(warn)s; }
QScrollArea, QScrollArea > QWidget > QWidget#ground { background: transparent; border: none; }
QToolTip { background: %(surface)s; color: %(text)s; border: 1px solid %(line)s; padding: 5px 8px; }
QSplitter::handle { background: transparent; }
"""

_BUTTONS = """
Button { border: 1px solid %(line)s; border-radius: %(radius)spx; background: %(surface)s; color: %(text)s;
  padding: 0 %(pad)spx; min-height: %(button)spx; outline: none; }
Button:hover { background: %(hover)s; }
Button:pressed { background: %(pressed)s; }
Button:focus { border-color: %(accent)s; }
Button:disabled { color: %(faint)s; }
Button[small="true"] { padding: 0 %(pad_small)spx; min-height: %(small)spx; }
Button[opens="true"] { padding: 0 %(pad_arrow)spx 0 %(pad)spx; }
Button::menu-indicator { image: none; width: 0; }
Button[kind="primary"] { background: %(accent)s; border-color: %(accent)s; color: %(on_accent)s; }
Button[kind="primary"]:hover { background: %(accent_hover)s; }
Button[kind="primary"]:pressed { background: %(accent_pressed)s; }
Button[kind="primary"]:focus { border: 2px solid %(text)s; }
Button[kind="primary"]:disabled { background: %(pressed)s; border-color: %(pressed)s; color: %(muted)s; }
Button[kind="plain"] { background: transparent; border-color: transparent; color: %(accent)s; padding: 0 6px; }
Button[kind="plain"][flush="true"] { padding: 0 6px 0 0; }
Button[kind="plain"]:hover { background: %(soft)s; }
Button[kind="plain"]:focus { border-color: %(accent)s; }
Button[kind="icon"] { background: transparent; border-color: transparent; padding: 0; min-width: %(small)spx; }
Button[kind="icon"]:hover { background: %(hover)s; }
Button[kind="icon"]:focus { border-color: %(accent)s; }
Button[kind="chip"] { background: transparent; color: %(muted)s; padding: 0 %(pad_small)spx; min-height: %(small)spx; }
Button[held="true"] { background: %(soft)s; border-color: %(soft)s; color: %(text)s; min-height: %(button)spx; }
Button[kind="chip"]:hover { background: %(surface)s; color: %(text)s; }
Button[kind="chip"]:focus { border-color: %(accent)s; }
Button[kind="chip"]:checked { background: %(soft)s; border-color: %(soft)s; color: %(accent)s; }
Button[kind="chip"]:checked:focus { border-color: %(accent)s; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox { background: %(surface)s; color: %(text)s; border: 1px solid %(line)s;
  border-radius: %(radius)spx; padding: 0 %(pad_field)spx; min-height: %(button)spx; placeholder-text-color: %(muted)s;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: %(bar)s; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on { border-color: %(accent)s; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border-color: %(bad)s; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  color: %(muted)s; background: %(ground)s; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {
  background: transparent; border: none; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(radius)spx;
  padding: 4px; outline: none;
  selection-background-color: %(soft)s; selection-color: %(accent)s; }
SearchBox { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(radius)spx; }
SearchBox:hover { border-color: %(bar)s; }
SearchBox[focused="true"] { border-color: %(accent)s; }
QProgressBar { background: %(line)s; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: %(accent)s; border-radius: 3px; }
"""

_LISTS = """
ListView { background: transparent; border: none; outline: none; }
ListView QHeaderView { background: transparent; border: none; }
QListWidget { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(radius)spx; outline: none; }
QListWidget:focus { border-color: %(accent)s; }
QListWidget::item { padding: 4px 6px; color: %(text)s; }
QListWidget::item:selected { background: %(soft)s; color: %(accent)s; }
QFileDialog QHeaderView, QFileDialog QHeaderView::section { background: %(surface)s; color: %(muted)s; border: none;
  padding: 0 4px; }
QFileDialog QTreeView, QFileDialog QListView { background: %(surface)s; border: 1px solid %(line)s; outline: none; }
QFileDialog QPushButton, QColorDialog QPushButton { border: 1px solid %(line)s; background: %(surface)s;
  border-radius: %(radius)spx; color: %(text)s; padding: 0 %(pad)spx; min-height: %(button)spx; outline: none; }
QFileDialog QPushButton:hover, QColorDialog QPushButton:hover { background: %(hover)s; }
QFileDialog QPushButton:focus, QColorDialog QPushButton:focus { border-color: %(accent)s; }
QFileDialog QPushButton:disabled, QColorDialog QPushButton:disabled { color: %(faint)s; }
QColorDialog QSpinBox { background: %(surface)s; color: %(text)s; border: 1px solid %(line)s;
  border-radius: %(radius)spx; padding: 0 6px; min-height: %(small)spx; }
QColorDialog QSpinBox:focus { border-color: %(accent)s; }
QColorDialog QSpinBox::up-button, QColorDialog QSpinBox::down-button { width: 0; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle { background: %(bar)s; border-radius: 3px; margin: 3px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: %(muted)s; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_POPUPS = """
QMenu { background: %(surface)s; color: %(text)s; border: 1px solid %(line)s; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: %(soft)s; color: %(accent)s; }
QMenu::item:disabled { color: %(faint)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 4px 8px; }
QMenuBar { background: %(ground)s; color: %(text)s; border-bottom: 1px solid %(line)s; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: %(soft)s; color: %(accent)s; border-radius: 6px; }
CalendarPopup { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(card)spx; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: %(surface)s; }
QCalendarWidget QToolButton { background: transparent; color: %(text)s; border: none; border-radius: 6px;
  padding: 4px 8px; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: %(soft)s; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { background: %(surface)s; color: %(text)s; border: 1px solid %(line)s; border-radius: 6px; }
QCalendarWidget QAbstractItemView { background: %(surface)s; border: none; outline: none;
  selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
Popup, OrnamentMenu { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(card)spx; }
"""

_BENCH = """
BenchWindow { background: %(ground)s; }
Panel { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(card)spx; }
Row { border: none; border-bottom: 1px solid %(line)s; background: transparent; }
Row[lit="true"] { background: %(soft)s; }
Saying { border: none; border-left: 3px solid %(accent)s; padding-left: %(pad)spx; }
Pill { border: 2px solid %(muted)s; border-radius: 11px; padding: 3px 14px; color: %(muted)s; }
Pill[tone="good"] { border-color: %(good)s; color: %(good)s; }
Pill[tone="warn"] { border-color: %(warn)s; color: %(warn)s; }
Pill[tone="bad"] { border-color: %(bad)s; color: %(bad)s; }
Pill[tone="accent"] { border-color: %(accent)s; color: %(accent)s; }
KeyCap { border: none; background: transparent; color: %(muted)s; padding: 4px 0; }
KeyCap:hover { color: %(text)s; }
KeyCap:disabled { color: %(faint)s; }
KeyCap[main="true"] { border: 2px solid %(line)s; border-radius: %(radius)spx; background: %(surface)s;
  color: %(text)s; padding: 4px %(pad)spx; }
Notice { background: %(surface)s; border: 2px solid %(line)s; border-radius: %(radius)spx; }
Notice[tone="good"] { border-color: %(good)s; }
Notice[tone="warn"] { border-color: %(warn)s; }
Notice[tone="bad"] { border-color: %(bad)s; }
Alarm { background: %(bad)s; border: none; border-radius: %(card)spx; }
Alarm QLabel { color: %(on_accent)s; }
KeysCover { background: %(surface)s; border: 1px solid %(line)s; border-radius: %(card)spx; }
"""
