"""A run prints every order once, says which it could not, and gives one clean file."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop_app.documents.stocks import load_stock
from desktop_app.documents.templates import template_names
from desktop_app.domain.concerns import Concern
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.errors import Invalid, Stopped
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.printing import Kind, LineDetails, PaperDetails, ShopDetails
from desktop_app.i18n import Language, english
from desktop_app.render.job import PrintJob, run_job
from tests.render.sheets import SHOP, close, outside, pages_of, parcel, parcels, run


@pytest.mark.parametrize(("cards", "sheets"), [(1, 1), (4, 1), (5, 2), (9, 3)])
def test_every_order_is_found_on_its_sheet(cards: int, sheets: int) -> None:
    result, file = run(parcels(cards), stock="a6-4up-a4")
    assert (result.cards, result.sheets, result.pages) == (cards, sheets, sheets)
    pages = pages_of(file)
    assert len(pages) == sheets
    for n in range(cards):
        assert f"Anna{n}" in pages[n // 4]
    assert result.printed == tuple((1000 + n, Kind.THANK_YOU) for n in range(cards))
    assert not result.skipped
    assert not result.warnings


def test_nothing_to_print_makes_no_file() -> None:
    result, file = run([])
    assert (result.pages, result.cards, file) == (0, 0, b"")
    result, file = run([parcel(1, "🎉")])
    assert (result.pages, result.printed, file) == (0, (), b"")
    assert [told.title for told in result.skipped] == ["#1"]


def test_start_and_copies() -> None:
    result, file = run(parcels(2), stock="a6-4up-a4", imposing=Imposing(start=3), copies=3)
    assert (result.cards, result.sheets) == (6, 2)
    first, second = pages_of(file)
    assert [first.count("Anna0"), first.count("Anna1")] == [2, 0]
    assert [second.count("Anna0"), second.count("Anna1")] == [1, 3]
    with pytest.raises(Invalid):
        run(parcels(2), imposing=Imposing(start=2))


def test_a_parcel_is_a_card_and_an_insert_for_each_order_in_turn() -> None:
    result, file = run(parcels(2), kind=Kind.PARCEL)
    pages = pages_of(file)
    assert len(pages) == result.cards == 4
    assert ["Mug" in page for page in pages] == [False, True] * 2
    assert ["Anna0" in pages[0], "Anna1" in pages[0], "Anna1" in pages[2]] == [True, False, True]
    assert [kind for _, kind in result.printed] == [Kind.THANK_YOU, Kind.PACKING_INSERT] * 2
    assert all("Анна Лиепиня" in page for page in pages)


NAMES = [
    "<b>Anna", "Ann & Co", '<img src="/dev/zero">', "Ķēniņš-Žagariņa", "Ёлкин", "אבי", "محمد", "李小龍", "김민준",
    "{packer}", "%s%d\\n", "Nguyễn", "Ðorđe Çelik", "Łukasz", "O’Neill", "Ελένη", "Ǆemal", "a\u0304\u0323", "Ab" * 150,
]  # fmt: skip


def test_every_name_is_printed_as_it_is_written() -> None:
    orders = [parcel(n, name, customer=CustomerFields(given=name)) for n, name in enumerate(NAMES)]
    result, file = run([dataclasses.replace(order, language=Language.EN) for order in orders])
    assert [told.title for told in result.skipped] == []
    assert [told.title for told in result.warnings if told.concern is Concern.TIGHT] == ["#18"]
    pages = pages_of(file)
    assert len(pages) == len(NAMES)
    for name, page in zip(NAMES, pages, strict=True):
        assert close(name) in close(page), name


def test_bad_records_are_left_out_and_said_and_the_others_print() -> None:
    orders = [
        parcel(1, "Anna"),
        parcel(2, "Zoë 🎉🎉"),
        parcel(3, "Ж" * 10_000),
        parcel(4, "Broken \ud800"),
        parcel(5, "Eva", qr="x" * 300),
        parcel(6, "Ieva"),
    ]
    result, file = run(orders, kind=Kind.PARCEL)
    assert [told.title for told in result.skipped] == ["#2", "#3", "#4", "#5"]
    reasons = [english(told.message) for told in result.skipped]
    assert "🎉" in reasons[0]
    assert "does not fit" in reasons[1]
    assert "U+D800" in reasons[2]
    assert "QR" in reasons[3]
    assert all(f"#{n}" in reason for n, reason in zip((2, 3, 4, 5), reasons, strict=True))
    assert {order for order, _ in result.printed} == {1, 6}
    cards, inserts = pages_of(file)[::2], pages_of(file)[1::2]
    assert len(cards) == len(inserts) == 2
    assert [name in page for name, page in zip(("Anna", "Ieva"), cards, strict=True)] == [True, True]


def test_a_shop_whose_own_words_cannot_be_printed_is_told_so() -> None:
    with pytest.raises(Invalid, match="🎉"):
        run(parcels(1), shop=ShopDetails("Veikals 🎉"))
    with pytest.raises(Invalid, match="too long"):
        run(parcels(1), shop=ShopDetails("Veikals " * 300))


def test_equal_orders_give_equal_files() -> None:
    assert run(parcels(9), stock="a6-4up-a4")[1] == run(parcels(9), stock="a6-4up-a4")[1]
    assert run(parcels(9))[1] != run(parcels(8))[1]


def test_the_file_is_clean_and_says_how_it_wants_to_be_printed() -> None:
    _, file = run(parcels(7), kind=Kind.PARCEL, stock="a6-4up-a4")
    assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], file)
    info = " ".join(outside(["pdfinfo", "-box", "{}"], file).split())
    assert "TrimBox: 0.00 0.00 595.28 841.89" in info
    assert "BleedBox: 0.00 0.00 595.28 841.89" in info
    assert b"/ViewerPreferences<</PrintScaling/None>>" in file
    assert "Title: Mazais veikals" in info


def test_every_face_is_embedded_once_and_no_other_is_named() -> None:
    people = "Šarlote Юлия אבי محمد 李小龍 Nguyễn"
    letters = "".join(map(chr, range(0x21, 0x250))) + "".join(map(chr, range(0x400, 0x500)))
    line = tuple(LineDetails(1, letters[n : n + 40]) for n in range(0, len(letters), 40))
    _, file = run([parcel(1, people, lines=line)], kind=Kind.PARCEL)
    rows = [line.split() for line in outside(["pdffonts", "{}"], file).splitlines()[2:]]
    faces = [row[0].split("+")[1] for row in rows]
    assert len(faces) == len(set(faces))
    assert {"Caveat-Regular", "Caveat-Bold", "PTSerif-Regular", "NotoSans-Regular", "NotoSansCJKjp-Regular"} <= set(
        faces
    )
    assert "Helvetica" not in faces
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_a_run_can_be_stopped_and_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 50

    job = PrintJob(Kind.THANK_YOU, parcels(1000), SHOP, "", load_stock("a6"), total=1000)
    with pytest.raises(Stopped):
        run_job(job, io.BytesIO(), progress)
    assert told == [(0, 1000), (25, 1000), (50, 1000)]


def test_sheets_go_out_while_orders_come_in() -> None:
    sizes: list[int] = []
    out = io.BytesIO()

    def watched() -> Iterator[PaperDetails]:
        for order in parcels(400):
            sizes.append(out.tell())
            yield order

    run_job(PrintJob(Kind.THANK_YOU, watched(), SHOP, "", load_stock("a6")), out)
    assert sizes[40] < sizes[80] < sizes[200] < sizes[399]


LETTERS = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "C")), max_size=60)


@pytest.mark.parametrize("design", template_names(Kind.THANK_YOU))
@settings(max_examples=12, phases=[Phase.generate])  # a failing list tells enough, and shrinking prints for minutes
@given(st.lists(LETTERS, min_size=25, max_size=25))
def test_any_text_is_printed_or_refused_by_name(design: str, texts: list[str]) -> None:
    orders = [parcel(n, text, qr=text, lines=(LineDetails(1, text, text),)) for n, text in enumerate(texts)]
    result, file = run(
        orders, kind=Kind.PARCEL, by="Inese", designs=dict.fromkeys((Kind.THANK_YOU, Kind.PACKING_INSERT), design)
    )
    printed = {order for order, _ in result.printed}
    refused = {int(told.title[1:]) for told in result.skipped}
    assert printed | refused == set(range(25))
    assert not printed & refused
    assert all(english(told.message) for told in result.skipped)
    assert not file or b"%%EOF" in file[-8:]


EASTERN = "ĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽžАБВЁЖЙабвгдёжзийклмщъыьэюя"
WRITTEN = st.text(
    st.sampled_from(EASTERN + "ABCxyzäöß0123456789<>&'\"%$#{}()[]\\/@.,;:!?-–—… "), min_size=1, max_size=80
)


@pytest.mark.parametrize("design", template_names(Kind.THANK_YOU))
@settings(max_examples=12, phases=[Phase.generate])  # a failing list tells enough, and shrinking prints for minutes
@given(st.lists(WRITTEN, min_size=25, max_size=25))
def test_any_written_name_is_found_again_in_the_file(design: str, texts: list[str]) -> None:
    orders = [parcel(n, f"Z{text}", Language.RU) for n, text in enumerate(texts)]
    result, file = run(orders, designs={Kind.THANK_YOU: design})
    assert not result.skipped
    for text, page in zip(texts, pages_of(file), strict=True):
        text = text.rstrip(" ,;:!")  # a greeting ends with its own
        # pdftotext takes a hyphen away at the end of a line, and greetings are tidied when typed all in capitals.
        assert close(text).replace("-", "").casefold() in close(page).replace("-", "").casefold(), text
