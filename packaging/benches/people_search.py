"""The part of `packaging/bench people` that types into the search box: letter by letter, and anything at all."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from bench_desk import BenchDesk

from desktop_app.domain.keys import number_key, sorting
from desktop_app.domain.text import fold
from desktop_app.queries.search import Hit, find

if TYPE_CHECKING:
    from people import Bench

GOAL = 16.0  # ms, 95 of a hundred keystrokes with their hits painted
LIMIT = 24  # as the box asks
_PEOPLE = "SELECT given, family, email, phone, city FROM customer WHERE id >= ? ORDER BY id LIMIT 1"
_ODD = ('"', "a OR b", "NEAR(a b)", "a*", "^", "-a", "(", "x:y", "'", "\\", "\0", "\ud800", "%", "_", "NOT", "{a}: b",
        "\u202eanna\u202c", "שלום", "مريم", "🙂", "@", "+", "#", "AND AND", "*" * 300, "a" * 5_000)  # fmt: skip


def measure(bench: Bench) -> None:
    """The floor, the questions, the questions with their hits painted, slips of the fingers, and odd texts."""
    chance = random.Random(7)
    typed = [text for words in _people(bench, chance) for text in _as_typed(words, chance)]
    typed = chance.sample(typed, min(len(typed), bench.times))
    bench.each("floor: the beginning of one key column", [partial(_floor, bench, text) for text in typed])
    find(bench.shop, "an", LIMIT)
    errors: list[str] = []
    answers: dict[str, list[Hit]] = {}

    def ask(text: str) -> None:
        answers[text] = _asked(bench, text, errors)

    bench.each("find", [partial(ask, text) for text in typed])
    print(f"{sum(not answers[text] for text in typed)} of {len(typed)} unanswered")
    _paint(bench, typed, errors)
    slips = [_slip(text, chance) for text in typed if len(text) >= 6 and text.isalpha()][: bench.times // 5]
    if slips:
        right = [_asked(bench, text, errors) for text in slips]
        found = f"{sum(map(bool, right))} of {len(slips)} answered"
        bench.each("find a name with one slip of the fingers", [partial(ask, text) for text in slips], note=found)
    odd = [*_ODD, *(_any_text(chance) for _ in range(bench.times // 4))]
    bench.each("find any text", [partial(ask, text) for text in odd])
    print(f"errors: {len(errors)}  {errors[:3] or ''}")
    bench.missed += bool(errors)


def _paint(bench: Bench, typed: list[str], errors: list[str]) -> None:
    from desktop_app.ui.search.popup import Popup, attach
    from desktop_app.ui.widgets.search_box import SearchBox

    with BenchDesk(bench.location) as around:
        box = SearchBox(around.desk.theme, "Find")
        around.show(box)
        popup: Popup = attach(box, around.desk)
        box.take_focus()
        box.typed.disconnect()

        def keystroke(text: str) -> None:
            box.edit.setText(text)
            popup.show_found(text, _asked(bench, text, errors))
            popup.repaint()

        keystroke("an")
        assert popup.isVisible()
        bench.each("find and paint the hits", [partial(keystroke, text) for text in typed], goal=GOAL)


def _people(bench: Bench, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    """Customers at random with an order number each."""
    [(most,)] = bench.shop.sql("SELECT max(id) FROM customer")
    [(last,)] = bench.shop.sql("SELECT max(id) FROM orders")
    for _ in range(max(20, bench.times // 10)):
        [person] = bench.shop.sql(_PEOPLE, (chance.randint(1, most),)) or [("Anna", "Ozola", "", "", "")]
        [(number,)] = bench.shop.sql("SELECT number FROM orders WHERE id >= ? ORDER BY id LIMIT 1",
                                     (chance.randint(1, last),)) or [("1",)]  # fmt: skip
        yield (*person, number)


def _as_typed(known: tuple[Any, ...], chance: random.Random) -> Iterator[str]:
    given, family, email, phone, city, number = known
    digits = phone.replace(" ", "")
    forms = [given, family, f"{given} {family}", f"{family} {given}", fold(family), email, phone, digits, number]
    forms += [digits.lstrip("+"), f"#{number}", f"{family} {city}"]
    for text in chance.sample([form for form in forms if form], 6):
        yield from (text[:end] for end in range(1, len(text) + 1))


def _floor(bench: Bench, text: str) -> list[Any]:
    """What finds no more than whole values by their beginning, and finds that at once."""
    if "@" in text:
        column, table, key = "email_key", "customer", text.lower()
    elif text[:1].isdigit() or text[:1] in "+#":
        column, table, key = "number_key", "orders", number_key(text)
    else:
        column, table, key = "sort_key", "customer", sorting(text)
    return bench.shop.sql(
        f"SELECT * FROM {table} WHERE {column} >= ? AND {column} < ? LIMIT {LIMIT}", (key, key + "\U0010ffff")
    )


def _asked(bench: Bench, text: str, errors: list[str]) -> list[Hit]:
    try:
        return find(bench.shop, text, LIMIT)
    except Exception as error:  # noqa: BLE001  # every kind of failure is what is counted
        errors.append(f"{text!r}: {error}")
        return []


def _slip(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text) - 1)
    return chance.choice((text[:at] + text[at + 1 :], text[:at] + text[at + 1] + text[at] + text[at + 2 :],
                          text[:at] + text[at] + text[at:], text[:at] + "x" + text[at + 1 :]))  # fmt: skip


def _any_text(chance: random.Random) -> str:
    kinds = ((32, 126), (0, 31), (0x400, 0x4FF), (0x590, 0x6FF), (0xD7F0, 0xE010), (0x1F600, 0x1F64F), (0x4E00, 0x4EFF))
    return "".join(
        chr(chance.randint(*chance.choice(kinds[: chance.randint(1, 7)]))) for _ in range(chance.randint(1, 30))
    )
