"""A customer with everything that belongs to one, changed and shown from a shell."""

from __future__ import annotations

import pytest

WHOLE = (
    "--given", "Līga", "--family", "Kalniņa", "--language", "lv", "--email", "liga@pasts.example", "--email",
    "liga@kalni.example;work", "--phone", "29 123 456", "--messenger", "@liga;Telegram", "--city", "Cēsis",
    "--address", "work=Ostas 1;Rīga;LV-1001;LV", "--birthday", "1988-02-29", "--gender", "female", "--called", "Līgiņ",
    "--opening", "Mīļā Līgiņ!", "--channel", "post", "--lead", "9", "--name-day", "no", "--extra-care", "yes",
    "--tag", "VIP",
    "--tag", "Čakla", "--interest", "keramika",
)  # fmt: skip


def added(cordial, *words):
    done = cordial(*words, "--json")
    assert done.code == 0, done.err
    return next(value["id"] for value in done.json.values() if isinstance(value, dict))


def shown(cordial, number):
    return cordial("show", "customer", number, "--json").json["customer"]


def test_every_field_of_a_customer(cordial):
    number = added(cordial, "customer", "add", *WHOLE)
    found = shown(cordial, number)
    assert (found["email"], found["phone"], found["channel"], found["lead_days"]) == (
        "liga@pasts.example", "29 123 456", "post", 9,
    )  # fmt: skip
    assert found["contacts"] == [
        {"kind": "email", "value": "liga@kalni.example", "label": "work"},
        {"kind": "messenger", "value": "@liga", "label": "Telegram"},
    ]
    assert found["addresses"][0]["label"] == "work"
    assert found["addresses"][0]["address"]["city"] == "Rīga"
    assert found["forms"] == {"gender": "female", "called": "Līgiņ", "called_to": "", "opening": "Mīļā Līgiņ!"}
    assert (found["tags"], found["interests"], found["name_day"]) == (["Čakla", "VIP"], ["keramika"], False)
    assert found["extra_care"] is True


def test_the_text_reads_as_it_is_typed(cordial):
    number = added(cordial, "customer", "add", *WHOLE, "--note", "one\ntwo")
    assert cordial("customer", "day", "add", number, "--kind", "name-day", "--on", "07-24").code == 0
    text = cordial("show", "customer", number).out
    for line in ("birthday: 1988-02-29", "note: one\n  two", "    date: 07-24", "email: liga@pasts.example"):
        assert f"\n{line}\n" in text
    assert "among people of" not in text


def test_one_email_is_the_preferred_one_and_several_are_all(cordial):
    number = added(cordial, "customer", "add", *WHOLE)
    assert cordial("customer", "edit", number, "--email", "new@pasts.example").code == 0
    found = shown(cordial, number)
    assert (found["email"], found["contacts"][0]["value"]) == ("new@pasts.example", "liga@kalni.example")
    words = ("--email", "liga@kalni.example", "--email", "new@pasts.example", "--messenger", "", "--tag", "")
    assert cordial("customer", "edit", number, *words).code == 0
    found = shown(cordial, number)
    assert found["email"] == "liga@kalni.example"
    assert found["contacts"] == [{"kind": "email", "value": "new@pasts.example", "label": ""}]
    assert (found["tags"], found["interests"]) == ([], ["keramika"])


def test_people_around_with_their_days(cordial):
    liga = added(cordial, "customer", "add", "--given", "Līga")
    petr = added(cordial, "customer", "add", "--given", "Пётр", "--family", "Ёлкин")
    words = ("--relation", "child", "--given", "Jānis", "--day", "birthday=2019-12-05", "--together", "yes")
    child = added(cordial, "customer", "person", "add", liga, *words)
    added(cordial, "customer", "person", "add", liga, "--relation", "spouse", "--customer", petr)
    found = shown(cordial, liga)
    assert [(one["name"], one["relation"], one["customer"]) for one in found["people"]] == [
        ("Jānis", "child", None), ("Пётр Ёлкин", "spouse", petr),
    ]  # fmt: skip
    assert found["people"][0]["days"][0]["date"] == {"month": 12, "day": 5, "year": 2019}
    assert [one["name"] for one in shown(cordial, petr)["among_people_of"]] == ["Līga"]
    assert cordial("customer", "person", "edit", child, "--called", "Jāni").code == 0
    assert shown(cordial, liga)["people"][0]["days"] != []
    assert cordial("customer", "person", "remove", child).code == 0
    assert len(shown(cordial, liga)["people"]) == 1
    assert cordial("undo").code == 0
    assert shown(cordial, liga)["people"][0]["forms"]["called"] == "Jāni"


def test_days_consents_notes_and_tags(cordial):
    liga = added(cordial, "customer", "add", "--given", "Līga")
    child = added(cordial, "customer", "person", "add", liga, "--relation", "child", "--given", "Jānis")
    wedding = ("--kind", "anniversary", "--on", "2010-06-12", "--title", "wedding")
    assert cordial("customer", "day", "add", liga, *wedding).code == 0
    assert cordial("customer", "day", "add", liga, "--person", child, "--kind", "birthday", "--on", "12").code == 0
    found = shown(cordial, liga)
    assert found["people"][0]["days"][0]["date"] == {"month": 12, "day": 0, "year": None}
    day = found["days"][0]["id"]
    assert cordial("customer", "day", "edit", day, "--lead", "5").code == 0
    [kept] = shown(cordial, liga)["days"]
    assert (kept["title"], kept["lead_days"], kept["date"]["year"]) == ("wedding", 5, 2010)
    assert cordial("customer", "day", "remove", kept["id"]).code == 0
    assert shown(cordial, liga)["days"] == []

    consent = added(cordial, "customer", "consent", "add", liga, "--what", "news-email", "--source", "till")
    again = cordial("customer", "consent", "add", liga, "--what", "news-email")
    assert (again.code, "agreed to already" in again.err) == (1, True)
    assert cordial("customer", "consent", "withdraw", consent).code == 0
    [known] = shown(cordial, liga)["consents"]
    assert (known["given_on"], known["withdrawn_on"], known["source"]) == ("2026-11-22", "2026-11-22", "till")

    note = added(cordial, "customer", "note", "add", liga, "Called about the jug.")
    assert cordial("customer", "note", "edit", note, "Called about the blue jug.").code == 0
    assert shown(cordial, liga)["notes"][0]["text"] == "Called about the blue jug."
    assert cordial("customer", "note", "remove", note).code == 0

    assert cordial("customer", "tag", "put", "VIP", liga).code == 0
    assert cordial("customer", "tag", "rename", "vip", "Very important").code == 0
    assert cordial("customer", "tag", "lead", "Very important", "14").code == 0
    assert shown(cordial, liga)["tags"] == ["Very important"]
    [listed] = cordial("list", "tags", "--json").json["tags"]
    assert (listed["word"], listed["customers"], listed["lead_days"]) == ("Very important", 1, 14)
    assert "14 days ahead" in cordial("list", "tags").out
    assert cordial("list", "interests", "--json").json == {"interests": []}
    assert cordial("customer", "tag", "take", "Very important", liga).code == 0
    assert shown(cordial, liga)["tags"] == []
    text = cordial("show", "customer", liga).out
    assert "Consent given: News by e-mail" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("customer", "add", "--given", "A", "--birthday", "04-31"), "no such day in that month"),
        (("customer", "add", "--given", "A", "--birthday", "1990"), "year alone"),
        (("customer", "add", "--given", "A", "--birthday", "1850-11-23"), "Nobody born in 1850"),
        (("customer", "add", "--given", "A", "--birthday", "2026-11-23"), "still to come"),
        (("customer", "add", "--given", "A" * 10_000), "too long"),
        (("customer", "add", "--email", "a@@b.example"), "not a whole e-mail"),
        (("customer", "add", "--email", "a@b.example, c@d.example"), "Add the second one as a further address"),
        (("customer", "add", "--phone", "29123456, 29123457"), "Add the second one as a further number"),
        (("customer", "add", "--given", "A", "--email", "a@b.example", "--email", "c@"), "“c@” is not a whole"),
        (("customer", "add", "--given", "A", "--lead", "61"), "Write 0 to 60"),
        (("customer", "add", "--given", "A", "--channel", "pigeon"), "pigeon"),
        (("customer", "add", "--given", "A", "--address", "Rīga"), "--address"),
        (("customer", "person", "add", "1", "--given", "J"), "no customer 1"),
        (("customer", "person", "edit", "x"), "no person x"),
        (("customer", "note", "add", "1", "text"), "no customer 1"),
        (("customer", "tag", "put", "VIP", "7"), "no customer 7"),
        (("customer", "tag", "drop", "VIP"), "VIP"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_written(cordial, words, said):
    answer = cordial(*words)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert cordial("list", "changes", "--json").json == {"changes": []}


def test_marks_that_turn_the_direction_of_writing_are_taken_out(cordial):
    number = added(
        cordial, "customer", "add", "--given", "\u202eLīga\u200f", "--email", "\u200eliga@pasts.example\u202c"
    )
    found = shown(cordial, number)
    assert (found["given"], found["email"]) == ("Līga", "liga@pasts.example")
    assert cordial("find", "līga", "--json").json["hits"][0]["id"] == number


def test_how_somebody_is_addressed_is_proposed_and_then_as_kept(cordial):
    number = added(cordial, "customer", "add", "--given", "Jānis", "--family", "Ozols", "--language", "lv")
    found = shown(cordial, number)["addressed"]
    assert found == {"gender": "male", "called": "Jāni", "called_to": "Jānim", "opening": "Mīļais Jāni,"}
    cordial("customer", "edit", number, "--called", "Jancīt")
    found = shown(cordial, number)
    assert found["forms"]["called"] == "Jancīt"
    assert found["addressed"]["opening"] == "Mīļais Jancīt,"
    assert found["addressed"]["called_to"] == "Jānim"
