"""Whatever is done can be taken back, step by step, to the very rows and search results there were."""

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.actions.consents import give
from desktop_app.actions.customers import edit_customer, remove_customers
from desktop_app.actions.history import redo, undo
from desktop_app.actions.notes import add_note
from desktop_app.actions.order_returns import return_lines
from desktop_app.actions.orders import edit_order, remove_orders, set_status
from desktop_app.actions.people import add_relative, edit_relative, keep_days, remove_relative
from desktop_app.actions.prints import log_print
from desktop_app.actions.products import add_product, edit_product, remove_products
from desktop_app.actions.settings import set_logo, set_settings
from desktop_app.actions.words import remove, tag_customers
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import Contact, ContactKind, CustomerFields, CustomerId
from desktop_app.domain.errors import AppError
from desktop_app.domain.money import Money
from desktop_app.domain.order_money import all_left, proposed_refund
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.domain.products import ProductFields
from desktop_app.domain.settings import HANDLING_DAYS, SHOP_NAME
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import msg
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order, order_ids
from desktop_app.queries.people import relatives_of
from desktop_app.queries.product_list import product_ids
from desktop_app.queries.products import product
from desktop_app.queries.search import find
from desktop_app.queries.words import words_of
from desktop_app.store.tables import CustomerTable
from tests.actions.rows import rows as table_rows
from tests.made import BY, bought, person, printed_papers
from tests.pictures import picture

NAMES = ("Anna", "Ķēniņa", "Ёлкин", "小龍", "O'Neil")


def rows(shop):
    """Every row of the shop, and what a search finds for two letters: all its words are among the rows."""
    return {**table_rows(shop), "hits": find(shop, "an")}


def act(shop, rng):
    """Does something at random; what a rule forbids raises."""
    people, orders, products = customer_ids(shop), order_ids(shop), product_ids(shop)
    name, deed = rng.choice(NAMES), rng.randrange(20)
    if deed == 0 or not people:
        person(shop, name, f"F{rng.randrange(3)}", email=rng.choice(["", "a@b.example", "c@d.example"]))
    elif deed == 1 or not orders:
        bought(shop, rng.choice(people), *rng.sample(["Cup", "Tea", "Card"], rng.randint(1, 3)))
    elif deed == 2:
        one = customer(shop, rng.choice(people))
        edit_customer(shop, one.id, one.version, CustomerFields(given=name, note="n"), actor=BY)
    elif deed == 3:
        remove_customers(shop, [rng.choice(people)], actor=BY)
    elif deed == 4:
        one = order(shop, rng.choice(orders))
        lines = (Line(name, 2, "K-1", Money(100, "EUR")), *one.fields.lines[1:])
        edit_order(shop, one.id, one.version, replace(one.fields, lines=lines, customer=rng.choice(people)), actor=BY)
    elif deed == 5:
        remove_orders(shop, rng.sample(list(orders), rng.randint(1, len(orders))), actor=BY)
    elif deed == 6:
        one = order(shop, rng.choice(orders))
        back = {place: rng.randint(0, pieces) for place, pieces in all_left(one.fields.lines).items()}
        return_lines(shop, one.id, one.version, back, proposed_refund(one.fields, back), actor=BY)
    elif deed == 7:
        set_status(shop, [rng.choice(orders)], rng.choice(list(Status)), actor=BY)
    elif deed == 8 or not products:
        add_product(shop, ProductFields(rng.choice(["", "K-1"]), name), actor=BY)
    elif deed == 9:
        one = product(shop, rng.choice(products))
        edit_product(shop, one.id, one.version, ProductFields("K-1", name, fragile=True), actor=BY)
    elif deed == 10:
        remove_products(shop, [rng.choice(products)], actor=BY)
    elif deed >= 13:
        about(shop, rng, CustomerId(rng.choice(people)), name)
    elif deed == 11:
        set_settings(shop, {SHOP_NAME: name, HANDLING_DAYS: rng.randrange(9)}, actor=BY)
        set_logo(shop, picture(rng.randint(1, 3), 1), actor=BY)
    else:
        papers = tuple((number, Kind.THANK_YOU) for number in orders)
        log_print(shop, printed_papers(papers), kind=Kind.THANK_YOU, by=name, actor=BY)


def about(shop, rng, who, name):
    """Something that belongs to a customer."""
    around, deed = relatives_of(shop, who), rng.randrange(9)
    day = SpecialDay(
        rng.choice([DayKind.NAME_DAY, DayKind.ANNIVERSARY]), Birthday(rng.randint(1, 12), rng.randint(1, 28))
    )
    somebody = RelativeFields(
        Relation.CHILD, given=name, days=(day,), customer=rng.choice([None, *map(CustomerId, customer_ids(shop))])
    )
    if deed == 0:
        add_relative(shop, who, somebody, actor=BY)
    elif deed == 1 and around:
        known = rng.choice(around)
        edit_relative(shop, known.id, known.version, somebody, actor=BY)
    elif deed == 2 and around:
        remove_relative(shop, rng.choice(around).id, actor=BY)
    elif deed == 3:
        keep_days(shop, who, customer(shop, who).version, [day][: rng.randint(0, 1)], actor=BY)
    elif deed == 4:
        give(shop, who, ConsentFields(rng.choice(list(Purpose))), actor=BY)
    elif deed == 5:
        add_note(shop, who, name, actor=BY)
    elif deed == 6:
        tag_customers(shop, customer_ids(shop), name, add=rng.random() < 0.7, actor=BY)
    elif deed == 7:
        words = words_of(shop, WordKind.TAG)
        if words:
            remove(shop, rng.choice(words).id, actor=BY)
    else:
        mails = [Contact(ContactKind.EMAIL, f"{n}@{rng.randrange(3)}.example") for n in range(rng.randint(0, 2))]
        fields = replace(customer(shop, who).fields, contacts=tuple(mails), tags=tuple(rng.sample(NAMES, 2)))
        edit_customer(shop, who, customer(shop, who).version, fields, actor=BY)


def step(shop, rng):
    """One deed at random; a deed that is refused must leave everything as it was. Says how many changes it made."""
    before, last = rows(shop), newest(shop)
    try:
        act(shop, rng)
    except AppError:
        assert rows(shop) == before
        return 0
    return newest(shop) - last


def newest(shop):
    return shop.sql("SELECT count(*) FROM change_log WHERE undoes IS NULL AND undone_by IS NULL")[0][0]


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9), length=st.integers(1, 12))
def test_any_sequence_is_undone_and_done_again_to_the_same_rows(shop, seed, length):
    rng = random.Random(seed)
    stages = [rows(shop)]
    for _ in range(length):
        made = step(shop, rng)
        for _ in range(made - 1):  # a deed of several changes: only its end is looked at
            stages.append(None)
        if made:
            stages.append(rows(shop))
    for stage in reversed(stages[:-1]):
        undo(shop, actor=BY)
        assert stage is None or rows(shop) == stage
    for stage in stages[1:]:
        redo(shop, actor=BY)
        assert stage is None or rows(shop) == stage


def test_a_write_past_the_journal_would_be_noticed(shop):
    person(shop, "Anna")
    before = rows(shop)
    with shop.change(msg("broken on purpose"), actor=BY, topics=()) as change:
        change.update(CustomerTable, customer_ids(shop)[0], version=None, values={"note": "journaled"})
        shop.run(CustomerTable.update(city="past the journal"))
    undo(shop, actor=BY)
    with pytest.raises(AssertionError):
        assert rows(shop) == before
