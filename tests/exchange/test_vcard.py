"""Cards of contacts in all versions: what they tell, what is folded, quoted and escaped in them, where they break."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from desktop_app.domain.customers import Address, Contact, ContactKind
from desktop_app.domain.errors import BadFile
from desktop_app.domain.importing import PersonMore
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import detect, look_at
from desktop_app.i18n import english
from tests.exchange.books import Book, book, cards


def test_a_card_tells_name_ways_and_places_with_the_preferred_first(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards("\r\n".join((
        "N:Ozola;Anna;;;", "EMAIL;TYPE=HOME:anna@home.example", "EMAIL;TYPE=WORK,PREF:anna@work.example",
        "TEL;TYPE=WORK:+371 67 000 001", "TEL;TYPE=CELL:+371 20 000 001", "TEL;TYPE=FAX,PREF:+371 67 000 009",
        "ADR;TYPE=WORK:;;Ostas 1;Ventspils;;LV-3601;Latvija", "ADR;TYPE=HOME,PREF:;dz. 4;Liepu 2;Rīga;;LV-1001;Latvija",
        "UID:abc", "CATEGORIES:Regular,myContacts",
    )))).one  # fmt: skip
    assert (told.key, told.given, told.family, told.email) == ("abc", "Anna", "Ozola", "anna@work.example")
    assert told.phone == "+371 20 000 001"  # a fax is nobody's first number, whatever it is marked as
    assert told.address == Address("", "Liepu 2, dz. 4", "Rīga", "", "LV-1001", "Latvija")
    assert told.more is not None
    assert [(one.value, one.label) for one in told.more.contacts] == [
        ("anna@home.example", "home"), ("+371 67 000 001", "work"), ("+371 67 000 009", "fax"),
    ]  # fmt: skip
    assert [(one.label, one.address.street) for one in told.more.addresses] == [("work", "Ostas 1")]
    assert told.more.tags == ("Regular",)


def test_of_ways_with_a_rank_the_lowest_number_is_the_first(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards(
        "FN:Anna Ozola\r\nEMAIL;PREF=2:second@example.lv\r\nEMAIL;PREF=1:first@example.lv\r\n"
        "TEL;PREF=50:+371 67 000 001\r\nTEL:+371 67 000 002\r\n"
        "ADR;PREF=2:;;Ostas 1;Ventspils;;;\r\nADR;PREF=1:;;Liepu 2;Rīga;;;",
        version="4.0",
    )).one  # fmt: skip
    assert (told.email, told.phone, told.address.city) == ("first@example.lv", "+371 67 000 001", "Rīga")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("N:Sokolova;Vera;Pavlovna;;", ("Vera", "Pavlovna", "Sokolova", "")),
        ("N:Соколов;Пётр;Ильич;;", ("Пётр", "Ильич", "Соколов", "")),
        ("N:Petrov;Ivan;Kuzmich;;", ("Ivan", "Kuzmich", "Petrov", "")),
        ("N:Petrovs;Ivans;Jakovļevičs;;", ("Ivans", "Jakovļevičs", "Petrovs", "")),
        ("N:Back\\\\;Ann\\;a;;;", ("Ann;a", "", "Back\\", "")),
        ("N:Smith;Anna;Nicole;;", ("Anna Nicole", "", "Smith", "")),
        ("N:Weber;Karl;Ulrich;;", ("Karl Ulrich", "", "Weber", "")),
        ("N:Brown;John;Eric;;", ("John Eric", "", "Brown", "")),
        ("N:Hopper;Grace;Brewster;Dr.;", ("Grace Brewster", "", "Hopper", "")),
        ("N:Doe;John;Richter\\, James;Mr.;Sr.", ("John Richter James", "", "Doe", "")),
        ("FN:Jānis Bērziņš", ("Jānis", "", "Bērziņš", "")),
        ("FN:SIA Ziedi\r\nORG:SIA Ziedi;Veikals", ("", "", "", "SIA Ziedi")),
        ("FN:Kiosk\r\nORG:Kiosk\r\nX-ABShowAs:COMPANY", ("", "", "", "Kiosk")),
        ("N:Ozola;Anna;Kārlis;;\r\nX-PATRONYMIC:Pētera", ("Anna Kārlis", "Pētera", "Ozola", "")),
    ],
)
def test_names_are_taken_apart_as_their_script_does(
    tmp_path: Path, name: str, expected: tuple[str, str, str, str]
) -> None:
    told = book(tmp_path, "a.vcf", cards(name)).one
    assert (told.given, told.patronymic, told.family, told.company) == expected


def test_folded_lines_escapes_and_groups(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards(
        "item1.EMAIL;type=INTERNET:an\r\n na@work.exa\r\n\tmple\r\nitem1.X-ABLabel:_$!<Other>!$_\r\n"
        "FN:Anna\r\nNOTE:Likes tea\\, milk\\; and \\\\ signs\\nsecond li\r\n ne"
    )).one  # fmt: skip
    assert told.email == "anna@work.example"
    assert told.note == "Likes tea, milk; and \\ signs\nsecond line"


def test_version_21_is_quoted_printable_with_soft_breaks_in_its_own_letters(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CC=E8=F0;=C0=ED=\r\n=ED=E0;;;\r\n"
        b"NOTE;ENCODING=QUOTED-PRINTABLE:speci=E4l =\r\n and more\r\n"
        b"TEL;CELL;PREF:+371 20 000 001\r\nTEL;HOME:+371 67 000 001\r\n"
        b"PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQEAYABg\r\n"
        b"AAD/2wBDAAYEBQYFBAYGBQYHBwYIChAK\r\nCgkJCg==\r\n\r\nBDAY:19850331\r\nEND:VCARD\r\n"
    )).one  # fmt: skip
    assert (told.given, told.family, told.note) == ("Анна", "Мир", "speciäl  and more")
    assert told.birthday is not None
    assert told.birthday.month_day == 331
    assert told.more == PersonMore(contacts=(Contact(ContactKind.PHONE, "+371 67 000 001", "home"),))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_a_file_in_another_encoding_is_read_and_may_be_read_otherwise(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.vcf"
    path.write_bytes(
        cards(*(f"FN:Анна Ковалёва {n}\r\nNOTE:Любит синюю посуду и чай" for n in range(3))).encode(encoding)
    )
    assert [one.given for one in Book(path).people] == ["Анна Ковалёва"] * 3
    assert look_at(path, FileMapping()).encodings
    assert Book(path, FileMapping(encoding=encoding)).people[0].language == "ru"


def test_a_card_without_end_is_refused_and_the_rest_still_comes(tmp_path: Path) -> None:
    told = book(
        tmp_path, "a.vcf", "BEGIN:VCARD\nFN:Cut off\nBEGIN:VCARD\nFN:Whole\nEND:VCARD\nBEGIN:VCARD\nFN:Cut too\n"
    )
    assert [one.given for one in told.people] == ["Whole"]
    assert [one.place.row for one in told.refused] == [1, 6]
    assert "END:VCARD" in english(told.refused[0].reason)


def test_a_photo_of_five_megabytes_is_let_by(tmp_path: Path) -> None:
    picture = "A" * (5 << 20)
    path = tmp_path / "a.vcf"
    path.write_text(cards(f"FN:One\nPHOTO;ENCODING=b:{picture}", f"FN:Two\nPHOTO:data:image/jpeg;base64,{picture}"))
    tracemalloc.start()
    try:
        assert [one.given for one in Book(path).people] == ["One", "Two"]
        assert tracemalloc.get_traced_memory()[1] < 60 << 20
    finally:
        tracemalloc.stop()


def test_entries_of_one_person_are_joined_and_two_people_at_one_address_are_not(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards(
        "N:Public;Jane;Q.;;\r\nEMAIL:jane@one.example",
        "N:Public;Jane;;;\r\nEMAIL:JANE@one.example\r\nTEL:+371 20 000 001",
        "N:Public;Paul;;;\r\nEMAIL:jane@one.example",
    ))  # fmt: skip
    assert (told.one.given, told.one.phone) == ("Jane Q.", "+371 20 000 001")
    assert ("joined", "Jane Public", "") in told.odd
    assert "first in row" in english(told.refused[0].reason)


def test_groups_are_nobody_and_cards_within_cards_are_passed_by(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards(
        "KIND:group\r\nFN:Family",
        "FN:Anna\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Her agent\r\nEND:VCARD\r\nTEL:+371 20 000 001",
    ))  # fmt: skip
    assert (told.one.given, told.one.phone) == ("Anna", "+371 20 000 001")


def test_people_around_are_kept_and_links_to_other_cards_are_not(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards(
        "FN:Anna\r\nRELATED;TYPE=spouse;VALUE=text:Juris Mir\r\nRELATED;TYPE=friend:urn:uuid:1\r\n"
        "X-EVOLUTION-SPOUSE:Juris Mir\r\na.X-ABRELATEDNAMES:Elza\r\na.X-ABLabel:_$!<Child>!$_\r\n"
        "b.X-ABRELATEDNAMES:Max\r\nb.X-ABLabel:godfather\r\nc.X-ABRELATEDNAMES:Boss\r\nc.X-ABLabel:_$!<Manager>!$_"
    )).one  # fmt: skip
    assert told.more is not None
    assert [(one.relation.value, one.given, one.family, one.relation_words) for one in told.more.relatives] == [
        ("spouse", "Juris", "Mir", ""), ("child", "Elza", "", ""), ("other", "Max", "", "godfather"),
    ]  # fmt: skip


def test_what_is_named_a_card_and_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.vcf"
    path.write_text("name,email\nAnna,a@b.example\n")
    with pytest.raises(BadFile, match="is a text table"):
        detect(path, FileMapping())


def test_an_address_that_is_told_only_as_it_is_written_is_kept(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards(
        "FN:Anna\r\nLABEL;TYPE=HOME:Liepu 1\\nLV-1001 Rīga",
        "FN:Juris\r\nADR;LABEL=\"Ostas 2^nVentspils\":;;;;;;",
    )).people  # fmt: skip
    assert [one.address.street for one in told] == ["Liepu 1, LV-1001 Rīga", "Ostas 2, Ventspils"]


@pytest.mark.parametrize(
    "line", [";" * 90_000, '"' * 90_000, "FN;" + 'X="a' * 30_000, "FN:" + "\\" * 90_000, "X" * 90_000]
)
def test_a_line_made_to_hold_up_reading_does_not(tmp_path: Path, line: str) -> None:
    told = book(tmp_path, "a.vcf", cards(f"EMAIL:a@b.example\r\n{line}\r\nBDAY:{' ' * 50_000}x\r\nNOTE:{'!' * 30_000}"))
    assert len(told.people) + len(told.refused) == 1


def test_a_line_of_quotation_marks_is_let_by_at_once(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards("FN:Anna Ozola\r\nX-A" + ';"' * 60_000 + ':b\r\nNOTE;X="a:b":c')).one
    assert (told.given, told.note) == ("Anna", "c")


def test_an_address_under_which_hundreds_stand_is_no_persons(tmp_path: Path) -> None:
    told = book(tmp_path, "a.vcf", cards(*(f"EMAIL:info@shop.example\r\nTEL:+37120{at:06}" for at in range(300))))
    more = told.one.more.contacts if told.one.more else ()
    assert len([one for one in more if one.kind is ContactKind.PHONE]) == 200
    assert len(told.refused) == 99
