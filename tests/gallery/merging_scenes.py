"""Scenes of possible duplicates: a pair beside each other, two of hardly any likeness, nobody at all."""

from __future__ import annotations

from desktop_app.actions.customers import add_customer
from desktop_app.domain.customers import Address, Contact, ContactKind, CustomerFields
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language
from desktop_app.ui.pages.customers.merging.opening import open_duplicates, open_merge
from tests.ui.around import House

_PAIR = (
    CustomerFields(
        "Katrīna", "Bērziņa-Lielmane", email="katrina.berzina-lielmane@pasts.example", phone="+371 29 111 222",
        address=Address(street="Brīvības gatve 214–17", city="Rīga", postcode="LV-1039", country="LV"),
        language=Language.LV, tags=("VIP",), birthday=Birthday(5, 17), note="Likes blue.",
    ),
    CustomerFields(
        "Катрина", "Берзиня", email="katja@pochta.example", phone="29111222", company="SIA Saule",
        address=Address(city="Rīga"), language=Language.RU, tags=("wholesale",), interests=("tea",),
        birthday=Birthday(5, 17, 1990), contacts=(Contact(ContactKind.MESSENGER, "@katja"),), congratulate=False,
    ),
)  # fmt: skip


def pair(house: House) -> None:
    """Two records of one person, in two alphabets."""
    for fields in _PAIR:
        house.window.work.change(add_customer, fields)
    house.settle()
    open_duplicates(house.window.desk, house.shell)
    house.settle()


def nobody(house: House) -> None:
    """One customer whom nobody looks like, with the way to find the other record."""
    made: list[int] = []
    house.window.work.change(
        add_customer, CustomerFields("Zigfrīda", "Vecpiebalga"), then=lambda one: made.append(one[0])
    )
    house.settle()
    open_merge(house.window.desk, house.shell, made[0])  # type: ignore[arg-type]
    house.settle()
