"""Whether somebody may be sent or given something now: the one place where consent and open complaints are asked.

Every path that sends or prints to a person asks here: the press for each paper it makes, the outbox for each message.
tests/house/test_reaching enumerates those paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop_app.domain.consents import Purpose
from desktop_app.domain.kinds import KIND_NAMES, Kind
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg


class Aim(StrEnum):
    """What something sent or printed is meant to do to its reader."""

    SERVICE = "service"  # an answer, or what comes with their own order: always allowed
    NOTICE = "notice"  # news of their own order or renewal that they did not ask for
    CHEER = "cheer"  # a thank-you
    GREETING = "greeting"  # for a day of theirs
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


def together(standings: Iterable[Standing]) -> Standing:
    """How several stand who get one thing together: what stands in the way of one of them does of all."""
    found = tuple(standings)
    if len(found) == 1:
        return found[0]
    asked = {purpose for one in found for purpose in one.consents}
    return Standing(
        deceased=any(one.deceased for one in found),
        open_complaints=sum(one.open_complaints for one in found),
        congratulate=all(one.congratulate for one in found),
        unreachable=any(one.unreachable for one in found),
        consents={what: all(one.consents.get(what, True) for one in found) for what in asked},
    )


# A new kind without an aim has no way to anybody: there is no usual one.
AIM_OF_PAPER: Mapping[Kind, Aim] = {
    Kind.THANK_YOU: Aim.CHEER,
    Kind.PACKING_INSERT: Aim.SERVICE,
    Kind.PACKED_BY: Aim.SERVICE,
    Kind.BIRTHDAY: Aim.GREETING,
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
AIM_OF_MESSAGE: Mapping[MessageKind, Aim] = {
    MessageKind.COMPLAINT: Aim.SERVICE,
    MessageKind.READY: Aim.SERVICE,
    MessageKind.PAID: Aim.NOTICE,
    MessageKind.PACKED: Aim.NOTICE,
    MessageKind.SHIPPED: Aim.NOTICE,
    MessageKind.DELIVERED: Aim.NOTICE,
    MessageKind.CANCELLED: Aim.NOTICE,
    MessageKind.REFUNDED: Aim.NOTICE,
    MessageKind.DELAY: Aim.NOTICE,
    MessageKind.OUT_OF_STOCK: Aim.NOTICE,
    MessageKind.REVIEW_REQUEST: Aim.REVIEW,
    MessageKind.RENEWAL: Aim.NOTICE,
    MessageKind.GREETING: Aim.GREETING,
    MessageKind.FREE: Aim.SERVICE,
}
_PURPOSES: Mapping[Aim, Purpose] = {Aim.GREETING: Purpose.CONGRATULATIONS, Aim.REVIEW: Purpose.REVIEW_REQUEST}


def paper_hindrance(kind: Kind, who: Standing, *, amends: bool = False) -> Message | None:
    """Why somebody may not be given a paper of this kind now; a voucher that makes `amends` is no promotion."""
    aim = Aim.SERVICE if amends else AIM_OF_PAPER[kind]
    return hindrance(aim, who, purpose=_PURPOSES.get(aim))


def held_back(kind: Kind, hindrance: Message) -> Message:
    """What is said of a paper that is not given to its reader now."""
    return msg("{paper} held back. {why}", paper=KIND_NAMES[kind], why=hindrance)


def message_hindrance(kind: MessageKind, who: Standing) -> Message | None:
    """Why somebody may not be sent a message of this kind now; None when nothing stands in the way."""
    aim = AIM_OF_MESSAGE[kind]
    if who.unreachable and aim is not Aim.SERVICE:
        return msg("They wish not to be told anything.")
    return hindrance(aim, who, purpose=_PURPOSES.get(aim))


def hindrance(aim: Aim, who: Standing, *, purpose: Purpose | None = None) -> Message | None:
    """Why somebody may not be given something with this aim now; None when nothing stands in the way.

    With `purpose` a consent counts: REVIEW and PROMOTION need one in force, GREETING only none withdrawn.
    """
    if aim is Aim.SERVICE:
        return None
    if who.deceased:
        return msg("They have died.")
    if aim is Aim.NOTICE:
        return None
    if who.open_complaints:
        return msg("They have an open complaint: solve it first.")
    if aim is Aim.GREETING and not who.congratulate:
        return msg("They do not wish to be congratulated.")
    if purpose is not None:
        given = who.consents.get(purpose)
        if given is False:
            return msg("They withdrew their consent.")
        if given is None and aim is not Aim.GREETING:
            return msg("They did not agree to it yet.")
    return None
