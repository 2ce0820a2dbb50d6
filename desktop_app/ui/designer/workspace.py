"""All that works on one design: bar, things, card with its words, looks; narrow, one of them at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.actions.designing import Opened, check_words
from desktop_app.domain.cards import PictureItem
from desktop_app.domain.design_new import Thing
from desktop_app.i18n import Language
from desktop_app.ui.designer.asking import RecordQuestion
from desktop_app.ui.designer.card_place import CardPlace
from desktop_app.ui.designer.deeds import DEEDS
from desktop_app.ui.designer.field_list import FieldList
from desktop_app.ui.designer.ornament_menu import OrnamentMenu
from desktop_app.ui.designer.place_fields import Making
from desktop_app.ui.designer.properties import Properties
from desktop_app.ui.designer.things import LeftPanel
from desktop_app.ui.designer.toolbar import Panel, Toolbar
from desktop_app.ui.designer.words_panel import WordsPanel
from desktop_app.ui.designer.workbench import Workbench
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3
from desktop_app.ui.widgets.card import Line
from desktop_app.ui.widgets.file_dialogs import ask_for_picture
from desktop_app.ui.widgets.scroll import Scroll

_LEFT, _RIGHT = 212, 280  # points at 100 % text
_WIDE_FROM, _HIGH_FROM = 960, 600  # smaller, one panel at a time takes the card's place
_LOW = 240  # lower, most of the bar above the card lies in a menu
_ALL = 16777215


class Workspace(QWidget):
    """Made anew for each design; `stuck(AppError)` and `well` tell whether it can be laid out, `failed(AppError)`."""

    stuck = Signal(object)
    well = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, opened: Opened) -> None:
        super().__init__()
        words, theme = desk.words, desk.theme
        self.desk, self.words = desk, words
        self._panel = Panel.CARD
        self._first = opened.language  # in which new words are written first
        bench = self.bench = Workbench(desk, opened, parent=self)
        session = self.session = bench.session
        making = Making(desk, lambda: session.template.palette, opened.shop.colours, lambda: bench.ornaments)
        self.card = CardPlace(desk, bench)
        self.canvas = self.card.canvas
        self.toolbar = Toolbar(theme, words, session, opened.cards)
        self.things = LeftPanel(theme, words, session, bench.deeds, chosen=self.add)
        self.left = Scroll(self.things)
        self.properties = Properties(desk, session, bench.deeds, making)
        self.right = Scroll(self.properties)
        self.words_panel = WordsPanel(desk, session, first=opened.language, check=check_words)
        self._lay()
        self._connect()
        self._shortcuts()
        self._fit()
        bench.want()

    def add(self, thing: Thing) -> None:
        """Add a thing, asking first which ornament or picture it shall be."""
        bench = self.bench
        if thing is Thing.ORNAMENT and bench.drawings:
            menu = OrnamentMenu(
                self.desk.theme, self.words, bench.drawings, parent=self.window(),
                chosen=lambda name: self._added(bench.add(Thing.ORNAMENT, ornament=name)),
            )  # fmt: skip
            menu.open_below(self.things.buttons.buttons[thing])
        elif thing is Thing.PICTURE:
            self.choose_picture()
        else:
            self._added(bench.add(thing))

    def choose_picture(self, instead: str = "") -> None:
        """Ask for a picture file: for a new item, or instead of the one an item shows."""
        ask_for_picture(
            self.window(), self.desk.settings, self.words,
            taken=lambda file: self.bench.add_picture(file, instead=instead),
        )  # fmt: skip

    def to_words(self, language: Language | None = None) -> None:
        """Go where the words of what is selected are written."""
        if self.words_panel.wanted:
            if not self._roomy:
                self._show(Panel.WORDS)
            self.words_panel.take_focus(language)

    def insert_field(self) -> None:
        """Offer the fields to write into the words."""
        if self.words_panel.wanted:
            fields = FieldList(self.desk, self.session.template.kind, self.words_panel.language, self.window())
            fields.chosen.connect(self.words_panel.put)
            fields.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo are the design's, in every field: typed words are steps of it. Esc leads back to the card."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _escapes(event):
            self._show(Panel.CARD)
            self.canvas.setFocus()  # back to the card; Esc there leaves the window
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self._uprights = (Line(upright=True), Line(upright=True))
        self._level = Line()
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for widget, stretch in ((self.card, 1), (self._level, 0), (self.words_panel, 0)):
            middle.addWidget(widget, stretch)
        columns.addWidget(self.left)
        columns.addWidget(self._uprights[0])
        columns.addWidget(self._middle, 1)
        columns.addWidget(self._uprights[1])
        columns.addWidget(self.right)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        bar.addWidget(self.toolbar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(Line())
        whole.addLayout(columns, 1)

    def _connect(self) -> None:
        bench, session, toolbar, canvas = self.bench, self.session, self.toolbar, self.canvas
        toolbar.undo.connect(session.undo)
        toolbar.redo.connect(session.redo)
        toolbar.zoomed.connect(lambda factor: canvas.zoom(factor))
        toolbar.fitted.connect(canvas.fit)
        toolbar.gridded.connect(canvas.use_grid)
        toolbar.snapped.connect(canvas.use_lines)
        toolbar.show_lines(grid=bool(canvas.guides.grid), snaps=canvas.guides.snaps)
        toolbar.tried.connect(bench.try_sample)
        toolbar.any_wanted.connect(bench.try_any)
        toolbar.real_wanted.connect(self._ask_record)
        toolbar.panel_wanted.connect(self._show)
        bench.tried.connect(toolbar.say_record)
        bench.failed.connect(self.failed)
        bench.stuck.connect(self.stuck)
        bench.laid_out.connect(self.well)
        bench.pictured.connect(canvas.setFocus)
        bench.cutting.connect(canvas.crop)
        canvas.crop_wanted.connect(bench.cut_picture)
        self.properties.crop_wanted.connect(bench.cut_picture)
        bench.drawn.connect(self.properties.renew_choices)
        canvas.words_wanted.connect(lambda: self.to_words())
        canvas.menu_wanted.connect(self._deed_menu)
        self.card.dropped.connect(self._take_dropped)
        self.things.items.words_wanted.connect(lambda: self.to_words())
        self.properties.picture_wanted.connect(self.choose_picture)
        self.words_panel.field_wanted.connect(self.insert_field)
        self.words_panel.wrote.connect(lambda language: session.look(language=language))
        session.selected.connect(self._watch)

    def _shortcuts(self) -> None:
        session, canvas = self.session, self.canvas
        for keys, deed in (
            ("Ctrl+Z", session.undo), ("Ctrl+Shift+Z", session.redo), ("Ctrl+Y", session.redo),
            ("Ctrl+0", canvas.fit), ("Ctrl++", partial(canvas.zoom, 1.25)), ("Ctrl+=", partial(canvas.zoom, 1.25)),
            ("Ctrl+-", partial(canvas.zoom, 0.8)), ("Ctrl+I", self.insert_field), ("F6", canvas.setFocus),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _added(self, _name: str) -> None:
        self._show(Panel.CARD)
        if self.words_panel.wanted and self._roomy:
            self.to_words(self._first)
        else:
            self.canvas.setFocus()

    def _take_dropped(self, picture: Path | bytes, at: tuple[float, float]) -> None:
        under = self.canvas.item_at(self.canvas.view.to_points(*at))
        self.bench.add_picture(picture, at=at, instead=under.id if isinstance(under, PictureItem) else "")

    def _ask_record(self) -> None:
        question = RecordQuestion(self.desk, self.window())
        question.chosen.connect(self.bench.try_hit)
        question.open()

    def _deed_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for deed in DEEDS:
            action = menu.addAction(self.words.say(deed.title))
            if deed.keys:
                action.setText(f"{action.text()}\t{QKeySequence(deed.keys).toString()}")
            action.setEnabled(self.bench.deeds.can(deed))
            action.triggered.connect(partial(self.bench.deeds.do, deed.name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _watch(self) -> None:
        """Fields come and go with what is selected."""
        for field in (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)):
            field.installEventFilter(self)

    @property
    def _roomy(self) -> bool:
        return self.width() >= scaled(_WIDE_FROM) and self.height() >= scaled(_HIGH_FROM)

    def _show(self, panel: Panel) -> None:
        self._panel = panel
        self._fit()

    def _fit(self) -> None:
        roomy, shown = self._roomy, self._panel
        self.toolbar.show_panels(not roomy, shown)
        self.toolbar.fold(folded=self.height() < scaled(_LOW))
        for panel, widget, wide in ((Panel.THINGS, self.left, _LEFT), (Panel.LOOKS, self.right, _RIGHT)):
            widget.setVisible(roomy or shown is panel)
            widget.setMinimumWidth(scaled(wide) if roomy else 0)
            widget.setMaximumWidth(scaled(wide) if roomy else _ALL)
        self.card.setVisible(roomy or shown is Panel.CARD)
        self.words_panel.setVisible(roomy or shown is Panel.WORDS)
        self._middle.setVisible(roomy or shown in (Panel.CARD, Panel.WORDS))
        for line in (*self._uprights, self._level):
            line.setVisible(roomy)
        self._watch()


def _escapes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Cancel)
