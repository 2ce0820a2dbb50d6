"""Which builder makes which paper, and what papers a job of each kind holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop_app.documents.address_label import address_label
from desktop_app.documents.apology import apology
from desktop_app.documents.birthday import birthday
from desktop_app.documents.care_sheet import care_sheet
from desktop_app.documents.contact_sheet import contact_sheet
from desktop_app.documents.mission import mission
from desktop_app.documents.model import Content
from desktop_app.documents.packed_by import packed_by
from desktop_app.documents.packing_insert import packing_insert
from desktop_app.documents.promise import promise
from desktop_app.documents.referral import referral
from desktop_app.documents.thank_you import thank_you
from desktop_app.documents.voucher import voucher
from desktop_app.documents.warranty import warranty
from desktop_app.domain.printing import ENCLOSED, OF_PRODUCTS, PARCEL_PAPERS, Kind, PaperDetails

Builder = Callable[..., Content]

BUILDERS: Mapping[Kind, Builder] = {
    Kind.THANK_YOU: thank_you,
    Kind.PACKING_INSERT: packing_insert,
    Kind.PACKED_BY: packed_by,
    Kind.BIRTHDAY: birthday,
    Kind.APOLOGY: apology,
    Kind.REFERRAL: referral,
    Kind.VOUCHER: voucher,
    Kind.CARE_SHEET: care_sheet,
    Kind.WARRANTY: warranty,
    Kind.PROMISE: promise,
    Kind.MISSION: mission,
    Kind.ADDRESS: address_label,
    Kind.CONTACTS: contact_sheet,
}
PAPERS: Mapping[Kind, tuple[Kind, ...]] = {
    **{kind: (kind,) for kind in BUILDERS},
    Kind.PARCEL: (*PARCEL_PAPERS, *ENCLOSED),
}


def papers_of(kind: Kind, paper: PaperDetails) -> Iterable[tuple[Kind, PaperDetails]]:
    """The papers a record brings to a job, each with its details: an order has one of a product for each such product.

    The sheet and the card of one product lie beside each other. A parcel's address lies on a card like the others, for
    the pocket on the box; one that is fetched, or whose label comes from elsewhere, has none. Last lies what was placed
    there to be enclosed; without an order that is all.
    """
    if kind is Kind.PARCEL:
        return _of_parcel(paper)
    return _of_record(kind, PAPERS[kind], paper) if kind in OF_PRODUCTS else ((kind, paper),)


def _of_parcel(paper: PaperDetails) -> Iterator[tuple[Kind, PaperDetails]]:
    if paper.order is not None:
        papers = tuple(one for one in PARCEL_PAPERS if one is not Kind.ADDRESS or paper.labelled)
        yield from _of_record(Kind.PARCEL, papers, paper)
    for one in paper.enclosed:
        yield one.kind, replace(paper, enclosure=one.about, apology=one.apology, voucher=one.voucher)


def _of_record(kind: Kind, papers: Sequence[Kind], paper: PaperDetails) -> Iterator[tuple[Kind, PaperDetails]]:
    of_products = tuple(one for one in papers if one in OF_PRODUCTS)
    yield from ((one, paper) for one in papers if one not in OF_PRODUCTS)
    if paper.product is not None:
        yield from ((one, paper) for one in of_products)
        return
    told = [(one, product) for product in paper.products for one in of_products if product.has(one)]
    yield from ((one, replace(paper, product=product)) for one, product in told)
    if not told and kind in OF_PRODUCTS:  # asked for by itself: said why there is none
        yield kind, paper
