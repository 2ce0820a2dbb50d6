"""The cards of the print bench: invented names and letters, the same for every program that is measured."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import LineDetails, PaperDetails
from desktop_app.domain.reaching import Standing
from desktop_app.i18n import Language

HEADINGS = {Language.RU: "Спасибо!", Language.LV: "Paldies!"}
SHOP = "Mazais veikals"
PACKER = "Анна Лиепиня"
_GIVEN = {
    Language.RU: "Юлия Анна Пётр Семён Любовь Алёна Игорь Жанна Фёдор Яна".split(),
    Language.LV: "Šarlote Jānis Žanete Ģirts Ķirils Ērika Līga Ņina Ūla Čārlijs".split(),
}
_FAMILY = {
    Language.RU: "Ёлкина Щербакова Объедков Юрьева Цой Шапошникова Эрнст Хвостова".split(),
    Language.LV: "Ķēniņš Bērziņa Šķēle Žagariņa Ozoliņš Liepiņa Čakste Ābele".split(),
}
_SYLLABLES = {
    Language.RU: "ла ми не ро ту ши ва де жо щу ё пы кря сто нье вью".split(),
    Language.LV: "la mī ne ro tū ši va dē žo ķu ļa ņi šķ gri sto vēj".split(),
}
_WORDS = 60  # in a letter
_VOCABULARY = 1200  # different words, with what stands after them, in a language's letters


def parcels(count: int) -> Iterator[PaperDetails]:
    """`count` orders, Russian and Latvian in turn, each with a letter of 60 words of its own and its own code."""
    chance = random.Random(2026)
    words = {language: [_word(chance, language) for _ in range(_VOCABULARY)] for language in HEADINGS}
    often = list(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))  # Zipf's law, as in any letter
    for n in range(count):
        language = (Language.RU, Language.LV)[n % 2]
        letter = " ".join(chance.choices(words[language], cum_weights=often, k=_WORDS))
        yield PaperDetails(
            order=OrderId(n + 1),
            number=f"LV-{100000 + n}",
            language=language,
            customer=CustomerFields(given=chance.choice(_GIVEN[language]), family=chance.choice(_FAMILY[language])),
            customer_id=None,
            lines=(LineDetails(1, letter),),
            total=None,
            placed_on=None,
            first=False,
            regular=False,
            standing=Standing(),
            qr="https://mazais.example/r/" + "".join(chance.choices("ABCDEFGHJKMNPQRSTUVWXYZ23456789", k=8)),
        )


def logo() -> bytes:
    """A logo of about 200 KB with transparency, as PNG."""
    from PIL import Image

    chance = random.Random(7)
    width, height = 560, 210
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            inside = (x - width / 2) ** 2 / (width / 2) ** 2 + (y - height / 2) ** 2 / (height / 2) ** 2 < 1
            pixels += bytes((168, 72 + chance.randrange(24), 31 + chance.randrange(24), 255 if inside else 0))
    out = io.BytesIO()
    Image.frombytes("RGBA", (width, height), bytes(pixels)).save(out, "PNG")
    return out.getvalue()


def _word(chance: random.Random, language: Language) -> str:
    mark = chance.choice([""] * 8 + [",", "."])
    return "".join(chance.choices(_SYLLABLES[language], k=chance.randint(1, 4))) + mark


def cards_file(count: int, folder: Path) -> Path:
    """The same cards for programs that are not ours, as JSON, with ready squares of the codes."""
    from desktop_app.documents.ornaments import ORNAMENTS
    from desktop_app.domain.cards import Face
    from desktop_app.domain.customers import full_name
    from desktop_app.render.barcodes import Codes
    from desktop_app.render.faces import SOURCES

    codes = Codes()
    cards = []
    for paper in parcels(count):
        side, bits = codes.symbol(paper.qr)
        row = (side + 7) // 8
        rows = [f"{int.from_bytes(bits[n * row : n * row + row], 'big'):0{row * 8}b}"[:side] for n in range(side)]
        cards.append({
            "heading": HEADINGS[paper.language], "name": full_name(paper.customer), "text": paper.lines[0].name,
            "number": paper.number, "link": paper.qr, "qr": rows,
        })  # fmt: skip
    paths = [
        {"start": path.start, "segments": path.segments, "stroke": path.stroke, "filled": path.filled}
        for path in ORNAMENTS["sprig"](30, 20, 3)
    ]
    job = {
        "text": SOURCES[Face.SERIF].path(), "hand": SOURCES[Face.HAND].path(), "logo": str(folder / "logo.png"),
        "packer": PACKER, "ornament": paths, "cards": cards,
    }  # fmt: skip
    file = folder / f"cards-{count}.json"
    file.write_text(json.dumps(job), encoding="utf-8")
    return file
