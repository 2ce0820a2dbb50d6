"""`cordial import --watched`, and what an import writes beside itself: refused rows, how a table is read."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

ORDERS = "Order number,Date,Total,Currency\n7,2026-11-01,10.00,EUR\n8,2026-04-31,5.00,EUR\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a table of orders that was written an hour ago."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3600)
    made = tmp_path / "in"
    made.mkdir()
    (made / "orders.csv").write_text(ORDERS, "utf-8")
    return made


def watch(folder: Path, **more: object) -> None:
    """This desk watches the folder."""
    file = Path(os.environ["XDG_CONFIG_HOME"]) / "cordial" / "desk.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"desk.watched_folder": str(folder), **more}), "utf-8")


def test_a_folder_is_listed_and_nothing_is_taken(cordial: Any, folder: Path) -> None:
    cordial("customer", "add", "--given", "Anna")
    answer = cordial("import", "--watched", folder, "--json").json
    [file] = answer["files"]
    assert (file["file"], file["kind"], file["size"]) == (str(folder / "orders.csv"), "orders", len(ORDERS))
    assert cordial("list", "orders", "--json").json == {"orders": []}
    assert str(folder / "orders.csv") in cordial("import", "--watched", folder).out


def test_the_folder_of_this_desk_is_listed_without_what_was_not_wanted(cordial: Any, folder: Path) -> None:
    cordial("customer", "add", "--given", "Anna")
    watch(folder)
    assert len(cordial("import", "--watched", "--json").json["files"]) == 1
    state = (folder / "orders.csv").stat()
    file = Path(os.environ["XDG_CONFIG_HOME"]) / "cordial" / "desk.json"
    kept = json.loads(file.read_text("utf-8"))
    kept["window.watched.left"] = [f"orders.csv|{state.st_size}|{state.st_mtime_ns}"]
    file.write_text(json.dumps(kept), "utf-8")
    assert cordial("import", "--watched").out.strip() == "Nothing new lies there."


def test_without_a_folder_the_way_out_is_said(cordial: Any, tmp_path: Path) -> None:
    cordial("customer", "add", "--given", "Anna")
    answer = cordial("import", "--watched")
    assert (answer.code, answer.err.strip()) == (
        1, "No folder is watched at this desk. Name one: --watched FOLDER.",
    )  # fmt: skip
    assert "There is no folder" in cordial("import", "--watched", tmp_path / "gone").err


def test_refused_rows_and_the_mapping_are_written_beside(cordial: Any, folder: Path, tmp_path: Path) -> None:
    refused, kept = tmp_path / "refused.csv", tmp_path / "kept.toml"
    answer = cordial(
        "import", folder / "orders.csv", "--dry-run", "--refused-to", refused, "--save-map", kept, "--json"
    )
    assert (answer.code, answer.json["new"]) == (3, 1)
    assert "8,2026-04-31,5.00,EUR,3," in refused.read_text("utf-8")
    assert '"number" = "Order number"' in kept.read_text("utf-8")
    assert cordial("import", folder / "orders.csv", "--map", kept, "--refused-to", refused).code == 3
    assert cordial("list", "orders", "--json").json["orders"][0]["number"] == "7"


def test_words_that_do_not_go_together_are_told(cordial: Any, folder: Path) -> None:
    file = folder / "orders.csv"
    assert "Say --dry-run with --save-map" in cordial("import", file, "--save-map", "a.toml").err
    assert "one file at a time" in cordial("import", file, file, "--refused-to", "a.csv").err
