"""The print log: runs with every card's place are kept, their files for a while, and cards or sheets printed again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from desktop_app.actions.enclosures import note_alone, note_enclosed
from desktop_app.actions.handed import Handed, forget_handed, layout_from, layout_text, placements
from desktop_app.actions.print_outcomes import MARKS, job_here
from desktop_app.actions.printing import print_folder, sha256_of
from desktop_app.actions.stocks import keep_begun
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.paper_settings import KEEP_PRINTS
from desktop_app.domain.print_outcome import Outcome, PrintOutcome
from desktop_app.domain.print_run import PlacedCard, PrintResult
from desktop_app.domain.printing import Kind, PrintId
from desktop_app.domain.prints import PrintRun, RunLayout
from desktop_app.domain.text import clean
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customers_there
from desktop_app.queries.people import relatives
from desktop_app.queries.prints import files_to_forget, print_items, print_run
from desktop_app.queries.reaching import refuse_held_again
from desktop_app.queries.settings import setting
from desktop_app.queries.steps import order_states
from desktop_app.store.durable import durable_write
from desktop_app.store.outcomes import outcome_text
from desktop_app.store.tables import OrderTable, PrintItemTable, PrintTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_ITEM = ("run", "order", "customer", "relative", "kind", "title", "card", "sheet", "place", "product")


def log_print(
    shop: Shop,
    result: PrintResult,
    *,
    kind: Kind,
    file: Path | None = None,
    printer: str = "",
    job: str = "",
    by: str = "",
    again: PrintId | None = None,
    begun: tuple[str, Sequence[Iterable[int]]] | None = None,
    came_out: bool = False,
    actor: str = "",
) -> Changes:
    """Keeps what was printed in the log and marks its orders, in one change; records gone meanwhile are left out.

    `again` is the run of which these are a reprint; `begun` a paper with the free places of its begun sheets as they
    are from now on. `came_out` says that somebody holds them, though nobody followed their job.
    """
    orders = [order for order, _ in result.printed]
    title = nmsg("Print papers for {n} order", "Print papers for {n} orders", n=len(set(orders)))
    if not orders:
        title = nmsg("Print {n} card", "Print {n} cards", n=result.cards)
    topics = (Topic.PRINTS, Topic.ORDERS, *((Topic.CARDS,) if begun else ()))
    with shop.change(title, actor=actor, topics=topics) as change:
        note_print(
            shop, change, result, kind=kind, file=file, printer=printer, job=job, by=by, again=again, begun=begun,
            came_out=came_out,
        )  # fmt: skip
    forget_handed(file)
    return change.changes


def log_handed(shop: Shop, papers: Handed, *, actor: str) -> Changes:
    """Logs papers of which somebody says, after the program had stopped, that they came out."""
    return log_print(
        shop, papers.result, kind=papers.kind, file=papers.file, printer=papers.printer, by=papers.by,
        again=papers.again, begun=papers.begun, came_out=True, actor=actor,
    )  # fmt: skip


def note_print(
    shop: Shop,
    change: Change,
    result: PrintResult,
    *,
    kind: Kind,
    file: Path | None = None,
    printer: str = "",
    job: str = "",
    by: str = "",
    again: PrintId | None = None,
    begun: tuple[str, Sequence[Iterable[int]]] | None = None,
    came_out: bool = False,
) -> None:
    """Does the same within a change that goes on, as when a parcel is packed; `job` is the printing system's name."""
    cards = _still_there(shop, result.placed)
    if not cards:
        return
    row = _run_row(shop, result, kind=kind, file=file, printer=printer, by=by)
    sent = outcome_text(PrintOutcome(Outcome.PRINTED if came_out else Outcome.SENT)) if printer else ""
    run = change.insert(PrintTable, {**row, "job": job_here(job), "outcome": sent, "again": again})
    change.insert_many(PrintItemTable, _ITEM, (_item_row(run, card) for card in cards))
    for paper, column in MARKS.items():
        ids = list(dict.fromkeys(card.order for card in cards if card.kind is paper and card.order is not None))
        change.update_many(OrderTable, ids, (column,), ((True,) for _ in ids))
        if by and paper is Kind.PACKING_INSERT:
            change.update_many(OrderTable, ids, ("packed_by",), ((clean(by),) for _ in ids))
    note_enclosed(shop, change, cards)
    note_alone(shop, change, cards)
    if begun is not None:
        keep_begun(shop, change, *begun)


def reprint(
    shop: Shop,
    run_id: PrintId,
    to: Path,
    *,
    cards: Sequence[int] = (),
    sheets: Sequence[int] = (),
    onward: bool = False,
    imposing: Imposing = Imposing(),
) -> PrintResult:
    """Makes a PDF of some cards or sheets of a run, numbered as in the log, from the very file that was printed.

    With `onward` all that came out from the first of them on. Sheets come out as they were; single cards are laid on
    new sheets, begun where `imposing` says. Raises NotFound when the file is no longer kept, Invalid for a wrong
    number, Conflict where a card may not be given to its reader now.
    """
    from desktop_app.render.reprint import reprint_cards, reprint_sheets  # first use, not start

    run, placed = print_run(shop, run_id), print_items(shop, run_id)
    kept, layout = kept_file(run), run_layout(run)
    wanted = _wanted(placed, cards=cards, sheets=sheets, onward=onward)
    refuse_held_again(shop, wanted)
    lies: list[tuple[int, int]] = []
    made: list[str] = []

    def write(out: BinaryIO) -> None:
        if sheets:
            numbers = list(dict.fromkeys(card.sheet for card in wanted))
            reprint_sheets(kept, layout, numbers, out)
            lies.extend((numbers.index(card.sheet) + 1, card.place) for card in wanted)
        else:
            lies.extend(reprint_cards(kept, layout, wanted, imposing, out))
        made.append(sha256_of(out))

    durable_write(to, write)
    count = lies[-1][0]
    free = () if sheets else _free(layout, lies, imposing)  # a sheet printed once more is as full as it was
    return PrintResult(
        pages=count * layout.sides, sheets=count, placed=placements(wanted, lies), sides=layout.sides,
        stock=run.stock, design=run.design, sha256=made[0], layout=layout, free=free,
    )  # fmt: skip


def _free(layout: RunLayout, lies: Sequence[tuple[int, int]], imposing: Imposing) -> tuple[int, ...]:
    """The places that stay free on the last sheet, where cards lie on a sheet and place each."""
    from desktop_app.documents.imposition import free_places

    if layout.fold is not None:
        return ()
    count = lies[-1][0]
    return free_places(layout.stock, count - 1, [place - 1 for sheet, place in lies if sheet == count], imposing)


def kept_file(run: PrintRun) -> Path:
    """The very file of a run; raises NotFound when it is gone or no longer what was printed."""
    file = Path(run.file) if run.file else None
    with suppress(OSError):
        if file is not None:
            with file.open("rb") as content:
                if sha256_of(content) == run.sha256:
                    return file
    raise NotFound(msg("The file of this print run is no longer kept. Print these cards anew."))


def run_layout(run: PrintRun) -> RunLayout:
    """How a run's cards lie on its pages; raises NotFound where the log does not know."""
    if not run.choices:
        raise NotFound(msg("The log does not know how these cards lay on their sheets. Print them anew."))
    return layout_from(run.choices)


def forget_files(shop: Shop) -> int:
    """Removes the printed files that need no longer be kept from the program's own folder; returns how many."""
    ours, gone = print_folder(shop), 0
    for _, name in files_to_forget(shop, shop.today()):
        file = Path(name)
        if file.parent == ours and file.is_file():
            with suppress(OSError):  # open in a viewer: the next time
                file.unlink()
                gone += 1
    return gone


def _wanted(
    placed: Sequence[PlacedCard], *, cards: Sequence[int], sheets: Sequence[int], onward: bool
) -> list[PlacedCard]:
    """The cards asked for, in the order of the run."""
    field, numbers = ("sheets", set(sheets)) if sheets else ("cards", set(cards))
    there = [card.sheet if sheets else card.card for card in placed]
    if not numbers or not numbers <= set(there):
        raise Invalid(field, _no_such(bool(sheets), max(there, default=0)))
    chosen = [card for card, number in zip(placed, there, strict=True) if number in numbers]
    first = min((card.sheet, card.place) for card in chosen)  # as they come out: in piles not by their numbers
    return [card for card in placed if (card.sheet, card.place) > first or card in chosen] if onward else chosen


def _no_such(sheets: bool, last: int) -> Message:
    if sheets:
        return msg("This run has sheets 1 to {n}.", n=last)
    return msg("This run has cards 1 to {n}.", n=last)


def _still_there(shop: Shop, placed: Sequence[PlacedCard]) -> list[PlacedCard]:
    """The cards whose order, customer and person around them are in the shop."""
    cards = list(placed)
    orders = {state.id for state in order_states(shop, list({card.order for card in cards if card.order}))}
    customers = customers_there(shop, {card.customer for card in cards if card.customer})
    around = {one.id for one in relatives(shop, {card.relative for card in cards if card.relative})}
    return [
        card
        for card in cards
        if (not card.order or card.order in orders)
        and (not card.customer or card.customer in customers)
        and (not card.relative or card.relative in around)
    ]


def _run_row(
    shop: Shop, result: PrintResult, *, kind: Kind, file: Path | None, printer: str, by: str
) -> dict[str, Any]:
    until = None
    if file is not None and file.parent == print_folder(shop):
        until = shop.today() + dt.timedelta(days=setting(shop, KEEP_PRINTS))
    return {
        "at": shop.now().isoformat(timespec="seconds"),
        "kind": kind.value,
        "design": result.design,
        "stock": result.stock,
        "by": clean(by),
        "file": str(file.absolute()) if file else "",  # found again from any folder
        "sha256": result.sha256,
        "cards": result.cards,
        "sheets": result.sheets,
        "printer": printer,
        "kept_until": until,
        "choices": layout_text(result.layout) if result.layout else "",
    }


def _item_row(run: int, card: PlacedCard) -> tuple[Any, ...]:
    whose = (run, card.order, card.customer, card.relative, card.kind.value, card.title)
    return (*whose, card.card, card.sheet, card.place, card.product)
