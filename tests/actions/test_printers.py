import subprocess
from pathlib import Path

import pytest

from desktop_app.actions import printers
from desktop_app.actions.printers import arguments, default_printer, print_file
from desktop_app.domain.errors import DeliveryFailed
from desktop_app.domain.stock import Stock


def stock(wide, high):
    return Stock("x", {}, (wide, high), (wide, high))


def test_the_file_is_never_scaled_and_its_title_is_plain():
    found = arguments(Path("-odd name.pdf"), "Office", title="Открытки ✉ 2026", stock=stock(210.0, 297.0))
    assert found[:5] == ["lp", "-d", "Office", "-t", "-" * 8 + " - 2026"]
    assert "print-scaling=none" in found
    assert "media=A4" in found
    assert found[-2:] == ["--", "-odd name.pdf"]


@pytest.mark.parametrize(
    ("sheet", "media"), [((105.0, 148.0), "A6"), ((148.0, 210.0), "A5"), ((100.0, 62.5), "Custom.100x62.5mm")]
)
def test_the_stock_says_the_paper(sheet, media):
    assert f"media={media}" in arguments(Path("a.pdf"), "P", title="t", stock=stock(*sheet))


def test_without_a_printing_system_the_way_out_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DeliveryFailed, match=r"no printing system.*Save the PDF"):
        print_file(tmp_path / "a.pdf", "Office")
    assert printers.printers() == []
    assert default_printer() == ""


def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: str) -> None:
    """A command of the printing system that answers as told, first on the path."""
    file = tmp_path / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")


def test_the_job_is_named(tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "lp", 'echo "request id is $2-17 (1 file(s))"')
    assert print_file(tmp_path / "a.pdf", "Office") == "Office-17"


def test_a_refusal_is_said_with_its_reason(tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "lp", 'echo "lp: The printer or class does not exist." >&2; exit 1')
    with pytest.raises(DeliveryFailed, match=r"class does not exist\. The PDF is kept"):
        print_file(tmp_path / "a.pdf", "Nowhere")


def test_printers_as_the_system_lists_them(tmp_path, monkeypatch):
    script(
        tmp_path,
        monkeypatch,
        "lpstat",
        'if [ "$1" = -e ]; then echo PDF; echo Office; else echo "system default destination: PDF"; fi',
    )
    assert printers.printers() == ["PDF", "Office"]
    assert default_printer() == "PDF"


def test_no_default_is_no_printer(tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "lpstat", 'echo "no system default destination"')
    assert default_printer() == ""


def test_a_dead_system_does_not_hold_the_window(monkeypatch):
    def never(*_given, **_more):
        raise subprocess.TimeoutExpired("lp", 60)

    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(DeliveryFailed, match="does not answer"):
        print_file(Path("a.pdf"), "Office")
