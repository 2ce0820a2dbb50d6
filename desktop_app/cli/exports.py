"""`cordial export KIND --to FILE`: a list as CSV or XLSX."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.exporting import export_list
from desktop_app.cli.narrowing import wanted_list
from desktop_app.cli.narrowing_arguments import foreign
from desktop_app.cli.output import Context
from desktop_app.domain.listing import ListKind


def run(context: Context, words: argparse.Namespace) -> int:
    """Writes what the options leave of a list; options that this list has no use for end with the usage."""
    if strange := foreign(words, words.kind):
        words.refuse(f"not for {words.kind}: {strange}")
    file, kind = Path(words.to), ListKind(words.kind)
    shop = context.open(write=False)
    try:
        wanted = wanted_list(shop, kind, words)
        written = export_list(
            shop, kind, wanted.ids(shop), wanted.content.columns, to=file, words=context.words,
            progress=context.progress(),
        )  # fmt: skip
    finally:
        shop.close()
    said = context.words.n("{n} row written to {file}", "{n} rows written to {file}", written, file=file)
    context.answer({"rows": written, "file": str(file)}, said)
    return 0
