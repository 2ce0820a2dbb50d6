"""Any text through every design: records of it, printed, and what independent readers find in the file afterwards."""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle, islice

import pikepdf
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.documents.builders import BUILDERS
from desktop_app.documents.fields import PaperWords, same_content
from desktop_app.documents.preflight import Refused
from desktop_app.documents.templates import load_template, template_names
from desktop_app.domain.cards import LinesItem, Template
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import (
    ApologyDetails,
    BirthdayDetails,
    ContactDetails,
    Kind,
    LineDetails,
    PaperDetails,
    ProductDetails,
    ShopDetails,
    VoucherDetails,
)
from desktop_app.domain.reaching import Standing
from desktop_app.domain.shop_words import Part
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language
from desktop_app.render.press import Press
from tests.render.sheets import outside, run

SHOP = ShopDetails("Mazais veikals", "sveiki@veikals.example", "https://veikals.example", address="Rīga")
PACKER = "Inese"
NASTY = (
    "<b>Anna</b>", "Ann & Co", '<img src="/dev/zero">', "<script>alert(1)</script>", "file:///etc/passwd",
    "https://evil.example/?a=1", "javascript:app.alert(1)", "{customer.name}", "{{order.number}}", "%s %d %(name)s",
    "(unbalanced", "back\\slash)", ") Tj ET Q /Annots [", "endstream endobj", "<</JS(app.alert(1))/S/JavaScript>>",
    "Ķēniņš-Žagariņa", "Ёлкин", "אבי", "李小龍", "عمر", "a\u0301e\u0308", "ﬁ ﬂ", "BT /F1 1 Tf", "../../etc/passwd",
    "\\\\server\\share", "=cmd|' /C calc'!A0", "A\u202eB", "\u200bzero\u200d", "line\nbreak\ttab", "",
)  # fmt: skip
HOPELESS = ("x" * 300, "слово " * 60, "\U0001f469\u200d\U0001f467")  # too long for most places, or in no face
_EVERYDAY = st.text(
    st.sampled_from("aeioulmnprstkdvgzbāčēģīķļņšūžАБВГДабвгдеёжийклмнопрстуыэюя  -–.,!?'’&()\"0123456789")
)
_NASTY, _BOTH_WAYS = st.sampled_from(NASTY), st.text("אבגדה abc", max_size=40)
_ARMS = [*[_EVERYDAY] * 45, *[_NASTY] * 20, *[_BOTH_WAYS] * 5, st.text()]  # few that no face can print
TEXTS = st.integers(0, len(_ARMS) - 1).flatmap(_ARMS.__getitem__)
_LIVE = frozenset(
    "Annots URI A AA OpenAction JS JavaScript Launch AcroForm EmbeddedFiles EmbeddedFile Names RichMedia XFA F".split()
)
_EACH = 16  # texts that a record takes


@dataclass
class Found:
    """What came of one design's records."""

    cards: int = 0
    refused: int = 0
    said: int = 0  # texts looked for in the file, and found
    wrong: list[str] = field(default_factory=list)


def any_texts(count: int) -> list[str]:
    """So many texts, the nasty ones first, then what hypothesis thinks of."""
    made: list[str] = [*NASTY, *HOPELESS]

    @settings(max_examples=count, phases=[Phase.generate], database=None, deadline=None,
              suppress_health_check=list(HealthCheck), derandomize=True)  # fmt: skip
    @given(TEXTS)
    def think(text: str) -> None:
        made.append(text)

    while len(made) < count:
        think()
    return made[:count]


def records(texts: Sequence[str]) -> Iterator[PaperDetails]:
    """Records that say each text once or more often, in turn in each language."""
    around = cycle(texts)
    for n in range(max(1, len(texts) // _EACH)):
        t = list(islice(around, _EACH))
        street = Address(name=t[0], street=t[1], city=t[2], region=t[3], postcode=t[4][:20], country=t[5])
        product = ProductDetails(t[6] or "Mug", sku=t[7], care=t[8], warranty_months=n % 30)
        yield PaperDetails(
            order=OrderId(n + 1), number=t[9][:60], language=list(Language)[n % 3],
            customer=CustomerFields(given=t[10], family=t[11], company=t[12] if n % 4 == 0 else "", address=street),
            customer_id=None, lines=(LineDetails(1 + n % 3, t[13] or "Mug", t[14]), LineDetails(1, t[15] or "Cup")),
            placed_on=dt.date(2026, 1 + n % 12, 1 + n % 28), first=n % 5 == 0, regular=n % 5 == 1,
            qr="https://veikals.example/" + str(n), address=street, referral=t[7][:20],
            voucher=VoucherDetails(f"TEA{n}", what=t[8] or "Tea"), apology=ApologyDetails(t[13] or "Late", t[14]),
            birthday=BirthdayDetails(dt.date(2026, 5, 1), 30), product=product, products=(product,), gift=t[15],
            people=(ContactDetails(t[10] or "Anna", phone=t[4][:20], email=t[9], note=t[12], address=street),),
            parts=(Part(t[11], t[13] or "Mug"), Part("", t[15] or "Cup")), standing=Standing(),
        )  # fmt: skip


def designs() -> Iterator[tuple[Kind, str]]:
    """Every built-in design."""
    for kind in BUILDERS:
        for name in template_names(kind):
            yield kind, name


def check(kind: Kind, name: str, people: Iterable[PaperDetails], stock: Stock) -> Found:
    """Prints the records in a design and looks for each of their texts in the file, page by page."""
    template = load_template(kind, name)
    people = list(people)
    result, file = run(people, kind=kind, stock=stock, shop=SHOP, by=PACKER, designs={kind: template})
    found = Found(cards=len(result.placed), refused=len(people) - len({card.order for card in result.placed}))
    if not result.placed:
        return found
    found.wrong += [f"{kind} {name}: {trouble}" for trouble in live_things(file)]
    pages = outside(["pdftotext", "-raw", "-enc", "UTF-8", "{}", "-"], file).split("\f")
    printed: dict[OrderId | None, str] = {}
    for card in result.placed:
        printed[card.order] = printed.get(card.order, "") + " " + pages[card.sheet - 1]
    saying = _Saying(template, stock)
    for paper in people:
        if paper.order in printed:
            for said in saying.texts(paper):
                found.said += 1
                if not is_in(said, printed[paper.order]):
                    found.wrong.append(f"{kind} {name}: {said!r} is not in {printed[paper.order]!r}")
    return found


class _Saying:
    """What the first card of a record says in a design, and the articles that all its cards list."""

    def __init__(self, template: Template, stock: Stock) -> None:
        self._template, self._same = template, same_content(SHOP, PACKER)
        press = Press(io.BytesIO(), stock.card, SHOP, by=PACKER)
        self._layouts = {language: press.layout(template, language, self._same) for language in Language}
        self._words = {language: PaperWords(language) for language in Language}

    def texts(self, paper: PaperDetails) -> list[str]:
        layout = self._layouts[paper.language]
        try:
            content = BUILDERS[self._template.kind](paper, self._same, self._words[paper.language], asked=layout.asked)
        except Refused:
            return []
        said = list(layout.texts(replace(content, values={**content.values})).values())
        if any(isinstance(item, LinesItem) for item in self._template.items):
            said += [article.name for article in content.articles]
        return [text for text in said if text]


def is_in(said: str, page: str) -> bool:
    """Whether a page says a text: letter by letter; for what is read from both sides, or with marks, by its letters."""
    wanted, there = _bare(said), _bare(page)
    if wanted in there or wanted.upper() in there:
        return True
    if not re.search("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]", said) and not any(map(unicodedata.combining, wanted)):
        return False
    missing = Counter(filter(str.isalnum, wanted)) - Counter(filter(str.isalnum, there))
    return not missing or not Counter(filter(str.isalnum, wanted.upper())) - Counter(filter(str.isalnum, there))


def live_things(file: bytes) -> list[str]:
    """Links, scripts, forms and files in a PDF: a card has none, whatever stands on it."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        return [f"{key} in an object" for thing in pdf.objects for key in _keys(thing) if key[1:] in _LIVE]


def _keys(thing: object, *, inside: bool = False) -> Iterator[str]:
    """The keys of a dictionary or stream, and of those that stand inside it; what is elsewhere is asked there."""
    if isinstance(thing, pikepdf.Object) and thing.is_indirect and inside:
        return
    if isinstance(thing, pikepdf.Array):
        for part in thing:
            yield from _keys(part, inside=True)
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        held = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
        for key, value in held.items():
            yield key
            yield from _keys(value, inside=True)


def _bare(text: str) -> str:
    """A text without what setting it in lines adds, takes or may write in another way."""
    letters = unicodedata.normalize("NFKC", text)
    kept = (letter for letter in letters if not letter.isspace() and letter not in "-\u2010")
    return "".join(letter for letter in kept if unicodedata.category(letter)[0] != "C")
