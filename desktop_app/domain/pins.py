"""A packer's PIN: four to eight digits, and the pause that grows with each wrong one; nobody is ever locked out.

It says who stands at a bench, a convenience among people who share one. It guards nothing: whoever can open the shop's
file can read the shop.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Message, msg, nmsg

SHORTEST, LONGEST = 4, 8  # digits
_FREE = 2  # wrong PINs that cost nothing: a finger slips
_FIRST, _MOST = 5, 60  # seconds to wait


def checked_pin(text: str) -> str:
    """The PIN as it is kept, without spaces around; raises Invalid at `pin` for what is none."""
    pin = text.strip()
    if not re.fullmatch(r"[0-9]{4,8}", pin):
        raise Invalid("pin", msg("Type a PIN of {least} to {most} digits, such as 2580.", least=SHORTEST, most=LONGEST))
    return pin


def pause_after(wrong: int) -> int:
    """Seconds to wait after this many wrong PINs in a row: none for two, then 5, 10, 20, 40, and never above 60."""
    return 0 if wrong <= _FREE else min(_MOST, _FIRST << min(wrong - _FREE - 1, 8))


@dataclass(frozen=True, slots=True)
class PinTries:
    """What was tried at one bench since the last right PIN; times are seconds of any one clock that only goes on."""

    wrong: int = 0
    until: float = 0.0  # before which no further PIN is asked

    def after_wrong(self, now: float) -> PinTries:
        """The same after one more wrong PIN."""
        return PinTries(self.wrong + 1, now + pause_after(self.wrong + 1))

    def wait(self, now: float) -> int:
        """Whole seconds until the next PIN may be tried, 0 when it may be now."""
        return max(0, math.ceil(self.until - now)) if self.wrong else 0


def wrong_pin(name: str, wait: int) -> Message:
    """What is said of a wrong PIN: plainly, and for how long to wait."""
    if not wait:
        return msg("This is not the PIN of {name}. Try again.", name=name)
    return nmsg(
        "This is not the PIN of {name}. Try again in {n} second.",
        "This is not the PIN of {name}. Try again in {n} seconds.",
        n=wait,
        name=name,
    )
