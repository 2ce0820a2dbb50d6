"""The bar above the card: undo, the side, the size and the language looked at, the record tried on, and the zoom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.actions.designing import Card
from desktop_app.domain.cards import Side
from desktop_app.domain.design_samples import SAMPLE_LABELS, Sample
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Words, msg
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.wording import LANGUAGES, size_name
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import BUTTON_IN_ROW, SPACE_2
from desktop_app.ui.widgets.buttons import Button, Look, icon_button, small
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import ChoiceInput, small_text
from desktop_app.ui.widgets.more_button import MoreButton


class Panel(StrEnum):
    """What is shown where there is not room for everything."""

    CARD = "card"
    THINGS = "things"
    WORDS = "words"
    LOOKS = "looks"


PANELS = {
    Panel.CARD: msg("Card"), Panel.THINGS: msg("Things"), Panel.WORDS: msg("Words"), Panel.LOOKS: msg("Looks"),
}  # fmt: skip


class Toolbar(QWidget):
    """Its signals are what a person asks for; it shows what the session says."""

    undo = Signal()
    redo = Signal()
    zoomed = Signal(float)
    fitted = Signal()
    gridded = Signal(bool)
    snapped = Signal(bool)
    tried = Signal(object)  # a Sample
    any_wanted = Signal()
    real_wanted = Signal()
    panel_wanted = Signal(object)

    def __init__(self, theme: Theme, words: Words, session: Session, cards: Sequence[Card]) -> None:
        super().__init__()
        self._words, self._session, self._cards = words, session, tuple(cards)
        self.panels = FilterChips([(panel.value, words.say(label)) for panel, label in PANELS.items()])
        self.panels.setAccessibleName(words("What is shown"))
        self.panels.chosen.connect(lambda panel: self.panel_wanted.emit(Panel(panel)))
        self.undo_button = icon_button(theme, "undo", self.undo.emit, tip=words("Undo"), shortcut="Ctrl+Z")
        self.redo_button = icon_button(theme, "redo", self.redo.emit, tip=words("Redo"), shortcut="Ctrl+Shift+Z")
        self.sides = FilterChips(
            [(Side.FRONT.value, words("Front side")), (Side.BACK.value, words("Back side"))], name=words("Side")
        )  # fmt: skip
        self.sides.chosen.connect(lambda side: session.look(side=Side(side)))
        self._choices(theme)
        self.record = small(words("Tried on: {who}", who=words.say(SAMPLE_LABELS[Sample.USUAL])), self._offer)
        self.shuffle = icon_button(theme, "shuffle", self.any_wanted.emit, tip=words("Try it on anybody of the shop"))
        self._sights(theme)
        self.more = MoreButton(theme, words("More"), [], small=True)
        self.more.entries.aboutToShow.connect(self._offer_all)
        self.more.hide()
        flow = FlowLayout(self, space=SPACE_2)
        for widget in (
            self.panels,
            self.undo_button,
            self.redo_button,
            self.sides,
            self.sizes,
            self.languages,
            self.record,
            self.shuffle,
            self.snap,
            self.grid,
            self.smaller,
            self.larger,
            self.fit,
            self.more,
        ):
            flow.addWidget(widget)
        for signal in (session.changed, session.looked):
            signal.connect(self.renew)
        self.renew()

    def _choices(self, theme: Theme) -> None:
        """Which card and which language is shown."""
        words, session = self._words, self._session
        self.sizes = ChoiceInput(theme, [(number, self._card_name(card)) for number, card in enumerate(self._cards)])
        self.sizes.setAccessibleName(words("Size of the card"))
        self.sizes.setToolTip(words("A design is laid out for each size: move things on each as they look best."))
        self.sizes.edited.connect(self._size)
        self.languages = ChoiceInput(theme, list(LANGUAGES.items()))
        self.languages.setAccessibleName(words("Language of the card"))
        self.languages.edited.connect(lambda: session.look(language=self.languages.value()))
        for choice, letters in ((self.sizes, 18), (self.languages, 8)):
            small_text(choice).setStyleSheet(f"min-height: {scaled(BUTTON_IN_ROW) - 2}px;")
            choice.setMinimumContentsLength(letters)

    def _sights(self, theme: Theme) -> None:
        """What things are drawn to, and how large the card is seen."""
        words = self._words
        self.grid = Button(words("Grid"), look=Look.CHIP, small=True, tip=words("Draw to a grid of 5 mm"))
        drawn = words("Draw things to the margin, the middle, each other and the guides")
        self.snap = Button(words("Snap"), look=Look.CHIP, small=True, tip=drawn)
        for button, told in ((self.grid, self.gridded), (self.snap, self.snapped)):
            button.setCheckable(True)
            button.clicked.connect(told)
        self.smaller = icon_button(
            theme, "minus", partial(self.zoomed.emit, 0.8), tip=words("Smaller"), shortcut="Ctrl+-"
        )
        self.larger = icon_button(
            theme, "plus", partial(self.zoomed.emit, 1.25), tip=words("Larger"), shortcut="Ctrl++"
        )
        self.fit = small(words("Whole card"), self.fitted.emit, shortcut="Ctrl+0")

    def renew(self) -> None:
        """Show what the session says."""
        words, history = self._words, self._session.history
        for button, verb, title, keys in (
            (self.undo_button, words("Undo"), history.undo_title, "Ctrl+Z"),
            (self.redo_button, words("Redo"), history.redo_title, "Ctrl+Shift+Z"),
        ):
            text = f"{verb}: {words.say(title)}" if title is not None else verb
            button.setEnabled(title is not None)
            button.setToolTip(f"{text} · {keys}")
            button.setAccessibleName(text)
        self.sides.choose(self._session.side.value)
        self.languages.set_value(self._session.language)
        shown = (self._session.form, self._session.card)
        self.sizes.set_value(next((n for n, card in enumerate(self._cards) if (card.form, card.size) == shown), 0))

    def show_lines(self, *, grid: bool, snaps: bool) -> None:
        """Whether things are drawn to the grid, and to lines at all."""
        self.grid.setChecked(grid)
        self.snap.setChecked(snaps)

    def show_panels(self, needed: bool, shown: Panel) -> None:
        """Offer the panels one at a time, or not where all have room."""
        self.panels.setVisible(needed)
        self.panels.choose(shown.value)

    def fold(self, *, folded: bool) -> None:
        """Put what is seldom pressed into a menu, or beside the rest."""
        for widget in (
            self.sides, self.sizes, self.languages, self.record, self.shuffle, self.snap, self.grid, self.smaller,
            self.larger, self.fit,
        ):  # fmt: skip
            widget.setHidden(folded)
        self.more.setVisible(folded)

    def say_record(self, who: str) -> None:
        """Whom the card is tried on."""
        text = self._words("Tried on: {who}", who=who)
        self.record.setText(text.replace("&", "&&"))
        self.record.setAccessibleName(text)

    def _card_name(self, card: Card) -> str:
        return size_name(self._words, card.form, card.size)

    def _size(self) -> None:
        card = self._cards[self.sizes.value()]
        self._session.look(form=card.form, card=card.size)

    def _offer_all(self) -> None:
        """What has no button where there is little room."""
        words = self._words
        sizes = [(self._card_name(card), partial(self._session.look, form=card.form, card=card.size))
                 for card in self._cards]  # fmt: skip
        languages = [(name, partial(self._session.look, language=code)) for code, name in LANGUAGES.items()]
        records: list[tuple[str, Callable[[], object]]] = [
            *((words.say(label), partial(self._try, which)) for which, label in SAMPLE_LABELS.items()),
            (words("Anybody of the shop"), self.any_wanted.emit),
            (words("A real record…"), self.real_wanted.emit),
        ]
        sides = [(words("Front side"), partial(self._session.look, side=Side.FRONT)),
                 (words("Back side"), partial(self._session.look, side=Side.BACK))]  # fmt: skip
        self.more.offer([
            *sides, None, (words("Size of the card"), sizes), (words("Language of the card"), languages),
            (self.record.text().replace("&&", "&"), records), None,
            (words("Snap"), self.snap.click), (words("Grid"), self.grid.click), None,
            (words("Smaller"), self.smaller.click), (words("Larger"), self.larger.click),
            (words("Whole card"), self.fit.click),
        ])  # fmt: skip
        for action in self.more.entries.actions():
            for chip in (self.snap, self.grid):
                if action.text() == chip.text():
                    action.setCheckable(True)
                    action.setChecked(chip.isChecked())

    def _offer(self) -> None:
        menu = QMenu(self)
        for which, label in SAMPLE_LABELS.items():
            menu.addAction(self._words.say(label)).triggered.connect(partial(self._try, which))
        menu.addSeparator()
        menu.addAction(self._words("Anybody of the shop")).triggered.connect(self.any_wanted)
        menu.addAction(self._words("A real record…")).triggered.connect(self.real_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.record.mapToGlobal(QPoint(0, self.record.height())))

    def _try(self, which: Sample, _checked: bool = False) -> None:
        self.tried.emit(which)
