"""What a person chose for a print run, and what there was to choose from; the press makes the papers by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.actions.paper import chosen_designs, chosen_stock
from desktop_app.actions.stocks import StockChoice, offered_stocks
from desktop_app.actions.templates import all_templates, read_templates, with_pictures
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.cards import Template
from desktop_app.domain.imposing import Duplex, Imposing, Order
from desktop_app.domain.paper_extras import PaperExtras, with_extras
from desktop_app.domain.print_run import CardChange, Remark
from desktop_app.domain.printed_before import PrintedBefore
from desktop_app.domain.printing import Kind, PaperDetails, ShopDetails
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.domain.templates import TemplateRow, own_id
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.printed_before import printed_before
from desktop_app.queries.printing import shop_details
from desktop_app.queries.settings import settings
from desktop_app.queries.stocks import calibrations
from desktop_app.ui.preview.records import Whose, details_of


@dataclass(frozen=True, slots=True)
class Choices:
    """One set of choices; `design` None is each paper's own as the shop has set it.

    `begun` are the free places of the part-used sheets that are filled first. Of the printer only the correction of its
    tray is in the papers. `language` is that of a paper about the shop.
    """

    kind: Kind
    design: str | None = None
    stock: str = ""
    start: int = 1
    copies: int = 1
    by: str = ""
    language: Language | None = None
    extras: PaperExtras = PaperExtras()
    begun: tuple[tuple[int, ...], ...] = ()
    duplex: Duplex = Duplex.OFF
    order: Order = Order.READING
    marks: bool = True
    guide: bool = False
    printer: str = ""
    tray: str = ""
    changes: Mapping[str, CardChange] = field(default_factory=dict)  # a person's to single cards, by their keys

    @property
    def imposing(self) -> Imposing:
        """How the cards are laid on their sheets."""
        return Imposing(self.start, self.begun, self.duplex, self.order, self.marks, self.guide)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the preview makes papers of: the records as one kind needs them, the shop, its settings, papers, designs.

    `own` are those of the shop's own designs it prints with, `unknown` tells for whom there can be no such paper,
    `before` when their cards were printed last.
    """

    whose: Whose
    kind: Kind
    design: str | None
    language: Language | None
    details: tuple[PaperDetails, ...]
    unknown: tuple[Remark, ...]
    shop: ShopDetails
    values: SettingValues
    stocks: tuple[StockChoice, ...]
    designs: Mapping[Kind, tuple[TemplateRow, ...]]
    own: Mapping[str, Template]
    corrections: Mapping[tuple[str, str, str], Calibration]
    before: PrintedBefore

    def meets(self, choices: Choices) -> bool:
        """Whether papers can be made of it by these choices, without asking the shop anew."""
        return (self.kind, self.design, self.language) == (choices.kind, choices.design, choices.language)

    def first(self, by: str) -> Choices:
        """The choices to begin with: the shop's own design and paper."""
        return Choices(self.kind, self.design, chosen_stock(self.kind, self.values), by=by, language=self.language)

    def stock(self, name: str) -> Stock:
        """A paper by its id."""
        return next((one.stock for one in self.stocks if one.stock.id == name), self.stocks[0].stock)

    def begun(self, name: str) -> tuple[tuple[int, ...], ...]:
        """The begun sheets of a paper."""
        return next((one.begun for one in self.stocks if one.stock.id == name), ())

    def correction(self, choices: Choices) -> Calibration | None:
        """How far the printer's tray was measured to be off on this paper."""
        return self.corrections.get((choices.printer, choices.tray, choices.stock))

    def papers(self, choices: Choices) -> list[PaperDetails]:
        """The records with what a person added; raises Invalid at the field of what cannot be."""
        choices.extras.check(len(self.details))
        return list(with_extras(choices.kind, self.details, choices.extras))


def offer(
    shop: Shop,
    whose: Whose,
    *,
    kind: Kind,
    design: str | None = None,
    language: Language | None = None,
    before: Offer | None = None,
) -> Offer:
    """Everything the papers of these records need; what an offer `before` knows of them is not asked for again."""
    values = settings(shop)
    rows = before.designs if before else {one: tuple(all_templates(shop, one)) for one in _papers(whose)}
    of = {row.key: row.kind for found in rows.values() for row in found}
    chosen = chosen_designs(kind, values, design, of=of)
    keys = {paper: key for paper, key in chosen.items() if own_id(key) is not None}
    own = {keys[paper]: template for paper, template in read_templates(shop, keys).items()}
    known = before is not None and (before.kind, before.language) == (kind, language)
    details, unknown = (
        (before.details, before.unknown) if before and known else details_of(shop, whose, kind, language)
    )
    return Offer(
        whose, kind, design, language, details, unknown,
        shop=with_pictures(shop, shop_details(shop), list(own.values())),
        values=values,
        stocks=tuple(offered_stocks(shop)),
        designs=rows,
        own=own,
        before=before.before if before and known else printed_before(
            shop, orders=[one.order for one in details if one.order],
            customers=[one.customer_id for one in details if one.customer_id and not one.order],
        ),
        corrections={(one.printer, one.tray, one.stock): one.measures for one in calibrations(shop)},
    )


def _papers(whose: Whose) -> tuple[Kind, ...]:
    """The kinds that have designs, among those there are for these records."""
    return tuple(dict.fromkeys((*(kind for kind in whose.kinds if kind is not Kind.PARCEL), Kind.THANK_YOU)))
