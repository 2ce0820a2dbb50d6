"""Scenes of files dropped on the window that are no orders: an e-mail with a complaint, a table of reviews."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Language
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


def _dropped(house: House, name: str, content: bytes) -> QWidget:
    page: Any = house.window.stage.page
    if page is not None and page.name == "imports":
        page._leave()  # another file waits there
    file = Path(house.location).parent / name
    file.write_bytes(content)
    house.shell.dropped.emit([str(file)])
    house.settle()
    return house.shell
