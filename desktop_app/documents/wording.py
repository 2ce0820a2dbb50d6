"""The small language of texts: fields in braces, looked up plainly; a wording becomes the text of one card."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_app.domain.cards import Fact, Field, Variant, When

FACT_BITS: Mapping[Fact, int] = {fact: 1 << n for n, fact in enumerate(Fact)}
# Facts and fields that are the same on every card of a run.
SAME_FACTS = sum(FACT_BITS[fact] for fact in (Fact.PACKER, Fact.CONTACT, Fact.LINK, Fact.LOGO))
SAME_FIELDS = frozenset(
    field.value for field in (Field.PACKER, Field.SHOP_NAME, Field.SHOP_CONTACT, Field.SHOP_LINK)
)

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SPACES = re.compile("[^\\S\u00a0\u202f]+")  # a no-break space in a date or an amount is meant
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+"
)


@dataclass(frozen=True, slots=True)
class Check:
    """A condition ready to be asked: the facts it looks at, and how they must be."""

    mask: int = 0
    want: int = 0

    def holds(self, facts: int) -> bool:
        """Whether all its facts are as wanted."""
        return facts & self.mask == self.want


@dataclass(frozen=True, slots=True)
class Wording:
    """A variant ready to be filled: a %-pattern, and the fields that go into it in order."""

    check: Check
    pattern: str
    fields: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """The text with its fields; empty when one of them is."""
        if not self.fields:
            return self.pattern % ()
        filled = [values[field] for field in self.fields]
        return self.pattern % tuple(filled) if all(filled) else ""


def check_of(when: When) -> Check:
    """The conditions of an item or a variant as one check."""
    mask = want = 0
    for condition in when:
        bit = FACT_BITS[condition.fact]
        mask |= bit
        want |= bit if condition.wanted else 0
    return Check(mask, want)


def facts_of(facts: Iterable[Fact]) -> int:
    """A set of facts as one number."""
    return sum(FACT_BITS[fact] for fact in set(facts))


def names_in(text: str) -> list[str]:
    """What a text names in braces, known or not; a lone brace is returned as itself."""
    found = []
    for match in _BRACES.finditer(text):
        if match.group() not in ("{{", "}}"):
            found.append(match.group(1) if match.group(1) is not None else match.group())
    return found


def wording_of(variant: Variant) -> Wording:
    """A variant compiled; its fields must be known ones."""
    fields: list[str] = []

    def piece(match: re.Match[str]) -> str:
        if match.group(1) is None:
            return match.group()[0]
        fields.append(Field(match.group(1)).value)
        return "%s"

    pattern = _BRACES.sub(piece, _plain(variant.text).replace("%", "%%"))
    return Wording(check_of(variant.when), pattern, tuple(fields))


def on_paper(text: str) -> str:
    """A value of a record as it may stand on paper: NFC, on one line, without controls and direction marks."""
    plain = text.isprintable() and "  " not in text
    # What follows Python calls printable all the same: signs of how an emoji looks, and of what is not to be joined.
    plain = plain and "\ufe0f" not in text and "\ufe0e" not in text and "\u034f" not in text
    if plain and unicodedata.is_normalized("NFC", text):
        return text.strip()
    seen_text = _UNSEEN.sub("", _BREAKS.sub(" ", text))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", seen_text)).strip()


def _plain(text: str) -> str:
    """A text of a design in NFC, runs of spaces as one; its own line breaks and no-break spaces are kept."""
    return re.sub(" +", " ", unicodedata.normalize("NFC", text.replace("\u00ad", "")))
