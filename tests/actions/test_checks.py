from hypothesis import given
from hypothesis import strategies as st

from desktop_app.actions.checks import checked_order
from desktop_app.actions.checks_people import checked_customer
from desktop_app.actions.checks_products import checked_product
from desktop_app.domain.customers import (
    Address,
    Contact,
    ContactKind,
    CustomerFields,
    GreetingForms,
    LabelledAddress,
)
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.products import ProductFields
from tests.made import TODAY

texts = st.text(max_size=30)
amounts = st.none() | st.builds(Money, st.integers(-(10**17), 10**17), st.sampled_from(["EUR", "USD"]))
lines = st.builds(
    Line, name=texts, quantity=st.integers(-5, 10**7), sku=texts, unit_price=amounts, total=amounts, product=st.none()
)
orders = st.builds(
    OrderFields,
    number=texts,
    placed_at=texts | st.datetimes().map(lambda t: t.isoformat()),
    total=amounts,
    shipping=amounts,
    discount=amounts,
    refunded=amounts,
    ship_by=st.none(),
    note=texts,
    lines=st.lists(lines, max_size=3).map(tuple),
)


def kept_or_said_at(shape, check):
    """The tidy record, or None when it was refused at one of the record's own fields."""
    said = None
    try:
        return check()
    except Invalid as error:
        said = error.field
    assert said in (*shape.__slots__, *GreetingForms.__slots__)
    return None


@given(
    st.builds(
        CustomerFields,
        given=texts,
        family=texts,
        email=texts,
        phone=texts,
        note=texts,
        address=st.builds(Address, texts),
        contacts=st.lists(st.builds(Contact, st.sampled_from(ContactKind), texts | st.emails(), texts)).map(tuple),
        addresses=st.lists(st.builds(LabelledAddress, texts, st.builds(Address, texts))).map(tuple),
        tags=st.lists(texts).map(tuple),
        forms=st.builds(GreetingForms, st.none(), texts, texts, texts),
        birthday=st.none() | st.dates().map(lambda day: Birthday(day.month, day.day, day.year)),
        lead_days=st.none() | st.integers(-5, 99),
    )
)
def test_any_person_is_kept_tidy_or_refused_at_a_field(fields):
    tidy = kept_or_said_at(CustomerFields, lambda: checked_customer(fields, "LV", today=TODAY))
    assert tidy is None or checked_customer(tidy, "LV", today=TODAY) == tidy
    assert tidy is None or any((tidy.given, tidy.family, tidy.company, tidy.email, tidy.phone))


@given(orders)
def test_any_order_is_kept_tidy_or_refused_at_a_field(fields):
    tidy = kept_or_said_at(OrderFields, lambda: checked_order(fields))
    assert tidy is None or checked_order(tidy) == tidy
    assert tidy is None or all(line.name and line.quantity >= 1 for line in tidy.lines)


@given(texts, amounts)
def test_any_product_is_kept_tidy_or_refused_at_a_field(name, price):
    tidy = kept_or_said_at(ProductFields, lambda: checked_product(ProductFields(name=name, price=price)))
    assert tidy is None or checked_product(tidy) == tidy


def test_the_total_of_the_lines_is_counted_only_when_all_have_a_price():
    priced, free = Line("Cup", 2, unit_price=Money(1250, "EUR")), Line("Gift", 1)
    assert checked_order(OrderFields("1", lines=(priced,))).total == Money(2500, "EUR")
    assert checked_order(OrderFields("1", lines=(priced, free))).total is None
    assert checked_order(OrderFields("1", lines=(priced,), total=Money(2000, "EUR"))).total == Money(2000, "EUR")
    assert checked_order(OrderFields("1", lines=(priced,), discount=Money(9900, "EUR"))).total == Money(0, "EUR")
