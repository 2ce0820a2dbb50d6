"""What the congratulation designs say by whose day it is, and which: nobody is wished a birthday on their name day."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from desktop_app.documents.builders import BUILDERS
from desktop_app.documents.fields import PaperWords, same_content
from desktop_app.documents.model import Content
from desktop_app.documents.templates import load_template, template_names
from desktop_app.documents.wording import facts_of, wording_of
from desktop_app.domain.cards import Fact
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.people import DayKind, RelativeId
from desktop_app.domain.printing import BirthdayDetails, Kind, PaperDetails, ShopDetails
from desktop_app.domain.reaching import Standing
from desktop_app.i18n import Language

EN, RU, LV = Language.EN, Language.RU, Language.LV
BIRTHDAY_WORDS = {EN: ("birthday", "candle"), RU: ("рождения", "свеч"), LV: ("dzimšanas", "svec")}
THANKS = {EN: ("with us",), RU: ("что вы\u00a0с\u00a0нами",), LV: ("ar mums",)}
NAMES = template_names(Kind.BIRTHDAY)


def card(language: Language, kind: DayKind = DayKind.BIRTHDAY, **changes: object) -> PaperDetails:
    """A congratulation card."""
    anna = PaperDetails(
        order=None, number="", language=language, customer=CustomerFields(given="Anna"), customer_id=None,
        birthday=BirthdayDetails(dt.date(2026, 7, 26), None, kind), standing=Standing(),
    )  # fmt: skip
    return dataclasses.replace(anna, **changes)  # type: ignore[arg-type]


def said_of(paper: PaperDetails, *asked: Fact | str) -> Content:
    """Its values and facts."""
    same = same_content(ShopDetails("Veikals"), "Inese")
    return BUILDERS[Kind.BIRTHDAY](paper, same, PaperWords(paper.language), asked=frozenset(map(str, asked)))


def said(name: str, paper: PaperDetails, *, small: bool = False) -> str:
    """The heading and the letter of a design."""
    facts = said_of(paper).facts | (0 if not small else facts_of([Fact.SMALL]))
    texts = load_template(Kind.BIRTHDAY, name).texts
    return "\n".join(
        next(one.text for one in texts[key][paper.language] if wording_of(one).check.holds(facts))
        for key in ("heading", "letter")
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", [DayKind.NAME_DAY, DayKind.ANNIVERSARY, DayKind.OTHER])
@pytest.mark.parametrize("small", [False, True])
def test_no_other_day_is_called_a_birthday(name: str, language: Language, kind: DayKind, small: bool) -> None:
    for paper in (card(language, kind), card(language, kind, relative=RelativeId(1))):
        text = said(name, paper, small=small)
        assert not [word for word in BIRTHDAY_WORDS[language] if word in text.casefold()]
        assert text != said(name, card(language), small=small)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(DayKind))
@pytest.mark.parametrize("small", [False, True])
def test_only_customers_are_thanked_for_being_with_the_shop(
    name: str, language: Language, kind: DayKind, small: bool
) -> None:
    text = said(name, card(language, kind, relative=RelativeId(1)), small=small)
    assert not [words for words in THANKS[language] if words in text]


def test_a_name_day_and_an_anniversary_are_called_so() -> None:
    assert said("sprig", card(EN, DayKind.NAME_DAY)).startswith("Happy name day!")
    assert said("sprig", card(RU, DayKind.NAME_DAY)).startswith("С\u00a0именинами!")
    assert said("ribbon", card(LV, DayKind.NAME_DAY)).startswith("Apsveicam vārda\u00a0dienā\n")
    assert said("sprig", card(LV, DayKind.ANNIVERSARY)).startswith("Apsveicam gadadienā!")
    assert said("sprig", card(RU, DayKind.OTHER)).startswith("Поздравляем!")
    assert said("sprig", card(EN)).startswith("Happy birthday!")


def test_a_household_is_greeted_together_and_without_the_gender_of_one() -> None:
    anna, janis = CustomerFields(given="Anna"), CustomerFields(given="Jānis")
    made = said_of(
        card(LV, customer=anna, together=(anna, janis)), "customer.greeting", "customer.called.dative", "female"
    )
    assert made.values["customer.greeting"] == "Mīļie Anna un Jāni,"
    assert made.values["customer.called.dative"] == "Annai un Jānim"
    assert made.facts & facts_of([Fact.TOGETHER])
    assert not made.facts & facts_of([Fact.FEMALE])
    russian = said_of(card(RU, customer=anna, together=(anna, janis)), "customer.greeting")
    assert russian.values["customer.greeting"].partition(" и")[2].startswith("\u00a0"), "«и» ends no line"
