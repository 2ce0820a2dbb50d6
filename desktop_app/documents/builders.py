"""Which builder makes which paper, and what papers a job of each kind holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.documents.model import Content
from desktop_app.documents.packing_insert import packing_insert
from desktop_app.documents.thank_you import thank_you
from desktop_app.domain.printing import Kind

Builder = Callable[..., Content]

BUILDERS: Mapping[Kind, Builder] = {Kind.THANK_YOU: thank_you, Kind.PACKING_INSERT: packing_insert}
PAPERS: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.THANK_YOU: (Kind.THANK_YOU,),
    Kind.PACKING_INSERT: (Kind.PACKING_INSERT,),
    Kind.PARCEL: (Kind.THANK_YOU, Kind.PACKING_INSERT),
}
