"""The small language of texts: fields in braces, looked up plainly; a wording becomes the text of one card."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.documents.references import CARD_FIELDS
from desktop_app.domain.cards import Fact, Field, Variant, When
from desktop_app.domain.references import BRACES, Reference

FACT_BITS: Mapping[Fact, int] = {fact: 1 << n for n, fact in enumerate(Fact)}
# Facts and fields that are the same on every card of a run.
SAME_FACTS = sum(
    FACT_BITS[fact] for fact in (Fact.PACKER, Fact.CONTACT, Fact.LINK, Fact.LOGO, Fact.SMALL, Fact.SIGNATURE)
)
SAME_FIELDS = frozenset(
    field.value
    for field in (
        Field.PACKER,
        Field.SHOP_NAME,
        Field.SHOP_CONTACT,
        Field.SHOP_LINK,
        Field.SHOP_SITE,
        Field.SHOP_ADDRESS,
    )
)

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SPACES = re.compile("[^\\S\u00a0\u202f]+")  # a no-break space in a date or an amount is meant
# A space in a measure of goods, “140 × 220 см”, “0.5 l”, “3 gab.”, or after a short word of Russian, «с вышивкой».
_HELD = re.compile(
    r" (?:(?<=\d )(?=(?:[×xх%]|°C|[dcmk]?m|[mcd]?l|[mk]?g|oz|lb|pcs|[дсмк]?м|м?л|[мк]?г|шт|gab)[²³.]?(?!\w))"
    r"|(?<=\d [×xх] )(?=\d)|(?<= [авикосуя] )|(?<= (?:во|до|за|из|ко|на|не|но|об|от|по|со) ))"
)
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
    """A variant ready to be filled: a %-pattern, and the keys of what goes into it in order, with what stands for each.

    `defaults` is empty where no field has one.
    """

    check: Check
    pattern: str
    fields: tuple[str, ...]
    defaults: tuple[str | None, ...] = ()

    def fill(self, values: Mapping[str, str]) -> str:
        """The text with its fields; empty when one of them is and nothing stands for it."""
        if not self.fields:
            return self.pattern % ()
        filled = tuple([values[field] for field in self.fields])
        if "" not in filled:
            return self.pattern % filled
        if not self.defaults:
            return ""
        stood_for = [value or default for value, default in zip(filled, self.defaults, strict=True)]
        return "" if None in stood_for else self.pattern % tuple(stood_for)


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


def wording_of(variant: Variant) -> Wording:
    """A variant compiled; its fields must be known ones."""
    text = _plain(variant.text)
    parts: list[str] = []
    named: list[Reference[Field]] = []
    done = 0
    for match in BRACES.finditer(text):
        parts.append(text[done : match.start()].replace("%", "%%"))
        done = match.end()
        if match.group(1) is None:
            parts.append(match.group()[0])
            continue
        reference = CARD_FIELDS.reference(match.group(1))
        if reference is None:
            raise ValueError(f"no field {match.group(1)!r}")
        named.append(reference)
        parts.append("%s")
    pattern = "".join([*parts, text[done:].replace("%", "%%")])
    defaults = tuple(reference.default for reference in named)
    keys = tuple(reference.key for reference in named)
    return Wording(check_of(variant.when), pattern, keys, defaults if any(d is not None for d in defaults) else ())


def on_paper(text: str) -> str:
    """A value of a record as it may stand on paper: NFC, on one line, without controls and direction marks."""
    plain = text.isprintable() and "  " not in text
    # What follows Python calls printable all the same: signs of how an emoji looks, and of what is not to be joined.
    plain = plain and "\ufe0f" not in text and "\ufe0e" not in text and "\u034f" not in text
    if plain and unicodedata.is_normalized("NFC", text):
        return text.strip()
    seen_text = _UNSEEN.sub("", _BREAKS.sub(" ", text))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", seen_text)).strip()


def on_lines(text: str) -> str:
    """The same for a value of several lines, such as an address: line by line, without the empty ones."""
    return "\n".join(line for line in map(on_paper, text.splitlines()) if line)


@lru_cache(maxsize=1024)  # a run prints the same goods again and again
def held_together(text: str) -> str:
    """What a shop calls its goods or says, on paper: lines end neither within a measure nor after a short word."""
    return _HELD.sub("\u00a0", on_paper(text))


def _plain(text: str) -> str:
    """A text of a design in NFC, runs of spaces as one; its own line breaks and no-break spaces are kept."""
    return re.sub(" +", " ", unicodedata.normalize("NFC", text.replace("\u00ad", "")))
