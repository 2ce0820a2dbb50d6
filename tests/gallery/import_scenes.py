"""Scenes of the Import page: an e-mail with a complaint, tables with questions in them, the watched folder."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.watched import Offer
from desktop_app.domain.desk_settings import WATCHED_FOLDER
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.watching import Came
from desktop_app.i18n import Language
from tests.made import TODAY
from tests.ui.around import House

_SAID = {
    Language.EN: ("A cup is broken", "Hello, one cup of my order arrived in two pieces. What can be done?"),
    Language.RU: ("Разбилась чашка", "Здравствуйте! Одна чашка из заказа приехала разбитой. Что можно сделать?"),
    Language.LV: ("Saplīsusi krūze", "Labdien! Viena krūze no pasūtījuma atnāca saplīsusi. Ko var darīt?"),
}
_REVIEWS = (
    "Review ID,Platform,Date,Review,Stars,Name\n1,Etsy,2026-11-18,Lovely linen,5,Emily Brown\n"
    "2,Etsy,2026-11-19,It came a week late,2,Kate Reed\n3,Etsy,2026-11-20,Smaller than it looks,3,Anna Liepa\n"
    "4,Etsy,2026-11-20,Broken,7,Ivan Petrov\n"
)

_SOLD = (
    (11, "Jānis Bērziņš", "Lina dvielis", 2, "18,50", "37,00"),
    (12, "Žanete Ķirse", "Vaska svece", 1, "9,50", "9,50"),
    (13, "Līga Šmite", "Ozola karote", 3, "12,00", "36,00"),
)


def mail(house: House) -> QWidget:
    """An e-mail of somebody the shop does not know yet."""
    subject, text = _SAID[house.window.desk.words.language]
    made = EmailMessage()
    made["From"] = "Zane Liepiņa <zane@example.com>"
    made["Subject"] = subject
    made["Date"] = "Fri, 20 Nov 2026 10:15:00 +0200"
    made.set_content(text)
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="invoice.pdf")
    return _dropped(house, "complaint.eml", made.as_bytes())


def reviews(house: House) -> QWidget:
    """A table of reviews, one row of which has more stars than there are."""
    return _dropped(house, "reviews.csv", _REVIEWS.encode())


def letters(house: House) -> QWidget:
    """A table that was written in Latvian letters of old."""
    rows = "".join(
        f"{number};{name};{goods};{pieces};{price};{total};2026-11-{number}\n"
        for number, name, goods, pieces, price, total in _SOLD
    )
    return _dropped(house, "pasutijumi.csv", f"Nr;Kunde;Prece;Skaits;Cena;Summa;Datums\n{rows}".encode("cp1257"))


def mapping(house: House) -> QWidget:
    """How that table is read, column by column, with an order that tells what its prices are of."""
    top = letters(house)
    page: Any = house.window.stage.page
    page._ask_mapping()
    house.settle()
    return top


def watched(house: House) -> QWidget:
    """Files that came into the folder this desk watches."""
    folder = Path(house.location).parent / "Downloads"
    folder.mkdir(exist_ok=True)
    house.settings.set(WATCHED_FOLDER, str(folder))
    empty(house)
    page: Any = house.window.stage.page
    at = dt.datetime.combine(TODAY, dt.time(9, 5)).timestamp()
    page.start.watched._fill(Offer((
        Came(folder / "EtsySoldOrders2026-11.csv", "1", at, 18_400, FileKind.ETSY_ORDERS),
        Came(folder / "contacts.vcf", "2", at - 86_400, 90_000, FileKind.VCARD),
    )))
    return house.shell


def empty(house: House) -> None:
    """The Import page without the files that other scenes left on it."""
    house.window.navigate("imports")
    page: Any = house.window.stage.page
    page.waiting.clear()
    page._leave()
    house.settle()


def _dropped(house: House, name: str, content: bytes) -> QWidget:
    empty(house)
    file = Path(house.location).parent / name
    file.write_bytes(content)
    house.shell.dropped.emit([str(file)])
    house.settle()
    return house.shell
