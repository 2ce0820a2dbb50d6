"""Scenes of complaints: the list, one taken in seconds, a record with its thread and pictures, its details, kinds."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_app.actions.complaint_kinds import hide_kind
from desktop_app.actions.complaint_words import add_word
from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, Severity, Source, State, Verdict, Way
from desktop_app.domain.listing import OrderFilter
from desktop_app.domain.orders import OrderId, Status
from desktop_app.queries.complaint_list import complaint_ids
from desktop_app.queries.complaints import complaint
from desktop_app.queries.orders import order, order_ids
from desktop_app.ui.pages.complaints.entry import open_entry
from tests.made import TODAY
from tests.pictures import picture
from tests.ui.around import House

_SENT = OrderFilter(status=(Status.SHIPPED, Status.DELIVERED, Status.PACKED))
_SAID = (
    ("damaged", Source.MARKETPLACE, 2, "Krūze pienāca saplīsusi", "Gaidīju trīs nedēļas, un krūzei nolūzusi osa. "
     "Ļoti žēl, jo tā bija dāvana mammai dzimšanas dienā."),
    ("late", Source.EMAIL, None, "Where is my parcel?", "You promised it for Tuesday. It is Friday."),
    ("wrong", Source.PHONE, None, "", "Прислали синюю кружку вместо белой, просит заменить."),
    ("other", Source.MARKETPLACE, 5, "", "Ļoti skaisti iesaiņots, paldies!"),
    ("price", Source.MARKETPLACE, 3, "Nice, but", "Delivery cost as much as the soap."),
)  # fmt: skip


def listed(house: House) -> QWidget:
    """The list, what is due first on top."""
    recorded(house)
    house.window.navigate("complaints")
    house.settle()
    return house.shell


def talk(house: House) -> QWidget:
    """A record: where it stands, what was said, its pictures."""
    return _opened(house).window()


def details(house: House) -> QWidget:
    """The details of a complaint."""
    page = _opened(house)
    page.record.show_part("details")
    house.settle()
    return house.shell


def taken(house: House) -> QWidget:
    """A complaint taken in seconds: the order is known, the kind picked, the text pasted."""
    sent = _ids(house)[0]
    dialog = open_entry(house.window.desk, house.shell, order=OrderId(sent))
    house.settle()
    form: Any = dialog.form
    form.inputs.kind.take_key("2")
    form.inputs.text.setPlainText(_SAID[0][4])
    form.inputs.pictures.set_value([("osa.png", picture(60, 40))])
    house.settle()
    return dialog


def begun(house: House) -> QWidget:
    """The same with nothing said yet."""
    dialog = open_entry(house.window.desk, house.shell)
    house.settle()
    return dialog


def on_order(house: House) -> QWidget:
    """An order with what went wrong with it."""
    first = recorded(house)
    house.window.navigate("orders", order=_fields(house, first).order)
    house.settle()
    return house.shell


def on_customer(house: House) -> QWidget:
    """A customer with all that was ever wrong."""
    first = recorded(house)
    house.window.navigate("customers", customer=_fields(house, first).customer)
    house.settle()
    page: Any = house.window.stage.page
    page.record.show_part("orders")
    house.settle()
    into_sight(page.record.complaints)
    return house.shell


def into_sight(widget: QWidget) -> None:
    """Scroll whatever this stands in until it is seen."""
    for _ in range(3):
        QApplication.sendPostedEvents()  # cards that were just filled get their places
    above = widget.parentWidget()
    while not isinstance(above, QScrollArea):
        above = above.parentWidget()
    above.ensureWidgetVisible(widget)


def kinds(house: House) -> QWidget:
    """The kinds of complaint in the settings, one of them hidden."""
    house.window.work.change(hide_kind, "price", hidden=True, then=lambda _: None)
    house.window.navigate("settings")
    house.settle()
    page: Any = house.window.stage.page
    area = page.content.content
    area.verticalScrollBar().setValue(page.complaint_kinds.mapTo(area.widget(), QPoint(0, 0)).y() - 60)
    return house.shell


def _fields(house: House, number: ComplaintId) -> ComplaintFields:
    found: list[ComplaintFields] = []
    house.window.work.ask(lambda shop: complaint(shop, number).fields, then=found.append)
    house.settle()
    return found[0]


def _opened(house: House) -> Any:
    first = recorded(house)
    house.window.navigate("complaints", complaint=int(first))
    house.settle()
    return house.window.stage.page


def _ids(house: House) -> list[int]:
    found: list[Any] = []
    house.window.work.ask(lambda shop: list(order_ids(shop, _SENT)), then=found.append)
    house.settle()
    return list(found[0])


def recorded(house: House) -> ComplaintId:
    """Complaints of several days, the first with a thread and a picture; once a shop."""
    made: list[Any] = []

    def record(shop: Any, *, actor: str) -> Any:
        known = [one for one in complaint_ids(shop) if shop]
        before = next((one for one in known if order_of(shop, one) == "Krūze pienāca saplīsusi"), None)
        if before is not None:
            made.append(ComplaintId(before))
            return set_state(shop, [ComplaintId(before)], State.ANSWERED, actor=actor)
        sent = order_ids(shop, _SENT)
        for n, (kind, source, rating, subject, text) in enumerate(_SAID):
            whose = order(shop, OrderId(sent[n]))
            at = dt.datetime.combine(TODAY - dt.timedelta(days=n), dt.time(8, 30)).astimezone()
            line = whose.fields.lines[0]
            fields = ComplaintFields(
                kind, source, received_at=at.isoformat(timespec="seconds"), order=whose.id,
                customer=whose.fields.customer, product=line.product, article=line.name,
                subject=subject, text=text, rating=rating,
                source_name="Etsy" if source is Source.MARKETPLACE else "",
                severity=Severity.HIGH if n == 0 else Severity.NORMAL,
                verdict=Verdict.YES if n == 0 else Verdict.UNCLEAR,
            )  # fmt: skip
            files = [("osa.png", picture(60, 40))] if n == 0 else []
            kept, _ = add_complaint(shop, fields, files=files, actor=actor)
            made.append(kept)
        first = made[0]
        add_word(shop, first, way=Way.NOTE, text="Zvanīju Omniva: kaste bija iespiesta.", actor="Ilze")
        add_word(
            shop, first, way=Way.OUT, text="Labdien! Mums ļoti žēl. Jaunu krūzi nosūtīsim jau šodien.",
            channel="E-pasts", actor="Ilze",
        )
        return add_word(shop, first, way=Way.IN, text="Paldies! Gaidīšu.", actor="Ilze")

    house.window.work.change(record, then=lambda _: None)
    house.settle()
    return ComplaintId(made[0])


def order_of(shop: Any, number: int) -> str:
    """The subject of a complaint."""
    return complaint(shop, ComplaintId(number)).fields.subject
