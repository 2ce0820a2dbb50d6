"""The right panel: the fields of what is selected, of several, or of the card itself; every change is a step."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.cards import Colour, Item, PictureItem
from desktop_app.domain.design import around, holds_height
from desktop_app.domain.design_place import grow, move, resize
from desktop_app.domain.design_text import set_palette
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Message, msg
from desktop_app.ui.designer.colours import COLOUR_NAMES
from desktop_app.ui.designer.deeds import ALIGNING, DEEDS, ORDERING, Deeds
from desktop_app.ui.designer.place_fields import Making, fields_of, values_of, with_value
from desktop_app.ui.designer.remarks import advice_of
from desktop_app.ui.designer.session import Session
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import Button, icon_button, small
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Label

_TITLES = {
    "x": msg("Move"), "y": msg("Move"), "width": msg("Resize"), "height": msg("Resize"), "turn": msg("Turn"),
    "when": msg("Condition"), "colour": msg("Colour"), "size": msg("Size of the text"),
    "face": msg("Typeface"), "side": msg("To the other side"), "locked": msg("Hold in place"),
}  # fmt: skip
_OTHER = msg("Another change")


class Properties(QWidget):
    """Made anew when another sort of thing is selected; only its values change otherwise.

    `picture_wanted(id)`: a picture is to be replaced by another one; `crop_wanted(id)`: it is to be cut.
    """

    picture_wanted = Signal(str)
    crop_wanted = Signal(str)

    def __init__(self, desk: Desk, session: Session, deeds: Deeds, making: Making) -> None:
        super().__init__()
        self._desk, self._session, self._deeds, self._making = desk, session, deeds, making
        self.form: Form | None = None
        self._shows: tuple[object, ...] = ()
        self._loading = False
        self._title = Label("", weight=Weight.BOLD, wrap=True)
        self._hint = Label("", tone=Tone.MUTED, wrap=True)
        self.advice = Label("", Size.SMALL, wrap=True)
        self.grow = small(desk.words("As high as its words"), self._grow)
        self.buttons: dict[str, Button] = {}
        self._tools = self._deed_buttons()
        self.pictures = QWidget()
        pair = FlowLayout(self.pictures, space=SPACE_2)
        pair.addWidget(small(desk.words("Cut…"), lambda: self.crop_wanted.emit(session.ids[0])))
        pair.addWidget(small(desk.words("Another picture…"), lambda: self.picture_wanted.emit(session.ids[0])))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_3)
        self._column.setSpacing(SPACE_2)
        for widget in (self._title, self._hint, self.advice, self.grow, self._tools, self.pictures):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        for signal in (session.selected, session.changed, session.looked, session.seen):
            signal.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show what is selected as it is now."""
        item = self._session.only
        several = len(self._session.ids) > 1
        shows: tuple[object, ...] = (type(item), item.id) if item is not None else ("several",) if several else ()
        if shows != self._shows or self.form is None:
            self._shows = shows
            self._build(item, several=several)
        self._fill(item, several=several)
        self._advise(item)
        for deed in DEEDS:
            if deed.name in self.buttons:
                self.buttons[deed.name].setEnabled(self._deeds.can(deed))

    def renew_choices(self) -> None:
        """Something there is to choose from has come."""
        self._shows = ("anew",)
        self.renew()

    def _build(self, item: Item | None, *, several: bool) -> None:
        words = self._desk.words
        old, self.form = self.form, None
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if item is not None:
            fields = fields_of(item, self._making)
        elif several:
            fields = self._several_fields()
        else:
            fields = self._card_fields()
        self._hint.setText("" if self._session.ids else words("Select something on the card, or add something."))
        self._hint.setVisible(not self._session.ids)
        self._tools.setVisible(bool(self._session.ids))
        self.form = Form(self._desk.theme, words, fields, today=self._desk.today())
        self.form.edited.connect(self._edited)
        self._column.insertWidget(self._column.count() - 1, self.form)
        self.pictures.setVisible(isinstance(item, PictureItem))

    def _fill(self, item: Item | None, *, several: bool) -> None:
        words, session, form = self._desk.words, self._session, self.form
        assert form is not None
        if item is not None:
            self._title.setText(words("Looks"))
            values = values_of(session, item)
        elif several:
            frame = around(session.frame(one) for one in session.chosen)
            n = len(session.ids)
            self._title.setText(words.n("{n} thing selected", "{n} things selected", n))
            values = frame._asdict()
        else:
            self._title.setText(words("The card’s own colours"))
            values = {colour.value: paint for colour, paint in session.template.palette.items()}
        self._loading = True
        for field in form.fields:
            box = form.box(field.key)
            value = values.get(field.key)
            being_typed = bool(box.error) and (box.input.focusProxy() or box.input).hasFocus()
            if _differs(box.raw(), value) and not being_typed:
                box.input.set_value(value)
                box.set_error("")
        self._loading = False

    def _edited(self, key: str) -> None:
        form, session = self.form, self._session
        if form is None or self._loading:
            return
        box = form.box(key)
        try:
            value = box.input.value()
        except Invalid as error:
            box.set_error(self._desk.words.say(error.message))
            return
        item = session.only
        title: Message = _TITLES.get(key, _OTHER)
        if item is not None:
            session.edit(title, with_value(session, item, key, value), merge=f"{key} {item.id}")
        elif len(session.ids) > 1:
            self._edit_several(key, value)
        else:
            made = set_palette(session.template, Colour(key), value)
            session.edit(msg("The card’s own colours"), made, merge=f"palette {key}")

    def _edit_several(self, key: str, value: float) -> None:
        session = self._session
        frame = around(session.frame(one) for one in session.chosen)
        to = frame._replace(**{key: value})
        if key in ("x", "y"):
            made = move(session.template, session.ids, by=(to.x - frame.x, to.y - frame.y), stand=session.stand)
        else:
            made = resize(session.template, session.ids, to=to, stand=session.stand)
        session.edit(_TITLES[key], made, merge=f"{key} {session.ids}")

    def _advise(self, item: Item | None) -> None:
        """What is wrong with it, and the way out."""
        seen = self._session.seen_of(item.id) if item is not None else None
        said = advice_of(self._desk.words, seen, item) if item is not None and seen is not None else []
        tones = [tone for _, tone in said]
        self.advice.setText("\n".join(text for text, _ in said))
        self.advice.set_tone(next((tone for tone in (Tone.BAD, Tone.WARN) if tone in tones), Tone.MUTED))
        self.advice.setVisible(bool(said))
        cramped = seen is not None and (seen.overflow or seen.shrunk)
        self.grow.setVisible(cramped and item is not None and holds_height(item, self._session.form))

    def _grow(self) -> None:
        session = self._session
        made = grow(session.template, session.ids[0], stand=session.stand)
        session.edit(msg("As high as its words"), made)

    def _several_fields(self) -> list[Field]:
        words, making = self._desk.words, self._making
        return [
            making.measure("x", words("From the left"), low=-500, high=500),
            making.measure("y", words("From the top"), low=-500, high=500),
            making.measure("width", words("Width"), low=1, high=500),
            making.measure("height", words("Height"), low=1, high=500),
        ]

    def _card_fields(self) -> list[Field]:
        words = self._desk.words
        return [self._making.own_colour(colour.value, words.say(label)) for colour, label in COLOUR_NAMES.items()]

    def _deed_buttons(self) -> QWidget:
        """Aligning, ordering and the rest as rows of icons."""
        place, words = QWidget(), self._desk.words
        flow = FlowLayout(place, space=SPACE_1)
        named = {deed.name: deed for deed in DEEDS}
        for name in (*ALIGNING, *ORDERING, "group", "ungroup", "lock", "fill", "duplicate", "delete"):
            deed = named[name]
            button = icon_button(
                self._desk.theme, deed.icon, partial(self._deeds.do, name), tip=words.say(deed.title),
                shortcut=deed.keys,
            )  # fmt: skip
            self.buttons[name] = button
            flow.addWidget(button)
        return place

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return QSize(scaled(200), 0)


def _differs(shown: Any, value: Any) -> bool:
    """Whether a field shows something else; what is being typed is left alone while it says the same."""
    if isinstance(shown, float | int) and isinstance(value, float | int) and not isinstance(value, bool):
        return abs(shown - value) > 0.006
    return bool(shown != value)
