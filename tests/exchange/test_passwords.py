"""Columns of passwords are never read, shown or named in a refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import look_at
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.passwords import password_columns
from tests.exchange.made import DATA, said, written


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (("Email *", "Password *"), (1,)),
        (("password_hash", "rp_token", "email"), (0, 1)),
        (("Пароль", "Имя"), (0,)),
        (("Mot de passe", "passwd"), (0, 1)),
        (("Passport", "Compass", "Note"), ()),
    ],
)
def test_which_columns_hold_passwords(headings: tuple[str, ...], columns: tuple[int, ...]) -> None:
    assert password_columns(Headings(headings)) == columns


def test_a_look_at_a_file_shows_no_password() -> None:
    look = look_at(DATA / "exports" / "prestashop-customers.csv", FileMapping())
    assert len(look.sample) == 3
    assert not any("s3cr3t" in cell for row in look.sample for cell in row)


@pytest.mark.parametrize("row", ["7;;1;x@example.lv;s3cr3t;;A;B", "7;1;x@example.lv;s3cr3t;no birthday;A;B"])
def test_a_refused_row_does_not_name_its_password(row: str, tmp_path: Path) -> None:
    text = "Customer ID;Active;Email;Password;Birthday (yyyy-mm-dd);Last name;First name\n" + row + "\n"
    found = said(written(tmp_path, text))
    [refused] = found.refused
    assert "s3cr3t" not in refused.value + found.reasons[0]
