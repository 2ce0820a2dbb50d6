"""The kinds of paper, what is said of them and whom they are of; settings name them before the first paint."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg, nmsg


class Kind(StrEnum):
    """The kinds of paper; PARCEL is everything an order needs."""

    THANK_YOU = "thank-you"
    PACKING_INSERT = "packing-insert"
    PACKED_BY = "packed-by"
    BIRTHDAY = "birthday"
    APOLOGY = "apology"
    REFERRAL = "referral"
    VOUCHER = "voucher"
    CARE_SHEET = "care-sheet"
    WARRANTY = "warranty"
    PROMISE = "promise"
    MISSION = "mission"
    ADDRESS = "address"
    CONTACTS = "contacts"
    PARCEL = "parcel"


KIND_NAMES: Mapping[Kind, Message] = {
    Kind.THANK_YOU: msg("Thank-you card"),
    Kind.PACKING_INSERT: msg("Packing insert"),
    Kind.PACKED_BY: msg("Packed-by card"),
    Kind.BIRTHDAY: msg("Birthday card"),
    Kind.APOLOGY: msg("Apology card"),
    Kind.REFERRAL: msg("Card for friends"),
    Kind.VOUCHER: msg("Voucher"),
    Kind.CARE_SHEET: msg("Care sheet"),
    Kind.WARRANTY: msg("Warranty card"),
    Kind.PROMISE: msg("Our promise"),
    Kind.MISSION: msg("Mission card for the team"),
    Kind.ADDRESS: msg("Address label"),
    Kind.CONTACTS: msg("Contact sheet"),
    Kind.PARCEL: msg("Everything for the parcel"),
}
KIND_HINTS: Mapping[Kind, Message] = {
    Kind.THANK_YOU: msg("each customer reads their own language"),
    Kind.PACKING_INSERT: msg("what is in the parcel, and who packed it"),
    Kind.PACKED_BY: msg("who packed it, in their own hand"),
    Kind.BIRTHDAY: msg("for the customers whose day is near"),
    Kind.APOLOGY: msg("when something went wrong"),
    Kind.REFERRAL: msg("a code to pass on"),
    Kind.VOUCHER: msg("a present with a code"),
    Kind.CARE_SHEET: msg("how to keep what was bought"),
    Kind.WARRANTY: msg("until when it holds, and for what"),
    Kind.PROMISE: msg("your terms in plain words"),
    Kind.MISSION: msg("for everybody at the packing bench"),
    Kind.ADDRESS: msg("on labels or on the parcel"),
    Kind.CONTACTS: msg("chosen customers on one list, for you"),
}
ROWS = frozenset((Kind.PACKING_INSERT, Kind.PACKED_BY, Kind.PROMISE, Kind.MISSION, Kind.CONTACTS))  # may list things
OF_PRODUCTS = frozenset((Kind.CARE_SHEET, Kind.WARRANTY))  # an order has one for each product with something to say
FOR_SHOP = frozenset((Kind.PROMISE, Kind.MISSION))  # one record is the whole job: nobody is named on it
# Made for an order; asked for by customer, they are made for the newest order of each.
FOR_ORDERS = frozenset((Kind.THANK_YOU, Kind.PACKING_INSERT, Kind.PACKED_BY, *OF_PRODUCTS, Kind.PARCEL))
FOR_PEOPLE = frozenset((Kind.BIRTHDAY, Kind.CONTACTS))  # asked for by order, they are made for its customer
PARCEL_PAPERS = (Kind.THANK_YOU, Kind.PACKING_INSERT, Kind.ADDRESS, Kind.CARE_SHEET, Kind.WARRANTY)
ENCLOSED = (Kind.APOLOGY, Kind.VOUCHER)  # lie in a parcel where somebody placed them there


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
