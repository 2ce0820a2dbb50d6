"""The whole way of a complaint: mail, amends, answer, card and voucher in the next parcel, solved, counted."""

from __future__ import annotations

import re
import subprocess
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from desktop_app.actions.orders import add_order
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaint_figures import Grouping
from desktop_app.domain.complaints import ComplaintId, State, Verdict, Way
from desktop_app.domain.desk_settings import BENCH_SOUND, DESK_PRINTER
from desktop_app.domain.kinds import Kind
from desktop_app.domain.mail import Security
from desktop_app.domain.mail_settings import MAIL_PORT, MAIL_SECURITY, MAIL_SENDER, MAIL_SERVER
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields, Status
from desktop_app.queries.complaint_figures import counted
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer
from desktop_app.queries.printing import print_rows
from desktop_app.queries.prints import print_items
from desktop_app.queries.reaching import standings_of
from desktop_app.store.connect import open_shop
from tests.made import TODAY
from tests.post.postman import postman
from tests.ui.around import House
from tests.ui.bench.around import SPACE, Packing
from tests.ui.bench.conftest import no_printer
from tests.ui.bench.orders import CLOTH, MUG, fill

__all__ = ["no_printer"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
LEFT = Qt.MouseButton.LeftButton


def mail(folder: Path) -> Path:
    """Anna writes that the mug of her last order came broken."""
    made = EmailMessage()
    made["From"] = "Anna Bērziņa <anna@example.lv>"
    made["Subject"] = "Pasūtījums 10400"
    made["Message-ID"] = "<broken@example.lv>"
    made["Date"] = f"{TODAY:%a, %d %b %Y} 08:15:00 +0000"
    made.set_content("Labdien! Pasūtījumā 10400 krūze pienāca saplīsusi.\n")
    file = folder / "saplisusi.eml"
    file.write_bytes(made.as_bytes())
    return file


def click(inside: QWidget, text: str) -> None:
    """A real click on the button that says `text`."""
    found = [one for one in inside.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]
    assert found, (
        f"no button says {text!r}: {[b.text() for b in inside.findChildren(QAbstractButton) if b.isVisible()]}"
    )
    QTest.mouseClick(found[0], LEFT)


def opened(house: House) -> Any:
    """The dialog over the window."""
    house.settle()
    found = [one for one in house.shell.findChildren(QDialog) if one.isVisible()]
    assert found, "no dialog is open"
    return found[-1]


def asked(house: House, question: Any, *args: Any, **named: Any) -> Any:
    """What the shop says."""
    found: list[Any] = []
    house.window.work.ask(question, *args, **named, then=found.append)
    house.settle()
    return found[0]


def test_a_complaint_is_made_good_from_the_mail_to_the_figures(
    house: House,
    no_printer: list[Path],
    tmp_path: Path,
) -> None:
    shop = open_shop(house.location, today=lambda: TODAY)
    fill(shop)
    last = OrderFields(
        "10400", customer=1, placed_at="2026-11-01T10:00:00+02:00", status=Status.SHIPPED, paid=True, carrier="Omniva",
        lines=(Line("Ceramic mug", 1, sku="KR-204", unit_price=Money(1250, "EUR")),),
    )  # fmt: skip
    add_order(shop, last, actor="t")
    shop.close()
    house.settings.set(BENCH_SOUND, False)
    house.settings.set(DESK_PRINTER, "Office")
    with postman(users=False) as server:
        shop = open_shop(house.location, today=lambda: TODAY)
        told = {MAIL_SERVER: "127.0.0.1", MAIL_PORT: server.port, MAIL_SECURITY: Security.NONE.value}
        set_settings(shop, {**told, MAIL_SENDER: "shop@vilna.example"}, actor="t")
        shop.close()
        house.open()
        number = recorded(house, mail(tmp_path))
        judged(house, number)
        code = made_good(house, number)
        answered(house, number, code)
        [letter] = server.ledger.letters
    assert letter["To"].addresses[0].addr_spec == "anna@example.lv"
    assert letter["In-Reply-To"] == "<broken@example.lv>"
    assert "Anna" in letter.get_body(("plain",)).get_content()
    packed_with_both(house, no_printer, code)
    solved(house, number)


def recorded(house: House, file: Path) -> ComplaintId:
    """The mail is dropped and taken for what it is: whose, about which order, of which kind."""
    house.shell.dropped.emit([str(file)])
    house.settle()
    click(house.shell, "Record it")
    house.settle()
    page: Any = house.window.stage.page
    assert page.name == "complaints"
    number = ComplaintId(page.record.record_id)
    kept = asked(house, complaint, number)
    assert (kept.fields.kind, kept.fields.carrier, kept.state) == ("damaged", "Omniva", State.NEW)
    assert asked(house, customer, kept.fields.customer).fields.given == "Anna"
    return number


def judged(house: House, number: ComplaintId) -> None:
    """The owner looks at the details and finds it justified."""
    record: Any = house.window.stage.page.record
    click(house.shell, "Details")
    verdict = record.form.box("verdict").input
    verdict.set_value(Verdict.YES)
    verdict.edited.emit()
    click(house.shell, "Save")
    house.settle()
    assert asked(house, complaint, number).fields.verdict is Verdict.YES


def made_good(house: House, number: ComplaintId) -> str:
    """An offer with a voucher is chosen; its papers wait for the next parcel. Returns the voucher's code."""
    click(house.shell, "Make it good")
    dialog = opened(house)
    assert any(one.isChecked() for one in dialog.form.box("offer").input.buttons), "nothing is proposed"
    QTest.mouseClick(dialog.form.box("offer").input.buttons[-1], LEFT)  # something else: a voucher of our own size
    size = dialog.form.box("size").input
    size.setFocus()
    QTest.keyClicks(size, "10%")
    house.settle()
    assert dialog.form.raw()["apology"]
    click(dialog, "Choose it")
    house.settle()
    page: Any = house.window.stage.page
    [chosen] = page.record.good.done.chosen
    papers = {one.kind.value: order for one, order in page.record.good.done.papers}
    assert papers == {"apology": "10437", "voucher": "10437"}
    assert chosen.cost == Money(125, "EUR")
    return str(chosen.code)


def answered(house: House, number: ComplaintId, code: str) -> None:
    """The draft goes to the mail server; the thread keeps it and the complaint is answered."""
    click(house.shell, "Answer")
    dialog = opened(house)
    assert "10400" in dialog.text.value()
    assert code in dialog.text.value()
    click(dialog, "Send")
    shown = house.shell.findChildren
    house.qtbot.waitUntil(lambda: not any(one.isVisible() for one in shown(QDialog)), timeout=10_000)
    house.settle()
    kept = asked(house, complaint, number)
    assert kept.state is State.ANSWERED
    assert [word.way for word in kept.words] == [Way.OUT]


def packed_with_both(house: House, printed: list[Path], code: str) -> None:
    """The bench shows both papers; they are in the one PDF of the parcel, and no thank-you card is."""
    packing = Packing(house)
    packing.enter()
    while packing.step.name == "read":
        packing.enter()
    packing.enter()
    assert packing.parcel.parcel is not None
    assert packing.parcel.parcel.number == "10437"
    packing.scan(MUG, MUG, CLOTH)
    for _ in packing.parcel.parcel.steps:
        packing.key(SPACE, text=" ")
    packing.enter()
    text = subprocess.run(["pdftotext", str(printed[0]), "-"], capture_output=True, text=True, check=True).stdout
    assert re.sub(r"\s", "", code) in re.sub(r"\s", "", text)
    run = asked(house, print_rows)[0].id
    kinds = {one.kind for one in asked(house, print_items, run)}
    assert {Kind.APOLOGY, Kind.VOUCHER, Kind.PACKING_INSERT} <= kinds
    assert Kind.THANK_YOU not in kinds  # nothing cheerful while a complaint is open
    packing.window.close()
    house.settle()


def solved(house: House, number: ComplaintId) -> None:
    """It is solved in the record; the customer is like any other again, and the figures have it."""
    assert counted_kinds(house) == [("damaged", 1, 1)]
    house.window.navigate("complaints", complaint=number)
    house.settle()
    page: Any = house.window.stage.page
    QTest.mouseClick(page.record.standing.moves[State.SOLVED], LEFT)
    house.settle()
    kept = asked(house, complaint, number)
    assert (kept.state, kept.open) == (State.SOLVED, False)
    assert asked(house, standings_of, [kept.fields.customer])[kept.fields.customer].open_complaints == 0
    assert all(order == "10437" for _, order in page.record.good.done.papers)


def counted_kinds(house: House) -> list[tuple[str, int, int]]:
    """Complaints of the month by kind: how many, and how many justified."""
    found = asked(house, counted, Grouping.KIND, since=TODAY.replace(day=1), until=TODAY)
    return [(row.key, row.complaints, row.justified) for row in found.rows]
