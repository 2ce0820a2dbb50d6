import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.consents import Purpose
from desktop_app.domain.listing import CustomerFilter, ListKind, Sort
from desktop_app.domain.views import ViewContent, view_from_text, view_to_text
from desktop_app.i18n import Language

DAYS = st.none() | st.dates()
COUNTS = st.none() | st.integers(0, 10**6)


@given(
    st.builds(
        CustomerFilter,
        text=st.text(max_size=20),
        regular=st.booleans(),
        town=st.text(max_size=9),
        language=st.none() | st.sampled_from(Language),
        consent=st.none() | st.sampled_from(Purpose),
        first_from=DAYS,
        last_to=DAYS,
        orders_from=COUNTS,
        spent_to=COUNTS,
        birthday_month=st.integers(0, 12),
    ),
    st.booleans(),
    st.lists(st.sampled_from(["name", "town", "spent"]), unique=True).map(tuple),
)
def test_any_view_comes_back_from_its_text(wanted, down, columns):
    content = ViewContent(wanted, Sort("name", down), columns)
    assert view_from_text(ListKind.CUSTOMERS, view_to_text(content)) == content


def test_only_what_narrows_is_written():
    text = view_to_text(ViewContent(CustomerFilter(last_to=dt.date(2026, 3, 1)), Sort("name")))
    assert json.loads(text)["filter"] == {"last_to": "2026-03-01"}


def test_what_a_newer_version_kept_is_passed_over():
    kept = {"filter": {"tag": "VIP", "star_sign": "lion", "language": "eo", "orders_from": "many"}, "sort": ["name", 0]}
    assert view_from_text(ListKind.CUSTOMERS, json.dumps(kept)).filter == CustomerFilter(tag="VIP")
