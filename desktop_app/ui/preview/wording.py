"""How the preview counts papers: “12 birthday cards”, “48 cards and inserts”, in the summary, when sent, when saved."""

from __future__ import annotations

from desktop_app.domain.printing import Kind
from desktop_app.i18n import Message, msg, nmsg


def counted(kind: Kind, n: int) -> Message:
    """So many papers of a kind."""
    named = {
        Kind.PARCEL: nmsg("{n} card or insert", "{n} cards and inserts", n=n),
        Kind.THANK_YOU: nmsg("{n} card", "{n} cards", n=n),
        Kind.PACKING_INSERT: nmsg("{n} insert", "{n} inserts", n=n),
        Kind.PACKED_BY: nmsg("{n} packed-by card", "{n} packed-by cards", n=n),
        Kind.BIRTHDAY: nmsg("{n} birthday card", "{n} birthday cards", n=n),
        Kind.APOLOGY: nmsg("{n} apology card", "{n} apology cards", n=n),
        Kind.REFERRAL: nmsg("{n} card for friends", "{n} cards for friends", n=n),
        Kind.VOUCHER: nmsg("{n} voucher", "{n} vouchers", n=n),
        Kind.CARE_SHEET: nmsg("{n} care sheet", "{n} care sheets", n=n),
        Kind.WARRANTY: nmsg("{n} warranty card", "{n} warranty cards", n=n),
        Kind.PROMISE: nmsg("{n} leaflet", "{n} leaflets", n=n),
        Kind.MISSION: nmsg("{n} mission card", "{n} mission cards", n=n),
        Kind.ADDRESS: nmsg("{n} address label", "{n} address labels", n=n),
        Kind.CONTACTS: nmsg("{n} contact sheet", "{n} contact sheets", n=n),
    }
    return named[kind]


def with_left_out(said: Message, n: int) -> Message:
    """What was done, and how many cards were not printed."""
    return msg("{done}; {left}", done=said, left=nmsg("{n} left out", "{n} left out", n=n)) if n else said
