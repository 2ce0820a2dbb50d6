"""What Cordial writes of any text it can keep comes back as that very text, from CSV and from workbooks."""

import datetime as dt
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.list_columns import CellKind
from desktop_app.domain.money import Money
from desktop_app.domain.packed_cells import packed, unpacked
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.text import clean
from desktop_app.exchange.amounts import Amounts
from desktop_app.exchange.birthdays import birthday
from desktop_app.exchange.csv_list import guarded, write_csv
from desktop_app.exchange.lasting_ids import number_of, uid_of
from desktop_app.exchange.list_cells import ListTable, birthday_cell
from desktop_app.exchange.values import line

TODAY = dt.date(2026, 11, 20)
SIGNS = st.sampled_from("=+-@'\t(|\\\";, 0aЁķ")  # those that files treat in ways of their own come often
TEXTS = st.text(SIGNS | st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=30).map(clean)
BIRTHDAYS = st.one_of(
    st.dates(dt.date(1910, 1, 1), TODAY).map(lambda day: Birthday(day.month, day.day, day.year)),
    st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)).map(lambda day: Birthday(day.month, day.day)),
    st.integers(1, 12).map(Birthday),
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_guarded_text_is_read_as_it_was(text):
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@"))
    assert line(cell, "") == text


@given(BIRTHDAYS)
@settings(max_examples=200, deadline=None)
def test_a_birthday_is_read_as_it_was(born):
    assert born.year is None or born.year not in (1604, 1900)
    cell = birthday_cell(born)
    text = cell.isoformat() if isinstance(cell, dt.date) else guarded(cell)
    assert birthday(text, "", today=TODAY) == born


@given(st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "JPY", "KWD"]))
@settings(max_examples=100, deadline=None)
def test_an_amount_is_read_as_it_was(minor, currency):
    out = io.BytesIO()
    kinds = [CellKind.AMOUNT, CellKind.MONEY]
    money = Money(minor, currency)
    write_csv(out, ListTable("x", ["a", "b"], kinds, ("yes", "no"), "currency", [[money, money]]))
    first, second, named = out.getvalue().decode("utf-8-sig").splitlines()[1].split(",")
    places = {"EUR": 2, "JPY": 0, "KWD": 3}[currency]
    assert (first, named) == (second, currency)
    assert Amounts(places, ".").minor(first, "") == minor


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=6), max_size=5))
@settings(max_examples=200, deadline=None)
def test_packed_records_are_unpacked_as_they_were(records):
    told = [record[: max((n for n, part in enumerate(record, 1) if part), default=0)] for record in records]
    assert unpacked(packed(records)) == [record for record in told if record]


@given(st.integers(1, 2**40), st.text(max_size=20))
@settings(max_examples=50, deadline=None)
def test_an_id_tells_its_number_to_its_own_shop_alone(number, mark):
    uid = uid_of(mark, "customer", number)
    assert number_of(uid, mark, "customer") == number
    assert number_of(uid, mark, "relative") is None
    assert number_of("not an id", mark, "customer") is None
