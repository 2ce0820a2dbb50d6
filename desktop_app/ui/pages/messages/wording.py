"""How the Messages page speaks of a message: whose and what for, by which way, how far it came and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop_app.domain.messages import MEANS_NAMES, MESSAGE_NAMES, STATE_NAMES, Draft, KeptMessage, Means, MessageState
from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import Tone

S = MessageState
_TONES: Mapping[MessageState, Tone] = {
    S.WAITING: Tone.MUTED, S.SENDING: Tone.MUTED, S.HANDED: Tone.GOOD, S.OPENED: Tone.GOOD, S.SAVED: Tone.GOOD,
    S.REFUSED: Tone.BAD, S.UNKNOWN: Tone.WARN, S.HELD: Tone.WARN, S.CANCELLED: Tone.MUTED,
}  # fmt: skip
_ADVICE: Mapping[MessageState, Message] = {
    S.REFUSED: msg("Put the address or the words right, and it waits again."),
    S.UNKNOWN: msg("Look into your sent mail, or ask. It is never sent twice by itself."),
    S.HELD: msg("It goes as soon as nothing stands in its way any more: send it again then."),
}


def message_title(words: Words, draft: Draft) -> str:
    """“Anna Bērziņa · Order posted”."""
    return joined(draft.to_name or draft.address or words("Nobody named"), words.say(MESSAGE_NAMES[draft.kind]))


def way_text(words: Words, draft: Draft) -> str:
    """“E-mail to anna@x.example”, or the way alone where there is no address."""
    means = words.say(MEANS_NAMES[draft.means])
    if draft.means is Means.COPY:
        return words("copied by hand: no address is known")
    return words("{means} to {address}", means=means, address=draft.address) if draft.address else means


def message_detail(words: Words, draft: Draft) -> str:
    """By which way, and what it begins with."""
    return joined(way_text(words, draft), draft.subject or _first_line(draft.text))


def state_tag(words: Words, kept: KeptMessage) -> tuple[str, Tone]:
    """How far it is known to have come."""
    return words.say(STATE_NAMES[kept.state]), _TONES[kept.state]


def trouble_text(words: Words, kept: KeptMessage) -> str:
    """Why it did not go, and what to do."""
    why = words.say(kept.reason) if kept.reason is not None else ""
    advice = words.say(_ADVICE[kept.state]) if kept.state in _ADVICE else ""
    return "\n".join(part for part in (way_text(words, kept.draft), why, advice) if part)


def gone_text(words: Words, kept: KeptMessage, today: dt.date) -> str:
    """By which way, when that was learnt, and who wrote it."""
    return joined(way_text(words, kept.draft), stamp(words, kept.told_at or kept.created_at, today), kept.by)


def _first_line(text: str) -> str:
    """The first line after the greeting."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[1] if len(lines) > 1 else "".join(lines)
