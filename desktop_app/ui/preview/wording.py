"""How the preview says what was done with papers."""

from __future__ import annotations

from desktop_app.i18n import Message, msg, nmsg


def with_left_out(said: Message, n: int) -> Message:
    """What was done, and how many cards were not printed."""
    return msg("{done}; {left}", done=said, left=nmsg("{n} left out", "{n} left out", n=n)) if n else said
