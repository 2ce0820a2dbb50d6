"""Who may import whom: import-linter's contracts hold, and each catches a floor that reaches too far."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT, modules

FLOORS = ("domain", "documents", "exchange", "post", "render", "store", "queries", "actions", "ui", "cli")


def lint(folder: Path) -> tuple[int, str]:
    """The exit code and the words of import-linter in a folder that has a pyproject.toml."""
    command = (
        "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def doll_house(tmp_path: Path) -> Path:
    """A house of the same floors with nothing in them, under the same contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in ("", *FLOORS):
        (tmp_path / "desktop_app" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "desktop_app" / folder / "__init__.py").write_text('"""A floor."""\n', encoding="utf-8")
    for name in ("app", "i18n", "paths"):
        (tmp_path / "desktop_app" / f"{name}.py").write_text('"""A file."""\n', encoding="utf-8")
    return tmp_path


def test_the_house_keeps_its_contracts() -> None:
    code, words = lint(ROOT)
    assert code == 0, words


def test_an_empty_house_keeps_them(doll_house: Path) -> None:
    code, words = lint(doll_house)
    assert code == 0, words


@pytest.mark.parametrize(
    ("floor", "reaches"),
    [
        ("ui", "desktop_app.store"),
        ("ui", "desktop_app.render"),
        ("ui", "desktop_app.exchange"),
        ("ui", "desktop_app.post"),
        ("ui", "desktop_app.documents"),
        ("ui", "desktop_app.cli"),
        ("ui", "desktop_app.app"),
        ("ui", "peewee"),
        ("ui", "reportlab"),
        ("cli", "desktop_app.store"),
        ("cli", "desktop_app.ui"),
        ("cli", "PySide6"),
        ("actions", "desktop_app.ui"),
        ("actions", "peewee"),
        ("queries", "desktop_app.actions"),
        ("queries", "desktop_app.documents"),
        ("queries", "desktop_app.exchange"),
        ("queries", "apsw"),
        ("store", "desktop_app.queries"),
        ("store", "desktop_app.exchange"),
        ("render", "desktop_app.store"),
        ("render", "desktop_app.exchange"),
        ("documents", "desktop_app.render"),
        ("documents", "desktop_app.store"),
        ("documents", "reportlab"),
        ("exchange", "desktop_app.store"),
        ("exchange", "PySide6"),
        ("post", "desktop_app.store"),
        ("domain", "desktop_app.store"),
        ("domain", "peewee"),
    ],
)
def test_a_floor_that_reaches_too_far_is_caught(floor: str, reaches: str, doll_house: Path) -> None:
    (doll_house / "desktop_app" / floor / "orders.py").write_text(f'"""Bad."""\nimport {reaches}\n', encoding="utf-8")
    code, words = lint(doll_house)
    assert code == 1, words
    assert f"desktop_app.{floor}" in words


def test_a_floor_without_a_contract_is_caught(doll_house: Path) -> None:
    (doll_house / "desktop_app" / "plumbing.py").write_text('"""Stands nowhere."""\n', encoding="utf-8")
    code, words = lint(doll_house)
    assert code == 1, words
    assert "plumbing" in words


def test_every_floor_is_in_the_doll_house() -> None:
    folders = {m.floor for m in modules() if m.path.count("/") > 1}
    assert folders == set(FLOORS)
