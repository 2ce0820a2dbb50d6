"""The prepared greeting for somebody's day, in their language: who gets it can change every word before it goes."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.grammar import Case
from desktop_app.domain.greetings import joint_greeting, joint_names
from desktop_app.domain.named import Named
from desktop_app.domain.people import DayKind
from desktop_app.i18n import Message, Words, msg

_OWN = {
    DayKind.BIRTHDAY: msg("Happy birthday! May the year ahead be kind to you."),
    DayKind.NAME_DAY: msg("Happy name day! We wish you a bright day."),
    DayKind.ANNIVERSARY: msg("Congratulations on your anniversary! We wish you many happy years."),
}
_TO_PASS_ON = {
    DayKind.BIRTHDAY: msg("Please pass on our warmest birthday wishes to {names}."),
    DayKind.NAME_DAY: msg("Please pass on our warmest name day wishes to {names}."),
    DayKind.ANNIVERSARY: msg("Please pass on our warmest anniversary wishes to {names}."),
}
_SUBJECT = {
    DayKind.BIRTHDAY: msg("Happy birthday!"),
    DayKind.NAME_DAY: msg("Happy name day!"),
    DayKind.ANNIVERSARY: msg("Congratulations on your anniversary!"),
}


def day_message(
    words: Words,
    kind: DayKind,
    title: str,
    *,
    reader: Sequence[Named],
    about: Sequence[Named] = (),
    late: bool = False,
    shop: str = "",
) -> str:
    """The whole text, said by the `words` of its reader.

    `about` are those whose day it is where the readers are asked to pass it on; `late` excuses the delay.
    """
    lines = [joint_greeting(reader, words.language), ""]
    said = _about(words, kind, title, about) if about else _own(words, kind, title)
    lines.append(" ".join(part for part in (words("A little late, but from the heart.") if late else "", said) if part))
    return "\n".join([*lines, "", shop]).strip()


def day_subject(words: Words, kind: DayKind, title: str) -> str:
    """What stands above the text where it goes by e-mail."""
    return words.say(_SUBJECT[kind]) if kind in _SUBJECT else words("Congratulations: {day}!", day=title)


def _own(words: Words, kind: DayKind, title: str) -> str:
    if kind in _OWN:
        return words.say(_OWN[kind])
    return words("Congratulations: {day}! We wish you all the best.", day=title)


def _about(words: Words, kind: DayKind, title: str, about: Sequence[Named]) -> str:
    names = joint_names(about, words.language, Case.DATIVE)
    if kind in _TO_PASS_ON:
        return words.say(Message(_TO_PASS_ON[kind].text, {"names": names}))
    return words("Please pass on our warmest wishes to {names}: {day}.", names=names, day=title)
