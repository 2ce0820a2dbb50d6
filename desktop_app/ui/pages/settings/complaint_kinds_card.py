"""The shop's kinds of complaint: what each is called, their order (the keys that pick them), those not offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import KINDS, ComplaintKind
from desktop_app.domain.desk_settings import DESK_LANGUAGE
from desktop_app.i18n import Language, Words
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kept_kinds, kinds
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True)
class NamedKind:
    """A kind with the shop's own names of it."""

    kind: ComplaintKind
    texts: Mapping[Language, str]

    @property
    def own(self) -> bool:
        """Whether the shop added it."""
        return self.kind.code not in KINDS


class ComplaintKindsCard(RecordCard):
    """Changes at once, each a step of Undo; `refresh` asks for the kinds."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        hint = words("as they are picked, by the keys 1 to 9")
        super().__init__(desk, words("Kinds of complaint"), hint, parent=parent)
        self.shown: tuple[NamedKind, ...] = ()
        self.add_button = small(words("Add"), partial(self.edit, None))
        self.add_button.setAccessibleName(words("Add a kind"))
        self.add_to_head(self.add_button)
        desk.bus.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask for the kinds."""
        self.desk.work.ask(_named, then=self._show, owner=self, latest="complaint kinds")

    def edit(self, one: NamedKind | None) -> None:
        """Ask what a kind is called; for a new one without."""
        from desktop_app.actions.complaint_kinds import add_kind, name_kind, remove_kind

        words = self.words
        names = {Language(value): text.text for value, text in DESK_LANGUAGE.choices}
        first, *others = names
        said = {language: _usual(one, language) for language in names}
        help_ = words("Empty: as the program says it.") if one is not None and not one.own else words(
            "One language is enough: who reads another sees it too."
        )
        form = Form(self.desk.theme, words, [
            Field("texts", names[first], wide=True, hint=said[first], help=help_),
            *(Field(language.value, names[language], wide=True, hint=said[language]) for language in others),
        ], today=self.desk.today())  # fmt: skip
        known = one.texts if one is not None else {}
        form.set_value({"texts": known.get(first), **{language.value: known.get(language) for language in others}})
        remove = None
        if one is not None and one.own:
            remove = (words("Remove"), partial(self.change, remove_kind, one.kind.code))
        dialog = FormDialog(
            self.desk.theme, words, self.window(), title=words("Kind of complaint"), form=form, wide=440, remove=remove
        )

        def keep(values: dict[str, Any]) -> None:
            texts = {first: values["texts"], **{language: values[language.value] for language in others}}
            if one is None:
                self.change(add_kind, texts, dialog=dialog)
            else:
                self.change(name_kind, one.kind.code, texts, dialog=dialog)

        dialog.saved.connect(keep)
        dialog.open()

    def _hide(self, one: NamedKind) -> None:
        from desktop_app.actions.complaint_kinds import hide_kind

        self.desk.work.change(
            hide_kind, one.kind.code, hidden=not one.kind.hidden,
            then=lambda done: self.desk.tell_done(done, None), failed=self.desk.tell, owner=self,
        )

    def _move(self, place: int, step: int) -> None:
        from desktop_app.actions.complaint_kinds import order_kinds

        codes = [one.kind.code for one in self.shown]
        codes.insert(place + step, codes.pop(place))
        self.change(order_kinds, codes)

    def _show(self, found: Sequence[NamedKind]) -> None:
        self.shown = tuple(found)
        keys = iter(range(1, len(self.shown) + 1))
        self.fill([
            self._row(place, one, 0 if one.kind.hidden else next(keys)) for place, one in enumerate(self.shown)
        ])  # fmt: skip

    def _row(self, place: int, one: NamedKind, key: int) -> DetailRow:
        words = self.words
        deeds = [
            (words("Up"), partial(self._move, place, -1)) if place else None,
            (words("Down"), partial(self._move, place, 1)) if place + 1 < len(self.shown) else None,
            (words("Offer again") if one.kind.hidden else words("Hide"), partial(self._hide, one)),
        ]
        name = words.say(one.kind.name)
        row = DetailRow(
            self.desk.theme, f"{key}  {name}" if 0 < key < 10 else name, change=words("Change"),
            tag=(words("not offered"), Tone.MUTED) if one.kind.hidden else None, deeds=[one for one in deeds if one],
        )  # fmt: skip
        row.opened.connect(partial(self.edit, one))
        return row

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.COMPLAINTS in changes.topics:
            self.refresh()


def _named(shop: Shop) -> tuple[NamedKind, ...]:
    kept = kept_kinds(shop)
    return tuple(NamedKind(kind, kept[kind.code].texts if kind.code in kept else {}) for kind in kinds(shop))


def _usual(one: NamedKind | None, language: Language) -> str:
    """What the program calls a kind of its own in a language."""
    return Words(language).say(KINDS[one.kind.code]) if one is not None and not one.own else ""
