"""The shop's own pictures."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.settings import SHOP_LOGO
from desktop_app.queries import Shop
from desktop_app.queries.settings import setting
from desktop_app.store.tables import PictureTable as P


def picture_id(shop: Shop, sha256: str) -> int | None:
    """The picture with this content, if the shop has it already."""
    found = shop.value(P.select(P.id).where(P.sha256 == sha256).limit(1))
    return int(found) if found is not None else None


def pictures_named(shop: Shop, hashes: Sequence[str]) -> dict[str, bytes]:
    """The file contents of pictures by their sha256; those the shop has not are left out."""
    found = shop.rows(P.select(P.sha256, P.content).where(P.sha256.in_(list(hashes))).tuples())
    return {sha256: bytes(content) for sha256, content in found}


def shop_logo(shop: Shop) -> bytes:
    """The shop's logo as a picture file's content, empty without one."""
    logo = setting(shop, SHOP_LOGO)
    return picture(shop, logo) if logo else b""


def picture(shop: Shop, number: int) -> bytes:
    """A picture's file content; empty when there is no such picture."""
    return bytes(shop.value(P.select(P.content).where(P.id == number)) or b"")
