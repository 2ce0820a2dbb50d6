"""Magento's customers."""

from __future__ import annotations

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import DateOrder, FileMapping
from desktop_app.domain.people_dates import Birthday
from tests.exchange.made import DATA, Said, said

MONTH_FIRST = FileMapping(date_order=DateOrder.MONTH_FIRST)


def read(variant: str = "") -> Said:
    """What is said of one of Magento's files."""
    found = said(DATA / "exports" / f"magento-customers{variant}.csv", MONTH_FIRST)
    assert found.detected.reader.kind is FileKind.MAGENTO_CUSTOMERS
    assert found.refused == []
    return found


def test_further_addresses_stand_in_rows_without_an_e_mail_address() -> None:
    dace, olga, bo = read().people
    assert (dace.given, dace.family, dace.birthday) == ("Dace Marija", "Roze", Birthday(5, 6, 1985))
    assert (dace.address.city, dace.phone) == ("Rīga", "+371 20000004")
    assert dace.more is not None
    assert [(each.address.name, each.address.street) for each in dace.more.addresses] == [
        ("SIA Roze, Dace Roze", "Teststraße 1, Hof 2")
    ]
    assert [contact.value for contact in dace.more.contacts] == ["+49 30 000001"]
    assert (olga.given, olga.patronymic, olga.birthday) == ("Ольга", "Ивановна", Birthday(12, 31, 1990))
    assert (bo.birthday, bo.more) == (None, None)


@pytest.mark.parametrize(("variant", "key", "borrowed"), [("-list", "4", False), ("-addresses", "", True)])
def test_the_list_and_the_file_of_addresses_alone(variant: str, key: str, borrowed: bool) -> None:
    [dace] = read(variant).people
    assert (dace.email, dace.key, dace.address.postcode, dace.borrowed) == ("dace@example.lv", key, "LV-1010", borrowed)
