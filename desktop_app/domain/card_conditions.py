"""Every condition a card's text or thing may have, said in whole sentences: the designer's list of them."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.cards import Condition, Fact
from desktop_app.i18n import Message, msg


def _pair(fact: Fact, holds: Message, fails: Message) -> dict[Condition, Message]:
    return {Condition(fact): holds, Condition(fact, False): fails}


_PAIRS = (
    _pair(Fact.FIRST, msg("Only for a first order"), msg("Not for a first order")),
    _pair(Fact.REGULAR, msg("Only for a regular customer"), msg("Not for a regular customer")),
    _pair(Fact.GIFT, msg("Only if a gift goes with it"), msg("Only if no gift goes with it")),
    _pair(
        Fact.NOTE, msg("Only if there is a note to the customer"), msg("Only if there is no note to the customer")
    ),
    _pair(Fact.VOUCHER, msg("Only if a voucher goes with it"), msg("Only if no voucher goes with it")),
    _pair(Fact.ORDER, msg("Only if it is for an order"), msg("Only if it is for no order")),
    _pair(Fact.NAMED, msg("Only if the name is known"), msg("Only if the name is not known")),
    _pair(Fact.FEMALE, msg("Only for a woman"), msg("Not for a woman")),
    _pair(Fact.MALE, msg("Only for a man"), msg("Not for a man")),
    _pair(Fact.ABROAD, msg("Only if it goes abroad"), msg("Only if it stays in the country")),
    _pair(Fact.BIRTHDAY, msg("Only if the birthday is known"), msg("Only if the birthday is not known")),
    _pair(
        Fact.OTHER_DAY, msg("Only for a day other than a birthday"), msg("Only for a birthday, or for no day at all")
    ),
    _pair(Fact.NAME_DAY, msg("Only for a name day"), msg("Not for a name day")),
    _pair(Fact.ANNIVERSARY, msg("Only for an anniversary"), msg("Not for an anniversary")),
    _pair(Fact.AROUND, msg("Only for somebody around the customer"), msg("Not for somebody around the customer")),
    _pair(Fact.TOGETHER, msg("Only for several people together"), msg("Not for several people together")),
    _pair(Fact.PACKER, msg("Only if the packer is known"), msg("Only if the packer is not known")),
    _pair(Fact.SIGNATURE, msg("Only if there is a signature"), msg("Only if there is no signature")),
    _pair(Fact.CONTACT, msg("Only if the shop has a contact"), msg("Only if the shop has no contact")),
    _pair(Fact.LINK, msg("Only if the shop has a web address"), msg("Only if the shop has no web address")),
    _pair(Fact.LOGO, msg("Only if the shop has a logo"), msg("Only if the shop has no logo")),
    _pair(Fact.SMALL, msg("Only on a small card"), msg("Not on a small card")),
    _pair(Fact.QR, msg("Only if there is a QR code"), msg("Only if there is no QR code")),
    _pair(Fact.FIRST_PAGE, msg("Only on the first card"), msg("Not on the first card")),
    _pair(Fact.LAST_PAGE, msg("Only on the last card"), msg("Not on the last card")),
)
CONDITIONS: Mapping[Condition, Message] = {condition: said for pair in _PAIRS for condition, said in pair.items()}
