"""The prepared word to a customer whose order is late, in their language: they hear of it before they ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.greetings import go_on, joint_greeting
from desktop_app.domain.named import Named
from desktop_app.i18n import Language, Words

_PATTERN = {Language.EN: "EEEE, d MMMM", Language.RU: "d MMMM", Language.LV: "d. MMMM"}


@dataclass(frozen=True, slots=True)
class Delay:
    """The facts: the order, what was promised, and the days that can be promised now (`arrives` where known)."""

    number: str
    ship_by: dt.date
    new_day: dt.date
    deliver_by: dt.date | None = None
    arrives: dt.date | None = None


def late_message(
    words: Words, delay: Delay, *, reader: Sequence[Named], contact: str = "", person: str = "", shop: str = ""
) -> str:
    """The whole text, said by the `words` of its reader: the apology first, the facts, and where a person answers."""
    opening = joint_greeting(reader, words.language)
    parts = [
        opening,
        go_on(_apology(words, delay), opening, words.language),
        _news(words, delay),
        _way_out(words, contact),
        "\n".join(line for line in (person, shop) if line),
    ]
    return "\n\n".join(part for part in parts if part)


def late_subject(words: Words, delay: Delay) -> str:
    """What stands above the text where it goes by e-mail."""
    return words("Your order {number}: we are late", number=delay.number)


def _apology(words: Words, delay: Delay) -> str:
    day = _by(words, delay.ship_by)
    said = [words("We are sorry: your order {number} has not been posted yet.", number=delay.number)]
    if delay.deliver_by is None:
        said.append(words("We promised to post it by {day}, and we did not keep our word.", day=day))
    else:
        there = _by(words, delay.deliver_by)
        said.append(
            words(
                "We promised to post it by {day}, to be with you by {there}, and we did not keep our word.",
                day=day,
                there=there,
            )
        )
    said.append(words("We know you are waiting for it."))
    return " ".join(said)


def _news(words: Words, delay: Delay) -> str:
    said = words("It will leave us by {day}.", day=_by(words, delay.new_day))
    if delay.arrives is None:
        return said
    return f"{said} {words('It should be with you by {day}.', day=_by(words, delay.arrives))}"


def _way_out(words: Words, contact: str) -> str:
    if contact:
        return words(
            "Should this no longer suit you, please tell us, and we will put it right: {contact}. A person answers.",
            contact=contact,
        )
    return words("Should this no longer suit you, just answer: a person reads it, and we will put it right.")


def _by(words: Words, day: dt.date) -> str:
    """A day as it stands after “by”: Russian has its month in the genitive already, Latvian wants the dative."""
    said = words.date(day, _PATTERN[words.language])
    if words.language is not Language.LV:
        return said
    return f"{said[:-2]}im" if said.endswith("is") else f"{said[:-1]}am"
