"""Texts of all the world's letters through every design: none stops a run, what is written is found again in the file.

`CORDIAL_TEXTS` in the environment says how many texts each design gets; 20,000 take an hour.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.documents.templates import template_names
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.printing import (
    ApologyDetails,
    BirthdayDetails,
    ContactDetails,
    Kind,
    LineDetails,
    PaperDetails,
    ProductDetails,
    VoucherDetails,
)
from desktop_app.domain.shop_words import Part
from desktop_app.i18n import Language, english
from tests.render.sheets import close, pages_of, parcel, run

COUNT = int(os.environ.get("CORDIAL_TEXTS", "20"))
DESIGNS = [(kind, name) for kind in Kind for name in template_names(kind)]
IDS = [f"{kind}-{name}" for kind, name in DESIGNS]

NASTY = [
    "<b>Anna", "Ann & Co", '<img src="/dev/zero">', "javascript:alert(1)", "{packer}", "{{", "%s%d\\n", "(a)\\b)",
    "\x00", "\ud800", "a\u0304\u0323", "\u202eabc", "🎉", "אבי", "محمد", "李小龍", "Ab" * 150, " ", "\n\n", "\u00ad",
]  # fmt: skip
LETTERS = "ĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽžАБВЁЖЙабвгдёжзийклмщъыьэюяABCxyzäößŁłÇçŐő0123456789<>&'\"%$#{}()[]\\/@.,;:!?–—… "


def written(seed: random.Random) -> str:
    """A text of letters that the papers' faces have, in one direction, that ends on a letter."""
    words = ["".join(seed.choices(LETTERS, k=seed.randint(1, 12))) for _ in range(seed.randint(1, 5))]
    return f"Z{' '.join(words)}z"


def wild(seed: random.Random) -> str:
    """A text of whatever there is in Unicode."""
    if seed.random() < 0.2:
        return seed.choice(NASTY)
    tops = (0x7F, 0x24F, 0x52F, 0x7FF, 0x2FFF, 0xFFFF, 0x10FFFF)
    return "".join(chr(seed.randint(0, seed.choice(tops))) for _ in range(seed.randint(0, 40)))


def paper(n: int, text: str) -> PaperDetails:
    """A record that says nothing but this text wherever it can."""
    more: dict[str, Any] = {
        "lines": (LineDetails(1, text, text),), "gift": text, "referral": "ANNA77", "people": (ContactDetails(text),),
        "address": Address(street=text, city="Rīga"), "voucher": VoucherDetails("TEA4U7", what=text),
        "apology": ApologyDetails(text, text), "product": ProductDetails(text, care=text, link="https://a.example"),
        "birthday": BirthdayDetails(dt.date(2026, 5, 31)), "parts": (Part(text, text),), "qr": "",
    }  # fmt: skip
    return parcel(n, language=Language.RU, customer=CustomerFields(given=text), **more)


def printed(kind: Kind, design: str, texts: list[str]) -> Iterator[tuple[str, str]]:
    """Each text that was not refused in words, with the text found on the pages of its record."""
    records = [paper(n, text) for n, text in enumerate(texts)]
    result, file = run(records, kind=kind, by="Inese", designs={kind: design})
    assert all(english(told.message) for told in result.remarks)
    objects = re.sub(rb"stream\n.*?\nendstream", b"", file, flags=re.DOTALL)
    assert not re.search(rb"/(URI|JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|Annots?)\b", objects)
    said: dict[int, str] = {}
    for card, page in zip(result.placed, pages_of(file) if file else [], strict=True):
        assert card.order is not None
        said[int(card.order)] = said.get(int(card.order), "") + page
    assert len(said) + len({told.order for told in result.skipped}) == len(texts)
    for number, page in said.items():
        yield texts[number], page


def plainly(text: str) -> str:
    """A text as it is looked for: hyphens at the ends of lines go, a greeting is tidied when typed in capitals."""
    return close(text).replace("-", "").casefold()


@pytest.mark.parametrize(("kind", "design"), DESIGNS, ids=IDS)
def test_what_is_written_is_printed_and_found_again(kind: Kind, design: str) -> None:
    seed = random.Random(f"{kind} {design}")
    texts = [written(seed) for _ in range(COUNT)]
    found = list(printed(kind, design, texts))
    assert len(found) > len(texts) // 2
    for text, page in found:
        assert plainly(text) in plainly(page), text


@pytest.mark.parametrize(("kind", "design"), DESIGNS, ids=IDS)
def test_whatever_there_is_in_unicode_is_printed_or_refused_in_words(kind: Kind, design: str) -> None:
    seed = random.Random(f"{design} {kind}")
    assert list(printed(kind, design, [*NASTY, *(wild(seed) for _ in range(COUNT))])) is not None


def test_a_text_never_opens_a_file() -> None:
    """Watched by Python's own audit while a run goes on: faces, their tables and designs are opened, nothing else."""
    opened: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and event in ("open", "socket.connect", "subprocess.Popen", "urllib.Request"):
            opened.append(f"{event} {arguments[0]}")

    sys.addaudithook(watch)
    try:
        run(
            [
                paper(n, text)
                for n, text in enumerate(['<img src="/etc/passwd">', "file:///etc/passwd", "../../etc/passwd"])
            ]
        )
    finally:
        watching = False
    assert not [told for told in opened if "passwd" in told or not told.startswith("open ")]
