"""Files of people: found by their number or address, edited where the file says more, never two made one in silence."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.consents import give, withdraw
from desktop_app.actions.importing import plan_import, run_import, undo_import
from desktop_app.actions.merging import merge_customers
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import Contact, ContactKind, Gender, GreetingForms
from desktop_app.domain.importing import Fate
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import english
from desktop_app.queries import Shop
from desktop_app.queries.consents import consents_of
from desktop_app.queries.customers import customer
from tests.actions.imported import DATA, column, contents, counts, export, taken
from tests.made import BY, person

HEAD = "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Default Address City,Birthday,Note\n"


def people(file: Path, *rows: str) -> Path:
    file.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    return file


def test_a_people_file_in_again_and_out(shop: Shop) -> None:
    before = contents(shop)
    done = taken(shop, DATA / "shopify_customers.csv")
    assert (counts(done), done.people_new) == ((3, 0, 0), 3)
    ilze = customer(shop, column(shop, "customer", "id")[0])
    assert (ilze.fields.given, ilze.fields.birthday, ilze.fields.address.postcode) == (
        "Ilze",
        Birthday(4, 7, 1985),
        "LV-1010",
    )
    assert ilze.fields.language == "lv"
    after = contents(shop)
    assert counts(taken(shop, DATA / "shopify_customers.csv")) == (0, 0, 3)
    assert contents(shop) == after
    undo_import(shop, done.id, actor=BY)
    assert contents(shop) == before


def test_the_file_in_another_order_brings_nothing_new(shop: Shop, tmp_path: Path) -> None:
    rows = (
        "1,Anna,Ozola,anna@example.lv,no,,Rīga,--02-29,",
        ",Zane,Liepa,,no,29123456,,,",
        ",Ēriks,Kalns,,no,,Cēsis,1985-04-07,",
    )
    taken(shop, people(tmp_path / "a.csv", *rows))
    before = contents(shop)
    assert counts(taken(shop, people(tmp_path / "b.csv", *reversed(rows)))) == (0, 0, 3)
    assert contents(shop) == before


def test_a_newer_file_edits_what_it_says_and_empties_nothing(shop: Shop, tmp_path: Path) -> None:
    taken(shop, people(tmp_path / "a.csv", "1,Anna,Ozola,anna@example.lv,no,29123456,Rīga,1985-04-07,Likes blue"))
    file = people(tmp_path / "b.csv", "1,Anna,Liepa,anna.liepa@example.lv,no,,,--04-07,")
    plan = plan_import(shop, file)
    [record] = plan.summary.sample
    assert record.fate is Fate.CHANGED
    assert {(each.field, each.old, each.new) for each in record.differences} == {
        ("family", "Ozola", "Liepa"),
        ("email", "anna@example.lv", "anna.liepa@example.lv"),
    }
    run_import(shop, plan, actor=BY)
    names = ("family", "email", "email_key", "sort_key", "phone", "city", "birth_year", "note")
    assert column(shop, "customer", *names) == [
        (
            "Liepa",
            "anna.liepa@example.lv",
            "anna.liepa@example.lv",
            "liepa anna",
            "29123456",
            "Rīga",
            1985,
            "Likes blue",
        )
    ]


def test_an_empty_family_name_or_town_takes_nothing_from_what_is_known(shop: Shop, tmp_path: Path) -> None:
    taken(shop, people(tmp_path / "a.csv", "1,Ludmila,Testova,l@example.lv,no,,Rīga,1985-04-07,"))
    before = contents(shop)
    assert counts(taken(shop, people(tmp_path / "b.csv", "1,Ludmila,,l@example.lv,no,,,--04-07,"))) == (0, 0, 1)
    assert contents(shop) == before
    taken(shop, people(tmp_path / "c.csv", "1,Ludmilla,,,no,,Cēsis,,"))
    fields = customer(shop, column(shop, "customer", "id")[0]).fields
    assert (fields.given, fields.family, fields.email) == ("Ludmilla", "Testova", "l@example.lv")
    assert (fields.address.city, fields.birthday) == ("Cēsis", Birthday(4, 7, 1985))


def test_a_buyer_is_found_again_by_the_address_and_gets_the_number(shop: Shop, tmp_path: Path) -> None:
    taken(shop, export(tmp_path / "orders.csv", {"Name": "#1"}))
    done = taken(shop, people(tmp_path / "a.csv", "77,Anna,Ozola,ANNA@example.lv,no,29123456,Rīga,,"))
    assert (counts(done), done.people_new) == ((0, 1, 0), 0)
    assert column(shop, "customer", "source_key", "phone", "orders") == [("77", "29123456", 1)]


def test_two_customers_are_not_made_one_in_silence(shop: Shop, tmp_path: Path) -> None:
    person(shop, "Zane", "Liepa", email="zane@example.lv")
    taken(shop, people(tmp_path / "a.csv", "1,Anna,Ozola,anna@example.lv,no,,,,"))
    file = people(tmp_path / "b.csv", "1,Anna,Ozola,zane@example.lv,no,,,,", "2,Māra,Kalna,mara@example.lv,no,,,,")
    plan = plan_import(shop, file)
    assert counts(plan) == (1, 0, 0)
    [refusal] = plan.summary.refused
    assert (refusal.place.row, refusal.value) == (2, "zane@example.lv")
    assert "another customer" in english(refusal.reason)
    run_import(shop, plan, actor=BY)
    assert column(shop, "customer", "email") == ["zane@example.lv", "anna@example.lv", "mara@example.lv"]


def test_a_cyrillic_name_is_found_and_its_language_kept(shop: Shop, tmp_path: Path) -> None:
    taken(shop, people(tmp_path / "a.csv", "1,Пётр,Ёлкин,petr@example.ru,no,,,,"))
    assert column(shop, "customer", "language", "sort_key", "doc") == [
        ("ru", "елкин петр", "петр елкин þpetr þelkin œexample")
    ]


def test_a_further_address_is_the_same_person_and_stays_a_further_one(shop: Shop, tmp_path: Path) -> None:
    work = Contact(ContactKind.EMAIL, "Anna@Work.example", "work")
    mobile = Contact(ContactKind.PHONE, "+371 67 000 111")
    anna = person(shop, "Anna", email="anna@example.lv", phone="29123456", contacts=(work, mobile))
    taken(shop, export(tmp_path / "o.csv", {"Name": "#1", "Email": " ANNA@work.example", "Billing Name": "A. Ozola"}))
    taken(shop, people(tmp_path / "p.csv", ",Anna,,anna@WORK.example,no,67000111,Rīga,,"))
    assert column(shop, "customer", "id") == [anna]
    found = customer(shop, anna)
    assert (found.fields.email, found.fields.phone, found.fields.address.city) == (
        "anna@example.lv",
        "29123456",
        "Rīga",
    )
    assert found.fields.contacts == (work, mobile)
    assert (found.orders, found.spent) == (1, Money(1000, "EUR"))


def test_a_file_that_still_knows_two_of_whom_one_was_made(shop: Shop, tmp_path: Path) -> None:
    first = (
        "1,Anna,Ozola,anna@example.lv,no,29123456,Rīga,1985-04-07,",
        "2,A.,Ozola,anna@darbs.example,no,29123457,Cēsis,,",
    )
    taken(shop, people(tmp_path / "a.csv", *first))
    anna, other = column(shop, "customer", "id")
    merge_customers(shop, anna, other, actor=BY)
    merged = customer(shop, anna).fields
    before = contents(shop)
    for rows in (first, first[::-1]):
        assert counts(taken(shop, people(tmp_path / f"{rows[0][0]}.csv", *rows))) == (0, 0, 2)
    assert contents(shop) == before
    newer = (
        "2,Annuška,Ozola,anna@darbs.example,no,29123457,Cēsis,,Likes blue",
        "1,Anna,Kalna,anna@example.lv,yes,29123456,Rīga,1985-04-07,",
    )
    taken(shop, people(tmp_path / "c.csv", *newer))
    fields = customer(shop, anna).fields
    assert (fields.given, fields.family, fields.note) == ("Anna", "Kalna", "Likes blue")  # the other only fills
    assert (fields.email, fields.address.city, fields.contacts) == (merged.email, "Rīga", merged.contacts)
    assert consents_of(shop, anna) == []  # of two answers the no counts


def test_a_kept_greeting_form_outlives_every_file(shop: Shop, tmp_path: Path) -> None:
    forms = GreetingForms(Gender.FEMALE, "Anniņ", "Anniņai", "Mīļo Anniņ!")
    anna = person(shop, "Anna", email="anna@example.lv", forms=forms, tags=("VIP",), lead_days=3, deceased=True)
    taken(shop, people(tmp_path / "p.csv", "1,Ansis,Liepa,anna@example.lv,no,,,,"))
    found = customer(shop, anna).fields
    assert (found.given, found.forms, found.tags, found.lead_days, found.deceased) == (
        "Ansis",
        forms,
        ("VIP",),
        3,
        True,
    )


MORE = "Customer ID,First Name,Email,Accepts Email Marketing,Accepts SMS Marketing,Tags\n"


def told(file: Path, *rows: str) -> Path:
    file.write_text(MORE + "\n".join(rows) + "\n", "utf-8")
    return file


def test_words_and_agreed_news_come_along_and_nothing_takes_them_away(shop: Shop, tmp_path: Path) -> None:
    done = taken(shop, told(tmp_path / "a.csv", '1,Anna,a@b.lv,yes,no,"vip, Čakla ,VIP"', "2,Zane,z@b.lv,no,,"))
    anna, zane = column(shop, "customer", "id")
    assert customer(shop, anna).fields.tags == ("Čakla", "vip")
    [kept] = consents_of(shop, anna)
    assert (kept.fields.what, kept.fields.source, kept.fields.given_on) == (Purpose.NEWS_EMAIL, "file", None)
    assert consents_of(shop, zane) == []
    file = told(tmp_path / "b.csv", '1,Anna,a@b.lv,,yes,"ČAKLA,new"', "2,Zane,z@b.lv,,,")
    [planned, _] = plan_import(shop, file).summary.sample
    assert {(each.field, each.old, each.new) for each in planned.differences} == {
        ("tags", "", "new"),
        ("news_sms", "", "✓"),
    }
    again = taken(shop, file)
    assert counts(again) == (0, 1, 1)
    assert customer(shop, anna).fields.tags == ("Čakla", "new", "vip")
    assert {each.fields.what for each in consents_of(shop, anna)} == {Purpose.NEWS_EMAIL, Purpose.NEWS_SMS}
    assert customer(shop, anna).version == again.changes.id
    undo_import(shop, again.id, actor=BY)
    assert customer(shop, anna).fields.tags == ("Čakla", "vip")
    undo_import(shop, done.id, actor=BY)
    assert column(shop, "word", "id") == column(shop, "consent", "id") == []


def test_a_file_ends_only_what_its_own_source_brought_and_revives_nothing(shop: Shop, tmp_path: Path) -> None:
    taken(shop, told(tmp_path / "a.csv", "1,Anna,a@b.lv,yes,,", "2,Zane,z@b.lv,yes,,", "3,Eva,e@b.lv,,,"))
    anna, zane, eva = column(shop, "customer", "id")
    give(shop, eva, ConsentFields(Purpose.NEWS_EMAIL, source="till"), actor=BY)
    withdraw(shop, consents_of(shop, zane)[0].id, actor=BY)
    taken(shop, told(tmp_path / "b.csv", "1,Anna,a@b.lv,no,,", "2,Zane,z@b.lv,yes,,", "3,Eva,e@b.lv,no,,"))
    in_force = [[each.fields.in_force(shop.today()) for each in consents_of(shop, one)] for one in (anna, zane, eva)]
    assert in_force == [[False], [False], [True]]


def test_any_table_may_tell_words(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Имя;Эл. почта;Метки;Интересы;Рассылка\nАнна;a@b.lv;опт, друг;глина;да\n", "utf-8")
    taken(shop, file)
    [anna] = column(shop, "customer", "id")
    found = customer(shop, anna).fields
    assert (found.tags, found.interests) == (("друг", "опт"), ("глина",))
    assert [each.fields.what for each in consents_of(shop, anna)] == [Purpose.NEWS_EMAIL]
