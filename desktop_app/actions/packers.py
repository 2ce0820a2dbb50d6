"""Those who pack: added, renamed, resting, removed. Brought back by Undo, they have no PIN until one is set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid
from desktop_app.domain.packers import PackerFields, PackerId
from desktop_app.domain.signatures import signature_key
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.packers import packer
from desktop_app.queries.signatures import signer
from desktop_app.queries.words_of_day import reading_ids
from desktop_app.store.tables import PackerTable, ReadingTable

_TOPICS = (Topic.PACKERS, Topic.CARDS)
_LONGEST = 100  # letters of a name


def add_packer(shop: Shop, fields: PackerFields, *, actor: str) -> tuple[PackerId, Changes]:
    """Keeps a new packer; raises Invalid at `person` without a name, or with one that another bears."""
    values = _checked(shop, fields)
    title = msg("Add packer {name}", name=shorten(values["person"]))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        number = change.insert(PackerTable, values)
    return PackerId(number), change.changes


def edit_packer(shop: Shop, packer_id: int, version: int, fields: PackerFields, *, actor: str) -> Changes:
    """Keeps a packer's fields; signature, PIN and what they have read stay, and so do the names in orders and papers.

    Raises Invalid, NotFound, Conflict.
    """
    values = _checked(shop, fields, besides=packer_id)
    title = msg("Change packer {name}", name=shorten(values["person"]))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.update(PackerTable, packer_id, version=version, values=values)
    return change.changes


def remove_packers(shop: Shop, packer_ids: Sequence[int], *, actor: str) -> Changes:
    """Removes packers with their signatures, PINs and readings; orders and papers keep the names."""
    names = [packer(shop, number).fields.person for number in packer_ids]
    title = (
        msg("Remove packer {name}", name=shorten(names[0]))
        if len(names) == 1
        else nmsg("Remove {n} packer", "Remove {n} packers", n=len(names))
    )
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.delete(ReadingTable, reading_ids(shop, packer_ids))
        change.delete(PackerTable, packer_ids)
    return change.changes


def _checked(shop: Shop, fields: PackerFields, *, besides: int | None = None) -> dict[str, Any]:
    """The columns of a packer; a name that is another's would let their papers and benches be mixed up."""
    name = clean(fields.person)
    key = signature_key(name)
    if not key or len(name) > _LONGEST:
        raise Invalid("person", msg("Say who packs, in at most {limit} letters.", limit=_LONGEST))
    other = signer(shop, name)
    if other is not None and other != besides:
        raise Invalid(
            "person", msg("There is a packer called {name} already. Add the family name.", name=shorten(name))
        )
    return {
        "person": name,
        "person_key": key,
        "language": fields.language.value if fields.language else "",
        "active": fields.active,
    }
