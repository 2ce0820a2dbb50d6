"""What the answer to a complaint is written beside: what the customer said, the texts to choose from, the proposal."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.complaints import Complaint, ComplaintId, Verdict, Way
from desktop_app.domain.message_texts import TextKey, complaint_texts
from desktop_app.domain.messages import MessageKind
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.complaints import complaint
from desktop_app.queries.drafts import Proposal, complaint_proposal
from desktop_app.queries.message_texts import texts

_BY_VERDICT = {
    Verdict.YES: msg("If it is justified"),
    Verdict.NO: msg("If it is not justified"),
    Verdict.UNCLEAR: msg("While it is not clear yet"),
}


@dataclass(frozen=True, slots=True)
class Answering:
    """All that the window needs; `offered` are the texts to choose from, that of the proposal first."""

    complaint: Complaint
    kind: Message | str
    heard: str  # what they said last
    offered: tuple[tuple[TextKey, Message | str], ...]
    proposal: Proposal


def answering(shop: Shop, complaint_id: ComplaintId, *, person: str = "") -> Answering:
    """What the answer to a complaint is written beside; raises NotFound."""
    found = complaint(shop, complaint_id)
    fields = found.fields
    last = next((word for word in reversed(found.words) if word.way is Way.IN), None)
    heard = last.text if last is not None else "\n".join(part for part in (fields.subject, fields.text) if part)
    known = texts(shop)
    ready = [(key, known.title(key)) for key in known.ready()]
    return Answering(
        found,
        kind_names(shop).get(fields.kind, fields.kind),
        heard,
        (*_suited(found), *ready),
        complaint_proposal(shop, complaint_id, person=person),
    )


def _suited(found: Complaint) -> list[tuple[TextKey, Message | str]]:
    fields = found.fields
    if not fields.counts:
        return [(complaint_texts(fields)[0], msg("Thanks for a good review"))]
    verdicts = sorted(Verdict, key=lambda verdict: verdict is not fields.verdict)
    return [
        (TextKey(MessageKind.COMPLAINT, f"{fields.kind}/{verdict.value}"), _BY_VERDICT[verdict]) for verdict in verdicts
    ]
