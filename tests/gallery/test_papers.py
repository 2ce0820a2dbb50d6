"""The picture of what comes out of the printer, for the README and the handbook."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop_app.i18n import Language
from desktop_app.store.connect import open_shop
from tests.gallery.papers import papers
from tests.gallery.scenes import PAPERS_SCENE
from tests.gallery.variants import filed, plain
from tests.made import TODAY


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_three_papers_as_they_come_out_of_the_printer(
    qapp: Any, language: Language, sample_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "shop.db"
    shutil.copy(sample_file, copy)
    first = list(Language).index(language)
    order = (*list(Language)[first:], *list(Language)[:first])
    picture = papers(open_shop(str(copy), today=lambda: TODAY), order, tmp_path)
    picture.save(filed(PAPERS_SCENE, plain(language)))
    assert len(picture.getcolors(maxcolors=1 << 24) or ()) > 500
