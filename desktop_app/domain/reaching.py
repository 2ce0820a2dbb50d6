"""Whether somebody may be sent or given something now: the one place where consent and open complaints are asked.

Every path that sends or prints to a person asks here; tests/actions/test_reaching enumerates those paths.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop_app.domain.consents import Purpose
from desktop_app.domain.kinds import Kind
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg


class Aim(StrEnum):
    """What something sent or printed is meant to do to its reader."""

    SERVICE = "service"  # about their own order, complaint or question: always allowed
    CHEER = "cheer"  # a thank-you or a greeting
    PROMOTION = "promotion"
    REVIEW = "review"  # asks for a review


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of somebody when one asks; consents in force or withdrawn by purpose, absent where never asked."""

    deceased: bool = False
    open_complaints: int = 0
    congratulate: bool = True
    unreachable: bool = False  # they wish not to be told anything
    consents: Mapping[Purpose, bool] = field(default_factory=lambda: MappingProxyType({}))


AIM_OF_PAPER: Mapping[Kind, Aim] = {
    Kind.THANK_YOU: Aim.CHEER,
    Kind.PACKING_INSERT: Aim.SERVICE,
    Kind.PACKED_BY: Aim.SERVICE,
    Kind.BIRTHDAY: Aim.CHEER,
    Kind.APOLOGY: Aim.SERVICE,
    Kind.REFERRAL: Aim.PROMOTION,
    Kind.VOUCHER: Aim.PROMOTION,
    Kind.CARE_SHEET: Aim.SERVICE,
    Kind.WARRANTY: Aim.SERVICE,
    Kind.PROMISE: Aim.SERVICE,
    Kind.MISSION: Aim.SERVICE,
    Kind.ADDRESS: Aim.SERVICE,
    Kind.CONTACTS: Aim.SERVICE,
}
AIM_OF_MESSAGE: Mapping[MessageKind, Aim] = dict.fromkeys(MessageKind, Aim.SERVICE) | {
    MessageKind.REVIEW_REQUEST: Aim.REVIEW,
    MessageKind.GREETING: Aim.CHEER,
}


def hindrance(aim: Aim, who: Standing, *, purpose: Purpose | None = None) -> Message | None:
    """Why somebody may not be given something with this aim now; None when nothing stands in the way.

    With `purpose` a consent is needed: REVIEW and PROMOTION need one in force, CHEER only none withdrawn.
    """
    if aim is Aim.SERVICE:
        return None
    if who.deceased:
        return msg("They have died.")
    if who.open_complaints:
        return msg("They have an open complaint: solve it first.")
    if aim is Aim.CHEER and not who.congratulate:
        return msg("They do not wish to be congratulated.")
    if purpose is not None:
        given = who.consents.get(purpose)
        if given is False:
            return msg("They withdrew their consent.")
        if given is None and aim is not Aim.CHEER:
            return msg("They did not agree to it yet.")
    return None
