"""Whether a complaint is known already by what its place or its mail calls it; and what a product tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.complaints import ComplaintId, Source
from desktop_app.domain.products import ProductId
from desktop_app.queries import Shop
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import ComplaintWordTable as W
from desktop_app.store.tables import ProductTable as P


def complaint_from(shop: Shop, source: Source, source_key: str) -> ComplaintId | None:
    """The complaint a place knows under its own id, so that the same comes in once."""
    if not source_key:
        return None
    query = K.select(K.id).where(K.source == source.value, K.source_key == source_key).order_by(K.id).limit(1)
    found = shop.value(query)
    return ComplaintId(found) if found is not None else None


def complaint_of_mail(shop: Shop, message_ids: Sequence[str]) -> ComplaintId | None:
    """The complaint one of these e-mails began or was part of, by the e-mails' own ids; the latest such."""
    wanted = [one for one in message_ids if one]
    if not wanted:
        return None
    began = [number for (number,) in shop.rows(K.select(K.id).where(K.source_key.in_(wanted)).tuples())]
    spoke = [number for (number,) in shop.rows(W.select(W.complaint).where(W.source_key.in_(wanted)).tuples())]
    return max((ComplaintId(number) for number in (*began, *spoke)), default=None)


def article_of(shop: Shop, product: ProductId) -> tuple[str, str]:
    """What a product is called and who delivers it; empty where it is gone."""
    found = shop.row(P.select(P.name, P.supplier).where(P.id == product))
    return (found[0], found[1]) if found else ("", "")
