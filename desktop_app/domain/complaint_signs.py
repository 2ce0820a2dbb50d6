"""What the words of a complaint tell by themselves: its kind, and the orders it names; a person has the last word."""

from __future__ import annotations

import re
from collections.abc import Collection

from desktop_app.domain.keys import number_key
from desktop_app.domain.text import fold

# Beginnings of words as people write them in three languages, folded. The kind with the most of them wins, of equals
# the first.
_SIGNS: dict[str, tuple[str, ...]] = {
    "late": (
        "late", "delay", "still waiting", "not arrived", "hasn't arrived", "has not arrived", "didn't arrive",
        "опозда", "задерж", "не приш", "жду", "до сих пор", "не получил", "долго",
        "kave", "kavej", "nav sanem", "neesmu sanem", "joprojam", "ilgi", "gaidu",
    ),
    "damaged": (
        "broken", "broke", "damage", "crack", "smashed", "chipped", "torn", "scratch", "leak",
        "разбит", "разбил", "сломан", "сломал", "поврежд", "трещин", "скол", "порван", "поцарап", "помят", "протек",
        "saplis", "saplest", "plisus", "bojat", "ieplis", "saskrap", "nobraz", "salauz", "parplis",
    ),
    "size": (
        "size", "too small", "too big", "too large", "colour", "color", "does not fit", "doesn't fit",
        "размер", "мал ", "мала ", "велик", "цвет", "не подош", "не подход",
        "izmer", "par mazu", "par lielu", "parak liel", "parak maz", "krasa", "neder",
    ),
    "wrong": (
        "wrong item", "wrong product", "wrong one", "something else", "another item", "not what i ordered",
        "не тот", "не та ", "не то ", "другой товар", "другое вместо", "перепут", "ошибочн",
        "nepareiz", "cita prece", "ne to ", "sajauk", "citu preci",
    ),
    "missing": (
        "missing", "not in the parcel", "not in the box", "incomplete", "only one of", "was not there",
        "не хват", "нет в посылк", "не доложил", "недоста", "не вложил", "отсутств",
        "trukst", "pietruk", "nebija sutij", "nebija pak", "nav iekš", "nav ieks", "nepilnig",
    ),
    "rude": (
        "rude", "unfriendly", "impolite", "ignored", "no answer", "nobody answer",
        "груб", "нагруб", "хам", "невежлив", "не отвеча", "игнорир", "проигнор",
        "rupj", "nepieklaj", "neatbild", "ignore",
    ),
    "price": (
        "price", "charged", "overcharg", "expensive", "discount", "invoice",
        "цена", "цену", "списал", "дорог", "скидк", "счет",
        "cena", "cenu", "par dargu", "dargi", "iekas", "atlaid", "rekin",
    ),
}  # fmt: skip
_PATTERNS = {
    kind: re.compile(r"(?<!\w)(?:" + "|".join(re.escape(fold(sign)).rstrip(r"\ ") for sign in signs) + ")")
    for kind, signs in _SIGNS.items()
}
# "order 1001", "заказ № 1001", "pasūtījums Nr. 1001", "#1001"
_SAID = re.compile(
    r"(?:(?:order|заказ\w*|pasutij\w*|pasūtīj\w*|bestellung|invoice|счет\w*|rekin\w*|rēķin\w*)\W{0,3}"
    r"(?:(?:no|nr|number|num|номер\w*|numur\w*)\W{0,3})?[#№]?\s?|[#№]\s?)([A-Za-z0-9][\w/-]{1,39})",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[#№]?[A-Za-z0-9А-Яа-я][\w/-]{1,39}")
_MOST = 200  # words that may be numbers; a mail of thousands is no complaint to be searched whole


def likely_kind(text: str) -> str:
    """The kind a text speaks of most; "other" where it does not say."""
    said = fold(text)
    counts = {kind: len(pattern.findall(said)) for kind, pattern in _PATTERNS.items()}
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] else "other"


def named_numbers(text: str) -> tuple[str, ...]:
    """What a text calls an order, as keys of order numbers, in the order they are named; each has a digit in it."""
    found = (number_key(one.group(1).rstrip("-/")) for one in _SAID.finditer(text))
    return tuple(dict.fromkeys(key for key in found if any(sign.isdigit() for sign in key)))[:_MOST]


def number_in(text: str, numbers: Collection[str]) -> str:
    """The one of these order numbers (keys) that stands in a text as a whole word; "" for none or for several."""
    words = {number_key(one.group().rstrip("-/")) for one in _TOKEN.finditer(text)}
    there = [number for number in numbers if number in words]
    return there[0] if len(there) == 1 else ""
