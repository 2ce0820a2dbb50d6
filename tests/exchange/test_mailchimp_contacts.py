"""Mailchimp's audience, as it gives it out and as a spreadsheet saved it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.people_dates import Birthday
from tests.exchange.made import said, written


@pytest.mark.parametrize("cell", ["04/12", "12-Apr", "4/12/2026", "2026-04-12"])
def test_a_birthday_has_no_year_whatever_a_spreadsheet_made_of_it(tmp_path: Path, cell: str) -> None:
    text = f"Email Address,First Name,Last Name,Birthday,MEMBER_RATING\nfia@example.com,Fia,Falk,{cell},4\n"
    found = said(written(tmp_path, text))
    assert found.detected.reader.kind is FileKind.MAILCHIMP_CONTACTS
    [fia] = found.people
    assert (fia.email, fia.birthday) == ("fia@example.com", Birthday(4, 12, None))
