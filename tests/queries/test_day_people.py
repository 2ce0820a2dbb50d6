"""What the card for somebody's day says: who is greeted, in which language, where it goes, how old they get."""

import datetime as dt

from desktop_app.actions.customers import remove_customers
from desktop_app.actions.people import add_relative, keep_days
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.actions.prints import log_print
from desktop_app.domain.customers import Address
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.domain.reaching import paper_hindrance
from desktop_app.i18n import Language
from desktop_app.queries.customers import customer
from desktop_app.queries.day_people import stream_day_details
from desktop_app.queries.days import days_near
from desktop_app.queries.printed_before import printed_before
from desktop_app.queries.printing import shop_details
from desktop_app.queries.prints import print_items
from desktop_app.queries.settings import settings
from tests.made import BY, TODAY, Counting, complaining, person

SOON = TODAY + dt.timedelta(days=2)
HOME = Address("", "Upes iela 2", "Cēsis", "", "LV-4101", "LV")


def born(year=None):
    return SpecialDay(DayKind.BIRTHDAY, Birthday(SOON.month, SOON.day, year))


def around(shop, whose, given, **fields):
    made = {"relation": Relation.CHILD, "given": given, "days": (born(),), **fields}
    return add_relative(shop, whose, RelativeFields(**made), actor=BY)[0]


def cards(shop):
    return [row.keys for row in days_near(shop, settings(shop)).coming]


def test_somebody_around_a_customer_is_greeted_and_the_customer_gets_the_letter(shop):
    anna = person(shop, "Anna", "Kalniņa", address=HOME, language=Language.LV)
    toms = around(shop, anna, "Том", language=Language.RU, days=(born(2019),))
    [paper] = stream_day_details(shop, cards(shop))
    assert (paper.title, paper.customer.given, paper.language) == ("Том", "Том", Language.RU)
    assert (paper.customer_id, paper.relative) == (anna, toms)
    assert (paper.address.name, paper.address.street) == ("Anna Kalniņa", "Upes iela 2")
    assert (paper.birthday.on, paper.birthday.age, paper.about) == (SOON, 7, "")


def test_a_name_on_the_address_stays(shop):
    anna = person(shop, "Anna", address=Address("Kalni SIA", "Ostas 1", "Rīga"))
    around(shop, anna, "Toms")
    [paper] = stream_day_details(shop, cards(shop))
    assert paper.address.name == "Kalni SIA"


def test_several_share_a_card_and_an_age_only_where_it_is_the_same(shop):
    anna = person(shop, "Anna")
    for name, year in (("Toms", 2019), ("Līga", 2019), ("Eva", None)):
        around(shop, anna, name, together=True, days=(born(year),))
    [paper] = stream_day_details(shop, cards(shop))
    assert [one.given for one in paper.together] == ["Toms", "Līga", "Eva"]
    assert (paper.title, paper.birthday.age) == ("Toms, Līga, Eva", None)


def test_an_anniversary_is_of_both_and_so_many_years(shop):
    anna = person(shop, "Anna")
    day = SpecialDay(DayKind.ANNIVERSARY, Birthday(SOON.month, SOON.day, 2010))
    keep_days(shop, anna, customer(shop, anna).version, [day], actor=BY)
    around(shop, anna, "Pēteris", relation=Relation.SPOUSE, together=True, days=())
    [paper] = stream_day_details(shop, cards(shop))
    assert [one.given for one in paper.together] == ["Anna", "Pēteris"]
    assert (paper.relative, paper.birthday.age, paper.about) == (None, 16, "anniversary")


def test_who_is_gone_gets_no_card(shop):
    anna = person(shop, "Anna", birthday=Birthday(SOON.month, SOON.day))
    asked = [*cards(shop), (DayKey(anna, 99, DayKind.BIRTHDAY, "", SOON),)]
    assert len(list(stream_day_details(shop, asked))) == 1
    remove_customers(shop, [anna], actor=BY)
    assert list(stream_day_details(shop, asked)) == []


def test_it_asks_no_oftener_for_more_cards(shop):
    for n in range(7):
        anna = person(shop, f"P{n}", birthday=Birthday(SOON.month, SOON.day))
        around(shop, anna, "Toms")
    asked, counting = cards(shop), Counting(shop)
    assert len(list(stream_day_details(counting, asked))) == 14
    assert counting.asked <= 6


def test_the_log_knows_whose_card_it_was_and_warns_of_the_next(shop, tmp_path):
    anna = person(shop, "Anna", birthday=Birthday(SOON.month, SOON.day))
    toms = around(shop, anna, "Toms")
    file = tmp_path / "cards.pdf"

    def made():
        papers = list(stream_day_details(shop, asked))
        before = printed_before(shop, customers=[anna])
        options = {"kind": Kind.BIRTHDAY, "values": settings(shop), "stock": "a6", "design": "dots"}
        return make_parcel_papers(papers, shop_details(shop), to=file, before=before, **options)

    asked = cards(shop)
    first = made()
    assert not [one for one in first.warnings if "second" in one.message.text]
    log_print(shop, first, kind=Kind.BIRTHDAY, file=file, by="Maija", actor=BY)
    assert [(row.printed.by, row.own) for row in days_near(shop, settings(shop)).coming] == [
        ("Maija", True), ("Maija", False),
    ]  # fmt: skip
    assert len([one for one in made().warnings if "second" in one.message.text]) == 2
    [(_, items)] = [(run, print_items(shop, run)) for run in (1,)]
    assert [(item.title, item.customer, item.relative) for item in items] == [
        ("Anna", anna, None),
        ("Toms", anna, toms),
    ]


def held(papers):
    """Those whose card the press holds back, by name."""
    return [paper.title for paper in papers if paper_hindrance(Kind.BIRTHDAY, paper.standing)]


def test_who_is_silent_deceased_or_complains_is_held_back_by_name(shop):
    days = {"birthday": Birthday(SOON.month, SOON.day)}
    people = [person(shop, "Anna", **days), person(shop, "Berta", **days, deceased=True)]
    people += [person(shop, "Clara", **days, congratulate=False), person(shop, "Dora", **days)]
    complaining(shop, people[-1])
    asked = [(DayKey(one, None, DayKind.BIRTHDAY, "", SOON),) for one in people]
    papers = list(stream_day_details(shop, asked))
    assert len(papers) == 4
    assert held(papers) == ["Berta", "Clara", "Dora"]


def test_around_somebody_silent_or_deceased_nobody_gets_a_card(shop):
    for fields in ({"deceased": True}, {"congratulate": False}):
        gone = person(shop, "Berta", **fields)
        toms = around(shop, gone, "Toms")
        papers = list(stream_day_details(shop, [(DayKey(gone, toms, DayKind.BIRTHDAY, "", SOON),)]))
        assert held(papers) == ["Toms"]


def test_a_complaint_holds_back_the_cards_of_all_who_share_it(shop):
    anna, peter = person(shop, "Anna"), person(shop, "Pēteris")
    around(shop, anna, "Pēteris", relation=Relation.SPOUSE, customer=peter, together=True)
    toms = around(shop, anna, "Toms")
    other = person(shop, "Berta")
    eva = around(shop, other, "Eva")

    def cards_held():
        keys = [(anna, 1), (anna, toms), (other, eva)]
        papers = [(DayKey(whose, who, DayKind.BIRTHDAY, "", SOON),) for whose, who in keys]
        return held(stream_day_details(shop, papers))

    assert cards_held() == []
    complaining(shop, peter)  # who has a record of his own: Toms’ card goes all the same
    assert cards_held() == ["Pēteris"]
    complaining(shop, anna)
    assert cards_held() == ["Pēteris", "Toms"]


def test_who_is_silent_meanwhile_is_left_out_of_a_card_for_several(shop):
    anna = person(shop, "Anna")
    for name, fields in (("Toms", {}), ("Līga", {"deceased": True}), ("Eva", {"congratulate": False})):
        around(shop, anna, name, together=True, **fields)
    asked = tuple(DayKey(anna, number, DayKind.BIRTHDAY, "", SOON) for number in (2, 3, 1))
    [paper] = stream_day_details(shop, [asked])
    assert not held([paper])
    assert (paper.title, paper.together, paper.relative) == ("Toms", (), 1)
