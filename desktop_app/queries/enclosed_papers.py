"""The papers of a complaint that wait for a parcel, as a print job without one needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.enclosures import Enclosure
from desktop_app.domain.errors import NotFound
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import enclosures_of
from desktop_app.queries.printing import stream_people_details


def alone(shop: Shop, complaint_id: ComplaintId) -> PaperDetails:
    """What waits because of a complaint, to be printed by itself as a parcel without an order; raises NotFound."""
    left = [one for one in enclosures_of(shop, complaint_id) if not one.gone_at]
    if not left:
        raise NotFound(
            msg("No paper of complaint {id} waits to be printed. Look at the complaint again.", id=complaint_id)
        )
    return _paper(shop, left)


def _paper(shop: Shop, left: Sequence[Enclosure]) -> PaperDetails:
    (paper,) = stream_people_details(shop, Kind.PARCEL, [left[0].customer])
    return replace(paper, enclosed=tuple(one.details for one in left))
