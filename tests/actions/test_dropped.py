"""What a dropped folder stands for."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.dropped import MANY, files_of


def test_a_folder_stands_for_its_readable_files_by_name(tmp_path: Path) -> None:
    for name in ("b.csv", "a.XLSX", ".hidden.csv", "~$a.xlsx", "photo.jpg"):
        (tmp_path / name).write_text("x")
    (tmp_path / "within.csv").mkdir()
    single = tmp_path / "photo.jpg"
    assert files_of([single, tmp_path]) == [single, tmp_path / "a.XLSX", tmp_path / "b.csv"]


def test_a_folder_of_too_many_or_none_stays_a_folder(tmp_path: Path) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    for folder in (full, empty):
        folder.mkdir()
    for number in range(MANY + 1):
        (full / f"{number}.csv").write_text("x")
    assert files_of([full, empty]) == [full, empty]
