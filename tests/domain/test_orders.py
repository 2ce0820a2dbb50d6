import datetime as dt

from desktop_app.domain.orders import MOVES, STATUS_LABELS, TO_PACK, OrderFields, Status


def test_every_step_has_a_name_and_its_next_steps():
    assert set(MOVES) == set(STATUS_LABELS) == set(Status)


def test_an_open_order_can_be_packed_or_cancelled():
    for status in TO_PACK:
        assert Status.PACKED in MOVES[status]
        assert Status.CANCELLED in MOVES[status]


def test_the_day_is_the_literal_local_one():
    assert OrderFields("1", placed_at="2026-03-29T23:30:00-05:00").placed_on == dt.date(2026, 3, 29)
    assert OrderFields("1").placed_on is None
