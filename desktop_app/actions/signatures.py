"""Signatures of those who pack: kept as pictures by the person's name, and taken away."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.pictures import checked_picture, keep_picture
from desktop_app.actions.signature_ink import lifted
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.signatures import signature_key
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.signatures import signature_of, signer
from desktop_app.store.tables import PackerTable

_TOPICS = (Topic.PACKERS, Topic.CARDS)
_LONGEST = 100  # letters of a name


def set_signature(shop: Shop, person: str, picture: Path | bytes, *, actor: str) -> Changes:
    """Keeps a person's signature, lifted off the paper it was photographed on, a new one in place of an older.

    Raises Invalid at `person` without a name, at `picture` for what is not a fit picture.
    """
    name = clean(person)
    if not name or len(name) > _LONGEST:
        raise Invalid("person", msg("Say whose signature it is, in at most {limit} letters.", limit=_LONGEST))
    checked, row = checked_picture(prepared_signature(picture)), signer(shop, name)
    with shop.change(msg("Keep the signature of {name}", name=shorten(name)), actor=actor, topics=_TOPICS) as change:
        values = {"person": name, "picture": keep_picture(shop, change, checked)}
        if row is None:
            change.insert(PackerTable, {"person_key": signature_key(name), **values})
        else:
            change.update(PackerTable, row, version=None, values=values)
    return change.changes


def prepared_signature(picture: Path | bytes) -> bytes:
    """A picture as it would be kept: the ink without its paper, a picture file's content; raises Invalid."""
    return lifted(checked_picture(picture)["content"])


def remove_signature(shop: Shop, person: str, *, actor: str) -> Changes:
    """Takes a person's signature away: their papers show the name instead; raises NotFound when there is none."""
    row, name = signature_of(shop, person), shorten(clean(person))
    if row is None:
        raise NotFound(msg("There is no signature of {name} in this shop. Check the name.", name=name))
    with shop.change(msg("Remove the signature of {name}", name=name), actor=actor, topics=_TOPICS) as change:
        change.update(PackerTable, row, version=None, values={"picture": None})
    return change.changes
