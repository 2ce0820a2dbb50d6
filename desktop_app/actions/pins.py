"""Packers' PINs, of which only a hash is kept, and that once.

A PIN's change is not undone, and no note of it is left for undo: what was overwritten is gone.
"""

from __future__ import annotations

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid
from desktop_app.domain.pins import checked_pin
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.packers import packer, pin_hash
from desktop_app.store.tables import PackerTable


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
