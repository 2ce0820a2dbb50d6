"""What the designer works with: a design and the shop as it was opened, proofs of it, checks and drawings to choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.actions.paper import chosen_stock
from desktop_app.actions.pictures import checked_picture
from desktop_app.actions.stocks import read_stock
from desktop_app.actions.templates import read_template, with_pictures
from desktop_app.domain.cards import Fact, Format, Side, Template, format_of
from desktop_app.domain.design import CARDS, Frame, hangs_on
from desktop_app.domain.design_changes import changes_between
from desktop_app.domain.design_new import blank
from desktop_app.domain.design_seen import Seen, SeenPage, SeenPicture
from desktop_app.domain.errors import Invalid
from desktop_app.domain.printing import FOR_SHOP, KIND_NAMES, Kind, PaperDetails, ShopDetails
from desktop_app.domain.settings import SHOP_LANGUAGE, SettingValues
from desktop_app.domain.shop_words import Part
from desktop_app.domain.templates import TemplateId, TemplateRow, TemplateVersion, own_id
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Message, Words, msg
from desktop_app.queries import Shop
from desktop_app.queries.printing import shop_details, shop_paper
from desktop_app.queries.settings import settings
from desktop_app.queries.templates import own_template, template_versions

if TYPE_CHECKING:
    from desktop_app.render.proof import ItemBox, Proof, ProofPress


_ON_SCREEN = 1200  # pixels


@dataclass(frozen=True, slots=True)
class Card:
    """A size of card to look at: its class and its millimetres; `own` for what the shop prints this kind on."""

    form: Format
    size: tuple[float, float]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A design to be worked on; `row` is None for a new one and for one that comes with the program."""

    template: Template
    row: TemplateRow | None
    base: str
    shop: ShopDetails
    language: Language
    cards: tuple[Card, ...] = ()
    parts: Mapping[Language, tuple[Part, ...]] = field(default_factory=dict)  # of a paper of the shop alone


@dataclass(frozen=True, slots=True)
class Drawing:
    """An ornament by name, its paths in a box of 40 × 26 mm as (start, segments, closed, filled, pen)."""

    name: str
    paths: tuple[tuple[tuple[float, float], Sequence[tuple[float, ...]], bool, bool, float], ...]


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture from the disk, checked: its content and sha256, and how many pixels it has."""

    sha256: str
    content: bytes
    width: int
    height: int


def open_design(shop: Shop, kind: Kind, key: str) -> Opened:
    """A design with everything the window needs of the shop; without a key a card with nothing on it."""
    details, values = shop_details(shop), settings(shop)
    language = Language(values[SHOP_LANGUAGE])
    if not key:
        title = {each: Words(each).say(KIND_NAMES[kind]) for each in Language}
        template = blank(kind, kind.value, title=title)
        return Opened(template, None, "", details, language, _cards(shop, kind, values), _parts(shop, kind))
    template, cards = read_template(shop, kind, key), _cards(shop, kind, values)
    number = own_id(key)
    row = own_template(shop, number) if number is not None else None
    details = with_pictures(shop, details, [template])
    return Opened(template, row, key, details, language, cards, _parts(shop, kind))


@dataclass(frozen=True, slots=True)
class EarlierDesign:
    """One version of a design, and what it changed of the one before."""

    row: TemplateVersion
    template: Template
    changes: tuple[Message, ...] = ()


def design_history(shop: Shop, row: TemplateRow) -> tuple[list[EarlierDesign], ShopDetails]:
    """Every version of one of the shop's own designs, the newest first, and the shop with the pictures they show."""
    rows = template_versions(shop, TemplateId(row.id or 0))
    templates = [read_template(shop, row.kind, row.key, number=version.number) for version in rows]
    before = [*templates[1:], None]
    found = [
        EarlierDesign(version, template, changes_between(older, template) if older is not None else ())
        for version, template, older in zip(rows, templates, before, strict=True)
    ]
    return found, with_pictures(shop, shop_details(shop), templates)


def take_picture(picture: Path | bytes) -> NewPicture:
    """A PNG, JPEG or WebP picture for a design; raises Invalid for everything else, before it is unpacked."""
    from desktop_app.render.images import size_of

    row = checked_picture(picture)
    return NewPicture(row["sha256"], row["content"], *size_of(row["content"]))  # as it is seen: a phone's lies turned


def whole_picture(content: bytes) -> bytes:
    """A picture as it is seen, not cropped, as a PNG small enough for a screen; raises Invalid for a damaged one."""
    from desktop_app.render.images import shown_small

    return shown_small(content, _ON_SCREEN)


def drawings() -> list[Drawing]:
    """Every ornament there is, as it looks."""
    from desktop_app.documents.ornaments import ORNAMENTS  # read when a person chooses

    return [
        Drawing(name, tuple((path.start, path.segments, path.closed, path.filled, path.stroke) for path in paths))
        for name, paths in ((name, make(40.0, 26.0, 3)) for name, make in ORNAMENTS.items())
    ]


class UnknownField(Invalid):
    """A text names a field that there is none of: `name`, where `near` may be meant."""

    def __init__(self, name: str, near: str) -> None:
        said = msg("There is no field “{name}”; perhaps “{near}” was meant.", name=shorten(name), near=near)
        super().__init__("text", said)
        self.name, self.near = name, near


def check_words(text: str) -> None:
    """Raises UnknownField for a field there is none of, Invalid at `text` for a brace alone."""
    from difflib import get_close_matches

    from desktop_app.documents.references import CARD_FIELDS

    name = CARD_FIELDS.unknown_in(text)
    if name is None:
        return
    if name in ("{", "}"):
        raise Invalid("text", msg("A brace stands alone. Write a field as {{customer.name}}, a brace itself twice."))
    near = get_close_matches(name, sorted(CARD_FIELDS.names()), 1, 0.0)
    raise UnknownField(name, near[0])


class Proofer:
    """Lays one window's designs out; keeps what the press loaded. Used from one thread at a time."""

    def __init__(self, shop: ShopDetails, *, by: str) -> None:
        self._shop, self._by = shop, by
        self._pictures = dict(shop.pictures)
        self._press: ProofPress | None = None

    def add_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """Pictures the shop may not keep yet, by sha256."""
        self._pictures = {**self._pictures, **pictures}

    @property
    def pictures(self) -> Mapping[str, bytes]:
        """Every picture the design may show, by sha256."""
        return self._pictures

    def see(
        self,
        template: Template,
        details: PaperDetails,
        *,
        card: tuple[float, float],
        form: Format,
        side: Side,
        language: Language,
    ) -> SeenPage:
        """One side of a card as it will be printed; raises AppError where it cannot be laid out."""
        made = self._proof(template, details, card=card, side=side, language=language)
        elsewhere = {}
        if any(hangs_on(item) for item in template.items):  # what is taken off another item has to stand somewhere
            for other in Format:
                if other is not form:
                    seen = self._proof(template, details, card=CARDS[other], side=side, language=language)
                    elsewhere[other] = {box.id: _frame(box) for box in seen.boxes if not box.hidden}
        facts = self._facts(template.kind, details, language)
        if form is Format.SMALL:
            facts |= {Fact.SMALL}
        return _page(made, form=form, side=side, facts=facts, elsewhere=elsewhere)

    def _facts(self, kind: Kind, details: PaperDetails, language: Language) -> frozenset[Fact]:
        """What holds for the record: by it the window shows the wording that is printed."""
        from desktop_app.documents.builders import BUILDERS
        from desktop_app.documents.fields import PaperWords, same_content
        from desktop_app.documents.wording import FACT_BITS

        same = same_content(self._shop, self._by)
        bits = BUILDERS[kind](details, same, PaperWords(language), asked=frozenset()).facts
        return frozenset(fact for fact, bit in FACT_BITS.items() if bits & bit)

    def _proof(
        self, template: Template, details: PaperDetails, *, card: tuple[float, float], side: Side, language: Language
    ) -> Proof:
        from desktop_app.render.proof import ProofPress, proof  # the press is heavy: first use, not start

        self._press = self._press or ProofPress()
        shop = replace(self._shop, pictures=self._pictures)
        return proof(
            template, details, shop, by=self._by, card=card, side=side, language=language, press=self._press
        )  # fmt: skip


def _parts(shop: Shop, kind: Kind) -> Mapping[Language, tuple[Part, ...]]:
    """What the shop promises, or what it is there for, in each language."""
    return {each: shop_paper(shop, kind, each).parts for each in Language} if kind in FOR_SHOP else {}


def _cards(shop: Shop, kind: Kind, values: SettingValues) -> tuple[Card, ...]:
    """The classes of card, and the size this kind is printed on where it is another one."""
    try:
        own = read_stock(shop, chosen_stock(kind, values)).card
    except Invalid:  # the paper is gone: another one is chosen before anything is printed
        own = CARDS[Format.MEDIUM]
    form = format_of(own)
    alike = all(abs(one - other) <= 1 for one, other in zip(own, CARDS[form], strict=True))
    standard = tuple(Card(each, size) for each, size in CARDS.items() if each is not form or not alike)
    return (Card(form, own, own=True), *standard)


def _page(
    made: Proof, *, form: Format, side: Side, facts: frozenset[Fact],
    elsewhere: Mapping[Format, Mapping[str, Frame]],
) -> SeenPage:  # fmt: skip
    items = {
        box.id: Seen(
            _frame(box), box.shrunk, box.overflow, box.lost, box.dpi, box.hidden, box.widow, _picture(box)
        )
        for box in made.boxes
    }  # fmt: skip
    return SeenPage(made.pdf, form, side, made.size, made.bleed, items, made.page_count, facts, elsewhere)


def _picture(box: ItemBox) -> SeenPicture | None:
    drawn = box.picture
    if drawn is None:
        return None
    frame = Frame(drawn.x, drawn.y, drawn.width, drawn.height, box.rotate)
    return SeenPicture(frame, drawn.crop, drawn.pixels)


def _frame(box: ItemBox) -> Frame:
    return Frame(box.x, box.y, box.width, box.height, box.rotate)
