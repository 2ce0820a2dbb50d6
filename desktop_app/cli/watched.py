"""`cordial import --watched`: what lies in the folder this desk watches, or in another, to be taken in."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path
from typing import Any

from desktop_app.actions.watched import offered_files
from desktop_app.cli.output import Context, table
from desktop_app.domain.desk_settings import WATCHED_FOLDER
from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import shorten
from desktop_app.domain.watching import KEPT, SINCE
from desktop_app.i18n import msg
from desktop_app.paths import desk_folder


def list_watched(context: Context, folder: str) -> int:
    """Lists the files a folder offers, none is taken; raises Invalid where no folder is watched or there is none."""
    kept = _kept()
    watched = folder or str(kept.get(WATCHED_FOLDER.key) or "")
    if not watched:
        raise Invalid("watched", msg("No folder is watched at this desk. Name one: --watched FOLDER."))
    if not Path(watched).is_dir():
        raise Invalid("watched", msg("There is no folder {folder}. Make it, or name another.", folder=shorten(watched)))
    since, left = (0.0, ()) if folder else (kept.get("window." + SINCE), kept.get("window." + KEPT))
    shop = context.open(write=False)
    try:
        offer = offered_files(
            lambda deed: deed(shop), Path(watched), now=time.time(),
            since=float(since) if isinstance(since, int | float) else 0.0,
            left=frozenset(mark for mark in left if isinstance(mark, str)) if isinstance(left, list) else (),
        )  # fmt: skip
    finally:
        shop.close()
    files: list[dict[str, Any]] = [
        {"file": str(came.path), "kind": came.kind, "platform": came.kind.platform, "size": came.size,
         "at": dt.datetime.fromtimestamp(came.at).astimezone()}
        for came in offer.files
    ]  # fmt: skip
    cells = [(f"{file['at']:%Y-%m-%d %H:%M}", file["kind"].value, file["file"]) for file in files]
    context.answer({"watched": watched, "files": files}, table(cells) or context.words("Nothing new lies there."))
    return 0


def _kept() -> dict[str, Any]:
    """What this desk keeps for itself; empty where it never opened a window."""
    try:
        kept = json.loads((desk_folder() / "desk.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
