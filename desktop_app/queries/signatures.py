"""The signatures of those who pack."""

from __future__ import annotations

from desktop_app.domain.packers import PackerId
from desktop_app.domain.signatures import Signature, SignatureId, signature_key
from desktop_app.queries import Shop
from desktop_app.store.tables import PackerTable as S
from desktop_app.store.tables import PictureTable as P


def signatures(shop: Shop) -> list[Signature]:
    """Everybody's signature, by name."""
    query = S.select(S.id, S.person, P.content).join(P).order_by(S.person_key)
    rows = shop.rows(query.tuples())
    return [Signature(SignatureId(number), person, bytes(content)) for number, person, content in rows]


def signature_of(shop: Shop, person: str) -> SignatureId | None:
    """The signature this person has, if any."""
    found = shop.value(S.select(S.id).where(S.person_key == signature_key(person), S.picture.is_null(False)))
    return SignatureId(found) if found is not None else None


def signer(shop: Shop, person: str) -> PackerId | None:
    """The one among those who pack and sign who bears this name."""
    found = shop.value(S.select(S.id).where(S.person_key == signature_key(person)))
    return PackerId(found) if found is not None else None
