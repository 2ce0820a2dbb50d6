"""Everything a shop knows about one person, gathered to be handed out; documents/ sets it, exchange/ writes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.complaints import Complaint
from desktop_app.domain.consents import Consent
from desktop_app.domain.customers import Customer, GreetingForms
from desktop_app.domain.kinds import Kind
from desktop_app.domain.messages import KeptMessage
from desktop_app.domain.notes import Note
from desktop_app.domain.orders import Order
from desktop_app.domain.people import Congratulation, KeptDay, RelatedTo, Relative
from desktop_app.domain.renewals import Renewal
from desktop_app.domain.vouchers import Voucher
from desktop_app.i18n import Language, Message


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One paper that was printed for them: when, of which kind, and the order it was for ("" for none)."""

    at: str
    kind: Kind
    order: str = ""


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One change that was made to what is kept of them; `at` is ISO 8601."""

    at: str
    title: Message


@dataclass(frozen=True, slots=True)
class StatedComplaint:
    """One complaint or review of theirs: what its kind is called, its order's number, what was promised for it."""

    complaint: Complaint
    kind: Message
    order: str = ""
    promised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """The shop that hands it out."""

    name: str
    contact: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """All of it, as it stood on `made_on`; `language` is the one it is set in, `forms` how the person is addressed.

    `sources` are the shops whose files brought them, each with its own number for them.
    """

    made_on: dt.date
    language: Language
    shop: Sender
    customer: Customer
    forms: GreetingForms
    relatives: tuple[Relative, ...] = ()
    days: tuple[KeptDay, ...] = ()
    related_to: tuple[RelatedTo, ...] = ()
    consents: tuple[Consent, ...] = ()
    notes: tuple[Note, ...] = ()
    renewals: tuple[Renewal, ...] = ()
    orders: tuple[Order, ...] = ()
    prints: tuple[PrintedPaper, ...] = ()
    congratulations: tuple[Congratulation, ...] = ()
    changes: tuple[LoggedChange, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    complaints: tuple[StatedComplaint, ...] = ()
    vouchers: tuple[Voucher, ...] = ()
    messages: tuple[KeptMessage, ...] = ()

    @property
    def title(self) -> str:
        """Whom it is about."""
        return self.customer.name

    def name_of(self, relative: int | None) -> str:
        """The name of somebody around the customer; empty for the customer."""
        return next((one.name for one in self.relatives if one.id == relative), "")
