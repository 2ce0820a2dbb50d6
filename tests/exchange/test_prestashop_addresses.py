"""Addresses of PrestaShop and thirtybees."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from tests.exchange.made import DATA, Said, said, written

FILE = DATA / "exports" / "prestashop-addresses.csv"
HEAD = "Address ID;Alias*;Customer ID;Manufacturer;Company;Last name*;First name*;Address 1*;Zipcode*;City*;Phone\n"


def joined(file: Path) -> Said:
    """What is said when the rows that stand apart have been put together."""
    return said(file, strays=said(file).strays)


def test_each_customer_once_with_their_further_addresses_and_numbers() -> None:
    found = joined(FILE)
    assert found.detected.reader.kind is FileKind.PRESTASHOP_ADDRESSES
    assert found.refused == []  # though each row has an empty cell too many
    assert [(odd.remark, odd.row, odd.value) for odd in found.remarks] == [(Remark.NO_CUSTOMER, 5, "Clay & Sons")]
    janis, anna = found.people
    assert (janis.email, janis.phone, janis.address.street) == (
        "janis.kalns@example.lv", "+371 20000001", "Skolas iela 3, dz. 4",
    )  # fmt: skip
    assert janis.more is not None
    assert [contact.value for contact in janis.more.contacts] == ["67 000 001", "67 000 009"]
    assert [(each.label, each.address.name, each.address.city) for each in janis.more.addresses] == [
        ("Office", "SIA Kalns, Jānis Kalns", "Rīga")
    ]
    assert anna.more is not None
    assert [each.address.name for each in anna.more.addresses] == ["Velta Ozola"]
    assert janis.borrowed


def test_without_e_mail_addresses_the_number_tells_whose_they_are(tmp_path: Path) -> None:
    text = HEAD + "1;Home;7;;;Lee;Ann;High St 1;LS1;Leeds;\n2;Work;7;;;Lee;Ann;Low St 2;LS2;Leeds;\n"
    [ann] = said(written(tmp_path, text)).people
    assert (ann.key, ann.address.street) == ("7", "High St 1")


def test_an_address_of_nobody_is_refused_by_its_row(tmp_path: Path) -> None:
    found = said(written(tmp_path, HEAD + "1;Home;;;;Lee;Ann;High St 1;LS1;Leeds;\n2;Home;8;;;Roe;Bo;A 1;B;C;\n"))
    assert [person.key for person in found.people] == ["8"]
    assert [refused.place.row for refused in found.refused] == [2]
    assert "names nobody" in found.reasons[0]


def test_the_table_of_addresses_itself(tmp_path: Path) -> None:
    head = (
        "id_address;id_country;id_customer;id_manufacturer;alias;company;lastname;firstname;address1;postcode;city;"
        "deleted\n"
    )
    text = head + (
        "1;122;7;0;Home;;Lee;Ann;High St 1;LS1;Leeds;0\n2;122;7;0;Old;;Lee;Ann;Low St 2;LS2;Leeds;1\n"
        "3;122;0;4;Works;Clay;Sons;Clay;Mill Lane 2;LS3;Leeds;0\n"
    )
    found = said(written(tmp_path, text))
    assert [(person.key, person.address.street, person.more) for person in found.people] == [("7", "High St 1", None)]
    assert [odd.row for odd in found.remarks] == [3, 4]
