"""Those who pack: added, renamed, resting, removed; their PINs, of which only a hash is kept, and that once.

A PIN's change is not undone, and no note of it is left for undo: what was overwritten is gone. So a packer brought back
by Undo has no PIN until a new one is set.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid
from desktop_app.domain.packers import PackerFields, PackerId
from desktop_app.domain.pins import checked_pin
from desktop_app.domain.signatures import signature_key
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.packers import packer, pin_hash, reading_ids
from desktop_app.queries.signatures import signer
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


def set_pin(shop: Shop, packer_id: int, pin: str, *, actor: str) -> Changes:
    """Gives a packer a PIN, in place of an older one, which nothing brings back; raises Invalid at `pin`, NotFound."""
    from argon2 import PasswordHasher  # first use, not start

    return _keep_pin(shop, packer_id, PasswordHasher().hash(checked_pin(pin)), actor=actor)


def forget_pin(shop: Shop, packer_id: int, *, actor: str) -> Changes:
    """Lets a packer in without a PIN; raises NotFound."""
    return _keep_pin(shop, packer_id, "", actor=actor)


def check_pin(shop: Shop, packer_id: int, pin: str) -> bool:
    """Whether this is the packer's PIN; one who has none is let in by any. Raises Invalid when what is kept is spoilt.

    Takes about a twentieth of a second on purpose. The pause after wrong ones is domain/pins.PinTries, the bench's own.
    """
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

    kept = pin_hash(shop, packer_id)
    if not kept:
        return True
    try:
        return PasswordHasher().verify(kept, pin.strip())
    except VerifyMismatchError:
        return False
    except (InvalidHashError, VerificationError):
        raise Invalid(
            "pin", msg("The PIN kept for this packer cannot be read. Set it anew in Settings → Packers.")
        ) from None


def _keep_pin(shop: Shop, packer_id: int, kept: str, *, actor: str) -> Changes:
    name = shorten(packer(shop, packer_id).fields.person)
    title = msg("Set the PIN of {name}", name=name) if kept else msg("Forget the PIN of {name}", name=name)
    with shop.change(title, actor=actor, topics=(Topic.PACKERS,), undoable=False) as change:
        change.update(PackerTable, packer_id, version=None, values={"pin": kept})
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
