"""A made PDF on its way to a printer: refused before it is made where there is none, told when it waits there."""

from __future__ import annotations

from desktop_app.actions.handed import Handed, forget_handed, note_handed
from desktop_app.actions.print_outcomes import job_told, known_jobs, unsettled_here
from desktop_app.actions.printers import job, print_file, printers
from desktop_app.cli.output import Context
from desktop_app.domain.errors import AppError, DeliveryFailed
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.printers import JobState
from desktop_app.domain.stock import Stock
from desktop_app.i18n import msg
from desktop_app.queries import Shop


def refuse_unknown(printer: str) -> None:
    """Raises DeliveryFailed, before anything is made, for a name no printer has where there are others."""
    known = printers()
    if known and printer.partition("/")[0] not in known:
        raise DeliveryFailed(
            msg(
                "There is no printer “{printer}” here. Use one of {printers}.",
                printer=printer,
                printers=", ".join(known),
            )
        )


def hand_over(papers: Handed, *, title: str, stock: Stock, duplex: Duplex, tray: str) -> str:
    """Gives papers to their printer and returns the job's name; a file no printer took is not left behind.

    That they go there is noted first: were the light to go out before the log knows it, a person is asked at the next
    start whether they came out.
    """
    note_handed(papers)
    try:
        return print_file(papers.file, papers.printer, title=title, stock=stock, duplex=duplex, tray=tray)
    except AppError:
        forget_handed(papers.file)
        papers.file.unlink(missing_ok=True)  # no log knows of it, so nothing else would ever remove it
        raise


def keep_what_became(context: Context, shop: Shop, handed: str) -> None:
    """Keeps in the log how the job just handed over is, and the ends of earlier ones that nobody saw."""
    for now in known_jobs(unsettled_here(shop)) if handed else ():
        job_told(shop, now, actor=context.actor)


def tell_what_waits(context: Context, handed: str) -> None:
    """The papers are with the printing system, but a printer that stands still keeps nobody from waiting in vain."""
    try:
        now = job(handed)
    except DeliveryFailed:
        return  # it took them: what it does not tell is no failure
    if now.state is JobState.STOPPED:
        said = msg("The papers wait at the printer “{printer}”, which is stopped.", printer=handed.rpartition("-")[0])
        context.complain(" ".join(context.words.say(one) for one in (said, *now.reasons)))
