"""Begun sheets are noted with the print run that began them, and taken back with it."""

from __future__ import annotations

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.prints import log_print
from desktop_app.actions.stocks import set_begun
from desktop_app.domain.changes import ChangeId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.printing import Kind
from desktop_app.queries import Shop
from desktop_app.queries.prints import print_items, run_of_change
from desktop_app.queries.stocks import kept_stocks
from tests.made import BY, bought, printed_papers


def test_begun_sheets_are_noted_and_taken_back_with_the_run(shop: Shop) -> None:
    set_begun(shop, "a6-4up-a4", [(4,)], actor=BY)
    result = printed_papers([(bought(shop), Kind.THANK_YOU)])
    changes = log_print(shop, result, kind=Kind.THANK_YOU, begun=("a6-4up-a4", [(4,), (2, 3, 4)]), actor=BY)
    assert kept_stocks(shop)["a6-4up-a4"].begun == ((4,), (2, 3, 4))
    run = run_of_change(shop, changes.id)
    assert [card.kind for card in print_items(shop, run)] == [Kind.THANK_YOU]
    undo(shop, changes.id, actor=BY)
    assert kept_stocks(shop)["a6-4up-a4"].begun == ((4,),)
    with pytest.raises(NotFound, match="not in the log"):
        run_of_change(shop, ChangeId(changes.id + 1))
