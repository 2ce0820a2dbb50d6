"""The file is a clean PDF however many pages it has, and goes out as it is made."""

from __future__ import annotations

import io

import pikepdf
import pytest

from desktop_app.render.sink import Sink, number, text
from tests.render.sheets import outside


def written(pages: int, title: str = "Cards") -> bytes:
    """A file with so many pages, each with its number as a comment."""
    out = io.BytesIO()
    sink = Sink(out)
    for n in range(pages):
        sink.page(b"%% page %d" % n, (100.0, 200.5))
    sink.finish(b"<<>>", title)
    return out.getvalue()


@pytest.mark.parametrize("pages", [1, 63, 64, 65, 129])
def test_every_page_is_there_in_its_order(pages: int) -> None:
    file = written(pages)
    assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], file)
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert [page.Contents.read_bytes() for page in pdf.pages] == [b"%% page %d" % n for n in range(pages)]
        assert [float(side) for side in pdf.pages[-1].TrimBox] == [0, 0, 100, 200.5]
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_nothing_goes_out_before_there_is_a_page() -> None:
    out = io.BytesIO()
    sink = Sink(out)
    sink.stream(b"form")
    assert out.getvalue() == b""
    sink.page(b"", (1.0, 1.0))
    assert out.getvalue().startswith(b"%PDF-1.7")


def test_pages_go_out_one_by_one() -> None:
    out = io.BytesIO()
    sink = Sink(out)
    sizes = []
    for _ in range(5):
        sink.page(b"x", (1.0, 1.0))
        sizes.append(out.tell())
    assert sizes == sorted(set(sizes))


def test_equal_pages_give_equal_files_and_others_do_not() -> None:
    assert written(3) == written(3)
    assert written(3)[-80:] != written(4)[-80:]


def test_a_title_cannot_break_out_of_its_string() -> None:
    with pikepdf.open(io.BytesIO(written(1, ") /Evil (Ķēniņš"))) as pdf:
        assert pdf.docinfo["/Title"] == ") /Evil (Ķēniņš"
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer"}


@pytest.mark.parametrize(
    ("value", "expected"), [(0, b"0"), (10, b"10"), (-0.5, b"-0.5"), (1 / 3, b"0.333"), (100.0, b"100")]
)
def test_numbers_are_short(value: float, expected: bytes) -> None:
    assert number(value) == expected


def test_texts_are_utf_16() -> None:
    assert text("Ā") == b"<FEFF0100>"
