"""`cordial reprint`: some cards or sheets of a logged run once more, the very ink that was printed."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.handed import Handed
from desktop_app.actions.printing import print_folder
from desktop_app.actions.prints import log_print, reprint
from desktop_app.cli.handing import hand_over, keep_what_became, refuse_unknown, tell_what_waits
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.printing import PrintId
from desktop_app.queries.prints import print_run


def run(context: Context, words: argparse.Namespace) -> int:
    """Makes the file, prints it where that was asked for, and logs it as a reprint of its run."""
    if words.printer:
        refuse_unknown(words.printer)
    handed = ""
    shop = context.open()
    try:
        before = print_run(shop, PrintId(number_of("print", words.id)))
        name = f"reprint-{before.id}-{shop.now():%Y%m%d-%H%M%S}.pdf"
        file = Path(words.to) if words.to else print_folder(shop) / name
        made = reprint(
            shop, before.id, file, cards=words.cards, sheets=words.sheets, onward=words.onward,
            imposing=Imposing(start=words.start),
        )  # fmt: skip
        if words.printer:
            assert made.layout is not None
            papers = Handed(shop.location, made, before.kind, file, words.printer, before.by, before.id)
            handed = hand_over(
                papers, title=f"Cordial {before.kind}", stock=made.layout.stock, duplex=made.layout.duplex,
                tray=words.tray,
            )  # fmt: skip
        log_print(
            shop, made, kind=before.kind, file=file, printer=words.printer or "", job=handed, by=before.by,
            again=before.id, actor=context.actor,
        )  # fmt: skip
        keep_what_became(context, shop, handed)
    finally:
        shop.close()
    text = context.words.n("{n} card", "{n} cards", made.cards)
    text += " · " + context.words.n("{n} sheet of paper", "{n} sheets of paper", made.sheets) + f" · {file}"
    context.answer({"pages": made.pages, "sheets": made.sheets, "cards": made.cards, "file": str(file)}, text)
    if handed:
        tell_what_waits(context, handed)
    return 0
