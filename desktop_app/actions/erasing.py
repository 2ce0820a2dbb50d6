"""Erases people for good: nothing of them stays but anonymous orders, and it cannot be undone.

No backup is made before, for it would keep them; those that hold them already are told with the day they will be gone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop_app.actions.backups import backups
from desktop_app.actions.handed import forget_handed, handed_of
from desktop_app.actions.printing import print_folder
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.erasing import Erased, ErasePlan, holdings
from desktop_app.domain.errors import NotFound
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.erasing import erase_counts, first_change, orders_and_relatives, printed_files

_TOPICS = (Topic.CUSTOMERS, Topic.ORDERS, Topic.PRINTS)
_LONG_AGO = dt.date(2000, 1, 1)


def erase_plan(shop: Shop, customers: Sequence[CustomerId]) -> ErasePlan:
    """What erasing these customers would take away, what stays, and which backups still hold them; raises NotFound."""
    wanted = tuple(dict.fromkeys(customers))
    if not wanted:
        raise NotFound(msg("Nobody is chosen. Choose whom to erase."))
    ours = print_folder(shop)
    files = printed_files(shop, wanted)
    own = [one for one in files if Path(one.file).parent == ours]
    orders, relatives = orders_and_relatives(shop, wanted)
    noted = handed_of(shop, customers=wanted, orders=orders, relatives=relatives)  # the log may not know them yet
    return replace(
        erase_counts(shop, wanted),
        files=tuple(dict.fromkeys((*(one.file for one in own), *(str(one.file) for one in noted)))),
        others_cards=sum(one.others for one in own),
        saved=tuple(one.file for one in files if one not in own),
        backups=tuple(holdings(backups(shop.location), shop.today(), since=first_change(shop, wanted))),
    )


def erase(shop: Shop, customers: Sequence[CustomerId], *, actor: str) -> tuple[Erased, Changes]:
    """Erases customers for good, then rewrites the database so that no byte of them is left in it.

    Raises NotFound when one of them is gone; nothing is erased then.
    """
    from desktop_app.store.erasing import TOUCHED, erase_rows, reach_of  # first use, not start
    from desktop_app.store.erasing_traces import erase_traces, marks_of
    from desktop_app.store.tidying import forget_samples, tidy

    plan = erase_plan(shop, customers)
    title = nmsg("Erase {n} person for good", "Erase {n} people for good", n=len(plan.customers))
    with shop.change(title, actor=actor, topics=_TOPICS, undoable=False) as change:
        reach = reach_of(shop, plan.customers)
        marks = marks_of(shop, reach)
        _let_go_of_files(shop, plan)
        erase_rows(change, reach)
        erase_traces(shop, reach, marks, running=change.id)
        forget_samples(shop, TOUCHED)
    left = _remove_files(plan)
    return Erased(plan, tidy(shop, TOUCHED), left), change.changes


def tidy_shop(shop: Shop) -> bool:
    """Rewrites the database where that could not be done when somebody was erased; answers whether it could now."""
    from desktop_app.store.erasing import TOUCHED
    from desktop_app.store.tidying import tidy

    return tidy(shop, TOUCHED)


def _let_go_of_files(shop: Shop, plan: ErasePlan) -> None:
    """Notes in the log that the files need not be kept: were the program killed now, they go at its next start.

    Of a file saved elsewhere its place is forgotten, for it may be called after somebody.
    """
    for file in plan.files:
        shop.execute("UPDATE print_run SET kept_until = ? WHERE file = ?", (_LONG_AGO, file))
    for file in plan.saved:
        shop.execute("UPDATE print_run SET file = '' WHERE file = ?", (file,))


def _remove_files(plan: ErasePlan) -> tuple[str, ...]:
    """Removes the kept files; returns those that are still there, and those a person saved elsewhere."""
    for file in plan.files:
        with suppress(OSError):  # open in a viewer: at the next start
            forget_handed(Path(file))
            Path(file).unlink(missing_ok=True)
    return tuple(file for file in (*plan.files, *plan.saved) if Path(file).exists())
