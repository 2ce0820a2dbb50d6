"""Where each platform gives its files out: one table for the window and the handbook, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_guides import FILE_GUIDES, cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.i18n import Language, Words

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook"


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_the_handbook_says_what_the_window_says(language: Language) -> None:
    words = Words(language)
    page = (HANDBOOK / language.value / "where-files-come-from.md").read_text("utf-8")
    missing = [one.platform for one in FILE_GUIDES if f"| {one.platform} | {words.say(one.where)} |" not in page]
    assert missing == []


def test_every_platform_with_a_reader_has_its_line() -> None:
    told = " ".join(one.platform for one in FILE_GUIDES) + " Cordial"  # its own files come from here
    assert [kind.platform for kind in FileKind if kind.platform.removeprefix("1C-") not in told] == []


def test_what_a_platform_hides_is_said_of_its_files_alone() -> None:
    assert "Ozon" in cannot_tell(FileKind.OZON_POSTINGS)[0].text
    assert cannot_tell(FileKind.SHOPIFY_ORDERS) == ()
