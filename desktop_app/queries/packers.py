"""Those who pack, as benches and the owner's settings show them; small enough for a bench under any role."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.errors import NotFound
from desktop_app.domain.packers import Packer, PackerFields, PackerId
from desktop_app.domain.signatures import signature_key
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.store.tables import PackerTable as P

_PACKER = P.select(P.id, P.version, P.person, P.language, P.active, P.pin != "", P.picture.is_null(False))


def packers(shop: Shop) -> list[Packer]:
    """Everybody who packs or signs, those who still do first, by name."""
    return [_packer(row) for row in shop.rows(_PACKER.order_by(P.active.desc(), P.person_key).tuples())]


def packer(shop: Shop, packer_id: int) -> Packer:
    """One of them; raises NotFound."""
    for row in shop.rows(_PACKER.where(P.id == packer_id).tuples()):
        return _packer(row)
    raise NotFound(msg("This packer was removed in the meantime. Choose another."))


def packer_named(shop: Shop, name: str) -> Packer:
    """The one who bears this name, however it is capitalised or spaced; raises NotFound."""
    for row in shop.rows(_PACKER.where(P.person_key == signature_key(name)).tuples()):
        return _packer(row)
    raise NotFound(
        msg("There is no packer called {name}. Add them in Settings → Packers.", name=shorten(clean(name)) or "–")
    )


def pin_hash(shop: Shop, packer_id: int) -> str:
    """What is kept of a packer's PIN, "" without one; raises NotFound when the packer is gone."""
    for (kept,) in shop.rows(P.select(P.pin).where(P.id == packer_id).tuples()):
        return str(kept)
    raise NotFound(msg("This packer was removed in the meantime. Choose another."))


def _packer(row: tuple[Any, ...]) -> Packer:
    number, version, person, language, active, has_pin, signed = row
    fields = PackerFields(person, Language(language) if language else None, bool(active))
    return Packer(PackerId(number), version, fields, bool(has_pin), bool(signed))
