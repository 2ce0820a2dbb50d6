"""Papers that go into a customer's next parcel: an apology card, a voucher."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import ApologyDetails, EnclosedDetails, VoucherDetails
from desktop_app.domain.resolutions import EnclosureId
from desktop_app.domain.vouchers import VoucherFields, VoucherId


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One paper for a customer's next parcel.

    `order` is the one it was printed with; with `gone_at` it has left, in that parcel or, without one, printed alone.
    """

    id: EnclosureId
    customer: CustomerId
    kind: Kind
    apology: ApologyDetails = ApologyDetails()
    voucher_id: VoucherId | None = None
    code: str = ""
    voucher: VoucherFields = VoucherFields()
    complaint: ComplaintId | None = None
    order: OrderId | None = None
    placed_at: str = ""
    by: str = ""
    gone_at: str = ""

    @property
    def details(self) -> EnclosedDetails:
        """What it says on paper."""
        return EnclosedDetails(self.kind, about_enclosure(self.id, self.code), self.apology, self._voucher())

    def _voucher(self) -> VoucherDetails | None:
        if not self.code:
            return None
        gives = self.voucher
        return VoucherDetails(self.code, gives.worth, gives.percent, gives.words, gives.valid_to, amends=True)


def about_enclosure(enclosure: EnclosureId, code: str) -> str:
    """What tells an enclosed paper from others of its kind, and finds it again: its code, else its number."""
    return code or f"#{enclosure}"


def good_until(day: dt.date, days: int) -> dt.date | None:
    """The last day of a voucher given on a day; None where it is good for ever."""
    return day + dt.timedelta(days=days) if days else None
