"""Scenes of messages: what wants to go out and what needs somebody, one read, renewals on a record and on Today."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from desktop_app.actions.outbox import put
from desktop_app.actions.renewals import add_renewal
from desktop_app.domain.changes import Changes
from desktop_app.domain.messages import MessageState
from desktop_app.domain.money import Money
from desktop_app.domain.renewals import RenewalFields
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.due_messages import due_drafts
from desktop_app.queries.outbox import message_counts
from desktop_app.store import outbox
from desktop_app.ui.pages.messages.page import MessagesPage
from desktop_app.ui.pages.messages.read_dialog import read_message
from tests.made import TODAY
from tests.ui.around import House

_WHAT = (("Tēja katru mēnesi", 1, -2), ("Coffee of the month", 1, 3), ("Хранение пряжи", 6, 9))
_BECAME = (MessageState.HANDED, MessageState.REFUSED, MessageState.UNKNOWN)
_WHY = msg(
    "{said} The server says: {answer}", said=msg("The mail server refused “{address}”.", address="nora@pasts.example"),
    answer="550 5.1.1 No such user here",
)  # fmt: skip


def outgoing(house: House) -> QWidget:
    """The owner's morning: what wants to go out, what needs somebody, what has gone."""
    _filled(house)
    house.window.navigate("messages")
    house.settle()
    return house.shell


def read(house: House) -> QWidget:
    """One message, to be read and changed."""
    outgoing(house)
    page = house.window.stage.page
    assert isinstance(page, MessagesPage)
    shown = read_message(house.window.desk, page, page._now.by_mail[0])
    house.settle()
    return shown


def renewals(house: House) -> QWidget:
    """What a customer pays for by period, on their record."""
    _filled(house)
    house.window.navigate("customers", customer=int(_someone(house)[0]))
    house.settle()
    house.window.stage.page.record.sections.show_part("orders")  # type: ignore[union-attr]
    house.settle()
    return house.shell


def due(house: House) -> QWidget:
    """Renewals near or over, on Today."""
    _filled(house)
    house.window.navigate("today")
    house.settle()
    return house.shell


def _someone(house: House) -> list[int]:
    found: list[list[int]] = []
    house.window.work.ask(lambda shop: list(customer_ids(shop, limit=3)), then=found.append)
    house.settle()
    return found[0]


def _filled(house: House) -> None:
    """Renewals and messages in every state, made once."""
    house.window.work.change(_fill)
    house.settle()


def _fill(shop: Shop, *, actor: str) -> Changes | None:
    if message_counts(shop):
        return None
    done: Changes | None = None
    for customer, (what, months, days) in zip(customer_ids(shop, limit=3), _WHAT, strict=False):
        fields = RenewalFields(what, Money(1490, "EUR"), months, TODAY + dt.timedelta(days=days))
        done = add_renewal(shop, customer, fields, actor=actor)[1]
    drafts = [draft for draft in due_drafts(shop, person="Ilze") if not draft.key.startswith("renewal:")]
    put(shop, drafts[: len(_BECAME)], actor="Ilze")
    for state in _BECAME:
        taken = outbox.take_next(shop, "sender")
        if taken is not None:
            reason = _WHY if state is MessageState.REFUSED else None
            outbox.begin(shop, taken, "sender", message_id=f"<{taken}@x>", at=shop.now().isoformat())
            outbox.ended(shop, taken, "sender", state, at=shop.now().isoformat(), reason=reason)
    return done  # what pages that show renewals hear of
