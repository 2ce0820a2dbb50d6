"""After an import: the page a person goes on with."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.file_kinds import Brings, FileKind
from desktop_app.domain.importing import ImportDone
from desktop_app.queries.imports import brought_work
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.imports.doubles import Doubles


def show_imported(
    desk: Desk, kind: FileKind, done: ImportDone, *, doubles: Doubles, tell: Callable[[], object]
) -> None:
    """Go to what came in: to Today where orders are to be packed; or look for people who may be there twice now.

    `tell` says there that it came in: a page that is left takes with it what was said on it.
    """
    if kind.brings is Brings.ORDERS:

        def go(work: bool) -> None:
            desk.navigate("today" if work else "orders")
            tell()

        desk.work.ask(brought_work, done.changes.id, then=go, failed=desk.tell, owner=doubles)
        return
    if kind.brings is Brings.PRODUCTS:
        desk.navigate("products")
    elif len(done.complaints) == 1:
        desk.navigate("complaints", complaint=done.complaints[0])
    elif done.complaints:
        desk.navigate("complaints")
    elif done.new:
        doubles.look(done.changes.id)
    tell()
