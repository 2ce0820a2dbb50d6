"""The kinds of paper and what they are called; alone, because the settings name them before the first paint."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg


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
ROWS = frozenset((Kind.PACKING_INSERT, Kind.PACKED_BY, Kind.PROMISE, Kind.MISSION, Kind.CONTACTS))  # may list things
OF_PRODUCTS = frozenset((Kind.CARE_SHEET, Kind.WARRANTY))  # an order has one for each product with something to say
FOR_SHOP = frozenset((Kind.PROMISE, Kind.MISSION))  # one record is the whole job: nobody is named on it
PARCEL_PAPERS = (Kind.THANK_YOU, Kind.PACKING_INSERT, Kind.ADDRESS, Kind.CARE_SHEET, Kind.WARRANTY)
ENCLOSED = (Kind.APOLOGY, Kind.VOUCHER)  # lie in a parcel where somebody placed them there
