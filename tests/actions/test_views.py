import datetime as dt

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.views import change_view, remove_view, rename_view, save_view
from desktop_app.domain.consents import Purpose
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.listing import CustomerFilter, ListKind, OrderFilter, Sort
from desktop_app.domain.orders import Status
from desktop_app.domain.views import ViewContent
from desktop_app.i18n import Language
from desktop_app.queries.views import view, view_named, views_of
from tests.made import BY

QUIET = ViewContent(
    CustomerFilter(
        town="Rīga",
        language=Language.LV,
        tag="VIP",
        consent=Purpose.NEWS_EMAIL,
        last_to=dt.date(2026, 3, 1),
        orders_from=3,
        no_email=True,
    ),
    Sort("spent", True),
    ("name", "spent", "last_order"),
)


def names(shop, page=ListKind.CUSTOMERS):
    return [one.name for one in views_of(shop, page)]


def kept(shop, name, content=QUIET, page=ListKind.CUSTOMERS):
    return save_view(shop, page, name, content, actor=BY)[0]


def test_a_view_comes_back_as_it_was_saved(shop):
    kept(shop, "  Quiet   regulars ")
    found = view_named(shop, ListKind.CUSTOMERS, "quiet REGULARS")
    assert (found.name, found.content) == ("Quiet regulars", QUIET)


def test_a_view_of_orders_keeps_their_states(shop):
    content = ViewContent(OrderFilter(status=(Status.SHIPPED, Status.DELIVERED), late=True), Sort("placed"))
    kept(shop, "Gone", content, ListKind.ORDERS)
    assert view_named(shop, ListKind.ORDERS, "gone").content == content
    assert names(shop) == []


def test_views_stand_by_name(shop):
    for name in ("Zem", "āda", "Mazie 10", "Mazie 9"):
        kept(shop, name)
    assert names(shop) == ["āda", "Mazie 10", "Mazie 9", "Zem"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "Give the view a name"), ("  ", "Give the view a name"), ("x" * 61, "at most 60"), ("quiet", "already")],
)
def test_a_name_that_will_not_do_is_said_and_nothing_kept(shop, name, said):
    kept(shop, "Quiet")
    with pytest.raises(Invalid, match=said):
        kept(shop, name)
    assert names(shop) == ["Quiet"]


def test_a_view_is_changed_renamed_and_removed_and_each_comes_back_by_undo(shop):
    quiet = kept(shop, "Quiet")
    other = ViewContent(CustomerFilter(regular=True), Sort("name"))
    change_view(shop, quiet, other, actor=BY)
    rename_view(shop, quiet, "Regulars", actor=BY)
    assert view(shop, quiet).content == other
    remove_view(shop, quiet, actor=BY)
    assert names(shop) == []
    undo(shop, actor=BY)
    assert names(shop) == ["Regulars"]
    undo(shop, actor=BY)
    undo(shop, actor=BY)
    assert (view(shop, quiet).name, view(shop, quiet).content) == ("Quiet", QUIET)


def test_its_own_name_in_other_letters_is_no_clash(shop):
    quiet = kept(shop, "Quiet")
    rename_view(shop, quiet, "QUIET", actor=BY)
    assert names(shop) == ["QUIET"]


def test_what_another_desk_changed_first_is_not_overwritten(shop):
    quiet = kept(shop, "Quiet")
    version = view(shop, quiet).version
    rename_view(shop, quiet, "Silent", actor="Ilze")
    with pytest.raises(Conflict):
        rename_view(shop, quiet, "Mute", version=version, actor=BY)
    assert names(shop) == ["Silent"]


def test_a_view_that_is_gone_says_so(shop):
    with pytest.raises(NotFound, match="no longer there"):
        remove_view(shop, 7, actor=BY)
    with pytest.raises(NotFound, match="no view “Quiet”"):
        view_named(shop, ListKind.CUSTOMERS, "Quiet")
