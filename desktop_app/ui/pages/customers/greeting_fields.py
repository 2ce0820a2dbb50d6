"""How somebody is addressed: fields that follow what the name comes to until a person writes their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop_app.domain.customers import GENDER_NAMES, Gender, GreetingForms
from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.proposed import Proposed, ProposedChoice, ProposedText

GREETING_KEYS = ("gender", "called", "called_to", "opening")
_GENDERS: tuple[tuple[Gender | None, Message], ...] = (
    (None, msg("Not known: worded without it")), *GENDER_NAMES.items(),
)  # fmt: skip
Work = Callable[[GreetingForms], GreetingForms]


def greeting_fields(theme: Theme, words: Words, *, opening: bool = True) -> tuple[Field, ...]:
    """Gender, the forms of the name and the first line of a letter, folded away under what they come to."""
    back = words("As proposed")
    genders = [(value, words.say(text)) for value, text in _GENDERS]
    found = (
        Field("gender", words("Addressed as"), wide=True, group=words("How they are addressed"), folds=True,
              make=lambda: ProposedChoice(theme, genders, back)),
        Field("called", words("Called"), wide=True, make=lambda: ProposedText(back)),
        Field("called_to", words("To whom"), wide=True, make=lambda: ProposedText(back),
              help=words("The form for “a gift to …”.")),
        Field("opening", words("A letter begins"), wide=True, make=lambda: ProposedText(back)),
    )
    return found if opening else found[:-1]


class Greetings:
    """The proposals of a form's greeting fields; `work(forms)` proposes each one beside the forms that a person set."""

    def __init__(self, form: Form, words: Words) -> None:
        self._form, self._words = form, words
        for field in form.fields:
            if field.key in GREETING_KEYS:
                back = form.box(field.key).input.button
                back.setAccessibleName(f"{back.text()}: {field.label}")
        self._keys = [key for key in GREETING_KEYS if key in {field.key for field in form.fields}]

    def load(self, kept: GreetingForms, work: Work) -> None:
        """Show what is kept; what is as the name gives it follows the name from then on."""
        own = GreetingForms()
        for key in self._keys:
            value = getattr(kept, key)
            if value and value != getattr(work(own), key):
                own = replace(own, **{key: value})
        for key in self._keys:
            self._input(key).set_value(getattr(own, key))
        self.follow(work)

    def own(self) -> GreetingForms:
        """The forms that a person set; what follows the name is empty."""
        return GreetingForms(**{key: self._input(key).own or _unset(key) for key in self._keys})

    def follow(self, work: Work) -> None:
        """The name, or one of the forms, is another: propose anew what nobody set."""
        proposed = work(self.own())
        for key in self._keys:
            self._input(key).propose(getattr(proposed, key))
        shown = [self._input(key).value() for key in self._keys[1:]]
        self._form.say_of_group(self._keys[0], " · ".join(dict.fromkeys(text for text in shown if text)))

    def _input(self, key: str) -> Proposed:
        found: Proposed = self._form.box(key).input
        return found


def _unset(key: str) -> Any:
    return None if key == "gender" else ""
