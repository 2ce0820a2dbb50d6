"""The words of one card of a run: what it says as it stands, and whether other words can be printed on it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.actions.paper import chosen_designs
from desktop_app.domain.cards import Template
from desktop_app.domain.errors import NotFound
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.print_run import CardChange, RecordKey
from desktop_app.domain.printing import Kind, PaperDetails, ShopDetails
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Message, msg

if TYPE_CHECKING:
    from desktop_app.render.job import PrintJob


@dataclass(frozen=True, slots=True)
class OneCard:
    """A card by its key in a run of this kind, with the record it is of and all that makes it look as it does."""

    key: str
    kind: Kind
    record: PaperDetails
    shop: ShopDetails
    values: SettingValues
    stock: Stock
    design: str | None = None
    own_designs: Mapping[str, Template] = field(default_factory=dict)
    by: str = ""
    duplex: Duplex = Duplex.OFF


def card_words(card: OneCard) -> dict[str, str]:
    """What the card says, by the keys of its design's texts; raises Refused where there is nothing to make it of."""
    from desktop_app.render.proof import words_of  # the press is heavy: first use, not start

    kind, paper = _paper(card)
    return words_of(_template(card, kind), paper, card.shop, by=card.by, card=card.stock.card)


def check_card_words(card: OneCard, words: Mapping[str, str]) -> Message | None:
    """What keeps the card from paper when it says these words instead, by their keys; None when nothing does."""
    from desktop_app.render.job import run_job

    return next((told.message for told in run_job(_job(card, words), io.BytesIO()).skipped), None)


def _job(card: OneCard, words: Mapping[str, str]) -> PrintJob:
    """A run of this card alone."""
    from desktop_app.render.job import PrintJob

    kind, paper = _paper(card)
    whole = RecordKey(paper.order, paper.customer_id, paper.title, paper.about, paper.relative)
    return PrintJob(
        kind=kind,
        details=[paper],
        shop=card.shop,
        by=card.by,
        stock=card.stock,
        designs={kind: _template(card, kind)},
        imposing=Imposing(duplex=card.duplex),
        changes={whole.of(kind): CardChange(words)},
    )


def _paper(card: OneCard) -> tuple[Kind, PaperDetails]:
    """The paper of the record that has the card's key; raises NotFound when the run has no such card any more."""
    from desktop_app.documents.builders import papers_of
    from desktop_app.render.records import key_of

    for kind, paper in papers_of(card.kind, card.record):
        if key_of(card.record, paper).of(kind) == card.key:
            return kind, paper
    raise NotFound(msg("This card is no longer among those to be printed. Choose another."))


def _template(card: OneCard, kind: Kind) -> Template:
    from desktop_app.documents.templates import load_template

    of = {key: one.kind for key, one in card.own_designs.items()}
    name = chosen_designs(card.kind, card.values, card.design, of=of)[kind]
    return card.own_designs.get(name) or load_template(kind, name)
