import datetime as dt

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.history import undo
from desktop_app.actions.orders import set_status
from desktop_app.actions.prints import log_print
from desktop_app.actions.products import add_product
from desktop_app.actions.settings import set_logo, set_settings
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.customers import Address
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.paper_settings import CARD_QR, PROMISES
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import BirthdayDetails, ContactDetails, Kind, ProductDetails
from desktop_app.domain.products import ProductFields, ProductText
from desktop_app.domain.settings import (
    SHOP_ADDRESS,
    SHOP_COLOURS,
    SHOP_CONTACT,
    SHOP_LANGUAGE,
    SHOP_LINK,
    SHOP_NAME,
)
from desktop_app.domain.shop_words import MISSION, parts_of
from desktop_app.i18n import Language
from desktop_app.queries.orders import order
from desktop_app.queries.printing import (
    latest_orders,
    parcel_details,
    print_rows,
    shop_details,
    shop_paper,
    stream_parcel_details,
    stream_people_details,
    unprinted_orders,
)
from desktop_app.store.connect import open_shop
from tests.made import BY, TODAY, bought, complaining, person, printed_papers
from tests.pictures import picture


def printed(*papers):
    return printed_papers(papers)


def test_what_the_papers_of_an_order_say(shop):
    anna = person(shop, "Анна", "Ёлкина", language=Language.RU)
    lines = (Line("Чашка", 2, "K-1", Money(1250, "EUR")), Line("Открытка", 1))
    [details] = parcel_details(shop, [bought(shop, anna, number="#7", lines=lines, placed_at="2026-11-16")])
    assert (details.number, details.language, details.customer.given) == ("#7", Language.RU, "Анна")
    assert [(line.quantity, line.name, line.total) for line in details.lines] == [
        (2, "Чашка", Money(2500, "EUR")),
        (1, "Открытка", None),
    ]
    assert (details.first, details.regular, details.placed_on) == (True, False, dt.date(2026, 11, 16))


def test_a_guest_is_greeted_by_the_name_on_the_parcel_in_the_shops_language(shop):
    set_settings(shop, {SHOP_LANGUAGE: "lv"}, actor=BY)
    [details] = parcel_details(shop, [bought(shop, None, ship_to=Address(name="Zane"))])
    assert (details.customer.given, details.language, details.customer_id) == ("Zane", Language.LV, None)


def test_the_qr_code_leads_to_the_shop(shop):
    kept = bought(shop, number="#1 2")
    assert parcel_details(shop, [kept])[0].qr == "#1 2"
    set_settings(shop, {SHOP_LINK: "https://ozols.example/t?o={number}"}, actor=BY)
    assert parcel_details(shop, [kept])[0].qr == "https://ozols.example/t?o=%231%202"
    set_settings(shop, {CARD_QR: False}, actor=BY)
    assert parcel_details(shop, [kept])[0].qr == ""


def test_any_number_of_orders_streams_in_order(shop, counting):
    ids = [bought(shop) for _ in range(6)]
    assert [details.order for details in stream_parcel_details(counting, [ids[5], 999, *ids[:5]])] == [ids[5], *ids[:5]]
    assert counting.asked == 4  # settings, articles, what is enclosed, the orders


def test_a_parcel_knows_where_it_goes_and_what_needs_care(shop):
    set_settings(shop, {SHOP_ADDRESS: "Ozols\nMiera iela 12"}, actor=BY)
    told = ProductFields("S-1", "Scarf", care="Wash at 30°.\nDry flat.", warranty_months=12, link="https://s.example")
    scarf = add_product(shop, told, actor=BY)[0]
    home = Address("", "Iela 1", "Rīga", "", "LV-1010", "LV")
    anna = person(shop, "Anna", address=home)
    lines = (Line("Silk scarf", 1, "S-1", product=scarf), Line("Mug", 1, "M-1"))
    at_home = bought(shop, anna, lines=lines)
    away = bought(shop, anna, ship_to=Address("Zane", "Pikk 1", "Tallinn", "", "10123", "EE"))
    first, second = parcel_details(shop, [at_home, away])
    assert (first.address, first.abroad) == (home, False)
    assert (second.address.city, second.address.name, second.abroad) == ("Tallinn", "Zane", True)
    assert first.products == (ProductDetails("Silk scarf", "S-1", "Wash at 30°.\nDry flat.", 12, "https://s.example"),)
    assert second.products == ()
    assert shop_details(shop).address == "Ozols\nMiera iela 12"


def test_a_present_is_told_without_its_price_and_with_the_shops_note(shop):
    shown, hidden = bought(shop), bought(shop, gift=True, note_to="Happy birthday!\nYour shop")
    first, second = parcel_details(shop, [shown, hidden])
    assert (first.total, first.lines[0].total, first.note) == (Money(1250, "EUR"), Money(1250, "EUR"), "")
    assert (second.total, second.lines[0].total) == (None, None)
    assert second.note == "Happy birthday!\nYour shop"


def test_articles_are_named_in_the_customers_language_where_somebody_wrote_it(shop, counting):
    set_settings(shop, {SHOP_LANGUAGE: "lv"}, actor=BY)
    texts = (ProductText(Language.RU, "Шарф", "Стирать."), ProductText(Language.LV, care="Mazgāt."))
    told = ProductFields("S-1", "Scarf", care="Wash.", texts=texts)
    add_product(shop, told, actor=BY)
    lines = (Line("Silk scarf", 1, "S-1"), Line("Mug", 1))
    for language, name, care in (
        (Language.RU, "Шарф", "Стирать."), (Language.EN, "Silk scarf", "Wash."), (None, "Silk scarf", "Mazgāt."),
    ):  # fmt: skip
        kept = bought(shop, person(shop, "Anna", language=language), lines=lines)
        [details] = parcel_details(shop, [kept])
        assert [line.name for line in details.lines] == [name, "Mug"]
        assert [(one.name, one.care) for one in details.products] == [(name, care)]
        assert order(shop, kept).fields.lines[0].name == "Silk scarf"


def test_orders_that_lack_a_warranty_card_are_those_with_a_warranty(shop):
    add_product(shop, ProductFields("L-1", "Lamp", warranty_months=24), actor=BY)
    add_product(shop, ProductFields("M-1", "Mug", texts=(ProductText(Language.RU, care="Мыть руками."),)), actor=BY)
    lamp, mug = bought(shop, lines=(Line("Lamp", 1, "L-1"),)), bought(shop, lines=(Line("Mug", 1, "M-1"),))
    assert unprinted_orders(shop, Kind.WARRANTY) == [lamp]
    assert unprinted_orders(shop, Kind.CARE_SHEET) == [mug]


def test_people_are_written_to_without_an_order(shop):
    set_settings(shop, {SHOP_LANGUAGE: "lv", SHOP_LINK: "https://ozols.example"}, actor=BY)
    ids = [
        person(shop, "Анна", language=Language.RU, birthday=Birthday(11, 19, 1990)),
        person(shop, "Zane", birthday=Birthday(11, 20)),
        person(shop, "Eva"),
    ]
    anna, zane, eva = stream_people_details(shop, Kind.BIRTHDAY, ids)
    assert (anna.order, anna.number, anna.language, anna.title) == (None, "", Language.RU, "Анна")
    assert anna.birthday == BirthdayDetails(dt.date(2026, 11, 19), 36)  # missed yesterday
    assert (zane.birthday, zane.language) == (BirthdayDetails(TODAY), Language.LV)
    assert (eva.birthday, eva.qr) == (None, "https://ozols.example")
    assert [paper.birthday for paper in stream_people_details(shop, Kind.REFERRAL, ids[:1])] == [None]


def test_a_card_for_a_birthday_just_missed_is_for_that_one(shop_location):
    shop = open_shop(shop_location, today=lambda: dt.date(2027, 1, 3))
    missed = person(shop, "Anna", birthday=Birthday(12, 30, 1986))
    long_ago = person(shop, "Zane", birthday=Birthday(12, 20, 1986))
    papers = stream_people_details(shop, Kind.BIRTHDAY, [missed, long_ago])
    assert [(paper.birthday.on, paper.birthday.age) for paper in papers] == [
        (dt.date(2026, 12, 30), 40), (dt.date(2027, 12, 20), 41),
    ]  # fmt: skip
    shop.close()


def test_a_contact_sheet_holds_all_who_were_chosen(shop):
    ids = [
        person(shop, "Anna", "Kalna", phone="+371 26123456", address=Address(city="Rīga", country="LV"), note="late"),
        person(shop, email="b@b.example", address=Address(city="Tartu", country="EE")),
    ]
    [sheet] = stream_people_details(shop, Kind.CONTACTS, [*ids, 999])
    assert sheet.people == (
        ContactDetails("Anna Kalna", "+371 26123456", "", Address(city="Rīga", country="LV"), "late"),
        ContactDetails("b@b.example", "", "b@b.example", Address(city="Tartu", country="EE"), abroad=True),
    )


def test_a_page_of_people_takes_two_statements(shop, counting):
    ids = [person(shop, f"Anna{n}") for n in range(7)]
    assert len(list(stream_people_details(counting, Kind.VOUCHER, ids))) == 7
    assert counting.asked == 3  # the settings, how the people stand, and the people


def test_the_shop_speaks_of_itself_in_its_own_words(shop):
    set_settings(shop, {PROMISES[Language.LV]: "Atgriešana\n14 dienas.\n\nMēs atbildam."}, actor=BY)
    told = shop_paper(shop, Kind.PROMISE, Language.LV)
    assert [tuple(part) for part in told.parts] == [("Atgriešana", "14 dienas."), ("", "Mēs atbildam.")]
    assert (told.order, told.language) == (None, Language.LV)
    assert shop_paper(shop, Kind.MISSION).parts == tuple(parts_of(MISSION[Language.EN]))


def test_what_waits_for_a_paper_of_any_kind(shop):
    first, second = bought(shop), bought(shop)
    assert unprinted_orders(shop, Kind.ADDRESS) == [first, second]
    done = log_print(shop, printed((first, Kind.ADDRESS)), kind=Kind.ADDRESS, actor=BY)
    assert unprinted_orders(shop, Kind.ADDRESS) == [second]
    assert unprinted_orders(shop, Kind.PACKED_BY) == [first, second]
    undo(shop, done.id, actor=BY)
    assert unprinted_orders(shop, Kind.ADDRESS) == [first, second]


def test_what_waits_for_paper(shop):
    first, second = bought(shop, ship_by=TODAY + dt.timedelta(days=2)), bought(shop, ship_by=TODAY)
    packed = bought(shop)
    set_status(shop, [packed], Status.PACKED, actor=BY)
    assert unprinted_orders(shop) == [second, first]
    log_print(shop, printed((second, Kind.THANK_YOU)), kind=Kind.THANK_YOU, actor=BY)
    assert unprinted_orders(shop, Kind.THANK_YOU) == [first]
    assert unprinted_orders(shop, Kind.PACKING_INSERT) == [second, first]
    assert unprinted_orders(shop, Kind.PARCEL) == [second, first]
    log_print(shop, printed((second, Kind.PACKING_INSERT)), kind=Kind.PACKING_INSERT, actor=BY)
    assert unprinted_orders(shop) == [first]


def test_the_newest_order_of_each_that_was_not_cancelled(shop):
    anna, zane, eva = (person(shop, name) for name in ("Anna", "Zane", "Eva"))
    old, new = bought(shop, anna, placed_at="2026-01-01"), bought(shop, anna, placed_at="2026-02-01")
    dropped = bought(shop, zane)
    set_status(shop, [dropped], Status.CANCELLED, actor=BY)
    assert latest_orders(shop, [anna, zane, eva]) == {anna: new}
    set_status(shop, [new], Status.CANCELLED, actor=BY)
    assert latest_orders(shop, [anna]) == {anna: old}
    assert latest_orders(shop, []) == {}


def test_the_shop_as_its_papers_show_it(shop):
    assert shop_details(shop).logo == b""
    set_settings(shop, {SHOP_NAME: "Ozols", SHOP_CONTACT: "a@b.example", SHOP_COLOURS: "sea #23596b"}, actor=BY)
    set_logo(shop, picture(8, 8), actor=BY)
    found = shop_details(shop)
    assert found.colours == {"sea": "#23596B"}
    assert (found.name, found.contact, found.logo) == ("Ozols", "a@b.example", picture(8, 8))


def test_the_log_newest_first(shop):
    for by in ("Inese", "Toms"):
        log_print(shop, printed((bought(shop), Kind.THANK_YOU)), kind=Kind.THANK_YOU, by=by, actor=BY)
    assert [(row.by, row.stock, row.cards, row.undone) for row in print_rows(shop)] == [
        ("Toms", "a6", 1, False),
        ("Inese", "a6", 1, False),
    ]


def test_every_paper_knows_how_its_reader_stands(shop):
    anna, berta = person(shop, "Anna"), person(shop, "Berta", deceased=True)
    order, nobodys = bought(shop, anna), bought(shop)
    complaining(shop, anna, open_complaints=2)
    assert [paper.standing.open_complaints for paper in parcel_details(shop, [order, nobodys])] == [2, 0]
    add_complaint(shop, ComplaintFields(kind="late", order=nobodys), actor=BY)
    assert [paper.standing.open_complaints for paper in parcel_details(shop, [order, nobodys])] == [2, 1]
    people = stream_people_details(shop, Kind.REFERRAL, [anna, berta])
    assert [(one.standing.open_complaints, one.standing.deceased) for one in people] == [(2, False), (0, True)]
