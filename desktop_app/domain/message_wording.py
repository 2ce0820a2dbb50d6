r"""The small language of messages: fields in braces, parts in brackets; a text becomes what one person is told.

- {order.number}: a field; a line falls away when one of its fields is empty.
- [Follow it: {order.link}]: a part of its own, that alone stays away when its field is empty.
- [if first: Welcome!]: a part that is said only when this holds; [if !first, contact: …] asks for two things.
- {{ }} \[ \]: the signs themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from desktop_app.domain.errors import Invalid
from desktop_app.domain.greetings import go_on
from desktop_app.domain.message_fields import MESSAGE_FIELDS, MessageFact, MessageField
from desktop_app.domain.references import Reference
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, msg

Told: TypeAlias = Callable[[Reference[MessageField]], str]  # what a field says of the record at hand, "" for nothing

_SIGNS = re.compile(r"\{\{|\}\}|\\\[|\\\]|\{([^{}]*)\}|\[if\b([^:\[\]{}]*):[ \t]*|[\[\]{}]")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")  # a Latvian date ends in one, and the sentence too
_EMPTY, _AWAY = "\x00", "\x01"  # where a field was empty, where a part stayed away; no text has them


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact that must hold, or (wanted=False) must not."""

    fact: MessageFact
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Plain text, fields and parts in their order; said when all that is asked for holds."""

    pieces: tuple[str | Reference[MessageField] | Part, ...]
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A text put into words, and the names of the fields whose emptiness took a line away."""

    text: str
    empty: tuple[str, ...] = ()


def read_text(text: str, field: str = "text") -> Part:
    """A text as it is meant; raises Invalid at `field` for what is no field, no condition, or a bracket left open."""
    open_parts: list[tuple[list[str | Reference[MessageField] | Part], tuple[Ask, ...]]] = [([], ())]
    done = 0
    for match in _SIGNS.finditer(text):
        here, asks = open_parts[-1]
        here.append(text[done : match.start()])
        done = match.end()
        sign = match.group()
        if sign in ("{{", "}}", "\\[", "\\]"):
            here.append(sign[1])
        elif match.group(1) is not None:
            here.append(_reference(match.group(1), field))
        elif match.group(2) is not None:
            open_parts.append(([], tuple(_asks(match.group(2), field))))
        elif sign == "[":
            open_parts.append(([], ()))
        elif sign == "]" and len(open_parts) > 1:
            open_parts.pop()
            open_parts[-1][0].append(Part(tuple(here), asks))
        else:
            meant = sign * 2 if sign in "{}" else f"\\{sign}"
            raise Invalid(
                field,
                msg("There is a lone {sign} in the text. Write {meant} if you mean the sign.", sign=sign, meant=meant),
            )
    if len(open_parts) > 1:
        raise Invalid(field, msg("A part in brackets is not closed. Write ] where it ends."))
    open_parts[0][0].append(text[done:])
    return Part(tuple(open_parts[0][0]))


def say(text: Part, told: Told, facts: Collection[MessageFact], language: Language) -> Said:
    """The text for one record; what follows a greeting goes on as the language writes it."""
    voice = _Voice(told, frozenset(facts), language)
    raw = "".join(voice.pieces(text, top=True))
    lines = [_line(line) for line in raw.split("\n")]
    whole = _TWO_STOPS.sub(".", "\n".join(line for line in lines if line is not None))
    return Said(re.sub(r"\n{3,}", "\n\n", whole).strip(), tuple(dict.fromkeys(voice.empty)))


def fields_in(text: Part) -> Iterator[MessageField]:
    """Every field that a text names, in its order."""
    for piece in text.pieces:
        if isinstance(piece, Part):
            yield from fields_in(piece)
        elif isinstance(piece, Reference):
            yield piece.field


class _Voice:
    """Says the pieces of a text one after the other, and remembers whether a greeting has just been said."""

    def __init__(self, told: Told, facts: frozenset[MessageFact], language: Language) -> None:
        self._told, self._facts, self._language = told, facts, language
        self._greeted = ""
        self.empty: list[str] = []

    def pieces(self, part: Part, *, top: bool = False) -> Iterator[str]:
        for piece in part.pieces:
            if isinstance(piece, str):
                yield self._plain(piece)
            elif isinstance(piece, Part):
                yield self._part(piece)
            else:
                yield self._field(piece, top=top)

    def _part(self, part: Part) -> str:
        if any((ask.fact in self._facts) is not ask.wanted for ask in part.asks):
            return _AWAY
        before = self._greeted
        said = "".join(self.pieces(part))
        if _EMPTY in said:
            self._greeted = before
            return _AWAY
        return said

    def _field(self, reference: Reference[MessageField], *, top: bool) -> str:
        value = self._told(reference) or reference.default
        if value is None or (value == "" and reference.default is None):
            if top:
                self.empty.append(reference.key)
            return _EMPTY
        self._greeted = value if reference.field is MessageField.CUSTOMER_GREETING else ""
        return value

    def _plain(self, text: str) -> str:
        if not self._greeted or not text.strip():
            return text
        greeting, self._greeted = self._greeted, ""
        start = len(text) - len(text.lstrip())
        return text[:start] + go_on(text[start:], greeting, self._language)


def _line(line: str) -> str | None:
    """A line without what stayed away and without double spaces; None for one that has nothing left to say."""
    if _EMPTY in line:
        return None
    said = re.sub(" {2,}", " ", line.replace(_AWAY, "")).strip(" ")
    return None if _AWAY in line and not said else said


def _reference(name: str, field: str) -> Reference[MessageField]:
    found = MESSAGE_FIELDS.reference(name)
    if found is not None:
        return found
    written = "{" + shorten(name) + "}"
    near = get_close_matches(name.strip(), sorted(MESSAGE_FIELDS.names()), 1, 0.5)
    if near:
        meant = "{" + near[0] + "}"
        raise Invalid(field, msg("There is no field {name}. Did you mean {near}?", name=written, near=meant))
    raise Invalid(field, msg("There is no field {name}. Choose one from the list of fields.", name=written))


def _asks(text: str, field: str) -> Iterator[Ask]:
    for said in text.split(","):
        name = said.strip()
        try:
            yield Ask(MessageFact(name.removeprefix("!").strip()), wanted=not name.startswith("!"))
        except ValueError:
            known = ", ".join(fact.value for fact in MessageFact)
            raise Invalid(
                field,
                msg("There is no condition “{name}”. Use one of {known}.", name=shorten(name), known=known),
            ) from None
