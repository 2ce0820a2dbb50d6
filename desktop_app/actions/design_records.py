"""Real records to try a design on: one that was searched or any at all, with what its kind of paper still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from desktop_app.domain.customers import full_name
from desktop_app.domain.design_samples import Sample, sample
from desktop_app.domain.kinds import FOR_PEOPLE, FOR_SHOP, Kind
from desktop_app.domain.printing import PaperDetails
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.orders import order_ids
from desktop_app.queries.printing import latest_orders, parcel_details, shop_paper, stream_people_details
from desktop_app.queries.search import Hit, HitKind

_SHEET = 12  # people on a contact sheet that is only tried: a shop has thousands


def record_of(shop: Shop, kind: Kind, hit: Hit) -> PaperDetails | None:
    """What the order or the customer that was found has for this kind of paper; None when it is gone."""
    if kind in FOR_SHOP:
        return shop_paper(shop, kind)
    if hit.kind is HitKind.ORDER and kind not in FOR_PEOPLE:
        return _of_order(shop, hit.id)
    person = hit.id
    if hit.kind is HitKind.ORDER:
        found = next(iter(parcel_details(shop, [hit.id])), None)
        if found is None or found.customer_id is None:
            return None
        person = found.customer_id
    return _of_person(shop, kind, person)


def any_record(shop: Shop, kind: Kind, seed: int) -> PaperDetails | None:
    """A real record for this kind of paper, another one for another seed; None in a shop that has none."""
    if kind in FOR_SHOP:
        return shop_paper(shop, kind)
    chance = Random(seed)
    orders: Sequence[int] = () if kind in FOR_PEOPLE else order_ids(shop)
    if orders:
        return _of_order(shop, chance.choice(orders))
    people = customer_ids(shop)
    return _of_person(shop, kind, chance.choice(people)) if people else None


def _of_order(shop: Shop, order: int) -> PaperDetails | None:
    found = next(iter(parcel_details(shop, [order])), None)
    return None if found is None else _filled(shop, found)


def _of_person(shop: Shop, kind: Kind, customer: int) -> PaperDetails | None:
    if kind is Kind.CONTACTS:
        others = [one for one in customer_ids(shop, limit=_SHEET) if one != customer]
        return next(stream_people_details(shop, kind, [customer, *others[: _SHEET - 1]]), None)
    if kind not in FOR_PEOPLE:
        newest = latest_orders(shop, [customer])
        for order in newest.values():
            return _of_order(shop, order)
    found = next(stream_people_details(shop, kind, [customer]), None)
    return None if found is None else _filled(shop, found)


def _filled(shop: Shop, paper: PaperDetails) -> PaperDetails:
    """The record with something invented where its paper would have nothing to say of it."""
    made = sample(Sample.USUAL, paper.language, today=shop.today(), qr=paper.qr)
    product = paper.product or next(iter(paper.products), made.product)
    address = paper.address
    if made.address and not (address and (address.street or address.city or address.postcode)):
        address = replace(made.address, name=full_name(paper.customer))
    return replace(
        paper, address=address, voucher=paper.voucher or made.voucher, referral=paper.referral or made.referral,
        apology=paper.apology or made.apology, birthday=paper.birthday or made.birthday, product=product,
        lines=paper.lines or made.lines,
    )  # fmt: skip
