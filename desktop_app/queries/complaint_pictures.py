"""The pictures that came with complaints: what each is, and its content when somebody looks at it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.complaints import ComplaintFile, ComplaintId
from desktop_app.domain.errors import NotFound
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import ComplaintFileTable as F


def files_of(shop: Shop, ids: Sequence[int]) -> dict[ComplaintId, tuple[ComplaintFile, ...]]:
    """The pictures of each of these complaints, without their bytes."""
    found: dict[ComplaintId, tuple[ComplaintFile, ...]] = {}
    for part in in_parts(ids):
        query = F.select(F.complaint, F.id, F.name, F.media_type, F.width, F.height)
        for number, *rest in shop.rows(query.where(among(F.complaint, part)).order_by(F.id).tuples()):
            found[number] = (*found.get(number, ()), ComplaintFile(*rest))
    return found


def complaint_picture(shop: Shop, file_id: int) -> bytes:
    """The content of a picture that came with a complaint; raises NotFound."""
    found = shop.row(F.select(F.content).where(F.id == file_id))
    if found is None:
        raise NotFound(msg("This picture is no longer there. Open the complaint again."))
    return bytes(found[0])


def picture_marks(shop: Shop, complaint_id: ComplaintId) -> set[str]:
    """The sha256 of each picture a complaint has already."""
    return {mark for (mark,) in shop.rows(F.select(F.sha256).where(F.complaint == complaint_id).tuples())}


def complaint_of_picture(shop: Shop, file_id: int) -> ComplaintId:
    """The complaint a picture came with; raises NotFound."""
    found = shop.value(F.select(F.complaint).where(F.id == file_id))
    if found is None:
        raise NotFound(msg("This picture is no longer there. Open the complaint again."))
    return ComplaintId(found)
