import datetime as dt
import re

import pytest
import vobject
from icalendar import Calendar

from desktop_app.actions.exporting_people import export_birthdays, export_people
from desktop_app.actions.importing import plan_import
from desktop_app.actions.people import add_relative
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import Address, Contact, ContactKind, LabelledAddress
from desktop_app.domain.errors import Invalid, Stopped
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday, LeapRule
from desktop_app.domain.settings import LEAP_RULE
from desktop_app.domain.written import CardVersion
from desktop_app.exchange.lasting_ids import number_of
from desktop_app.i18n import Language, Words
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.whole_customers import shop_mark
from tests.made import BY, person


@pytest.fixture
def filled(shop):
    anna = person(
        shop, "Jānis", "Bērziņš-Kalniņš", patronymic="Pētera dēls", email="j@b.example", phone="+371 26 123 456",
        birthday=Birthday(2, 29, 1984), note="Likes; commas, and\nlines \\ too", tags=("VIP", "a, b"),
        address=Address("", "Brīvības iela 1–2", "Rīga", "", "LV-1001", "LV"),
        addresses=(LabelledAddress("work", Address("SIA X", "Ogres iela 3", "Ogre", "", "LV-5001", "LV")),),
        contacts=(Contact(ContactKind.EMAIL, "k@b.example", "work"), Contact(ContactKind.MESSENGER, "@janis", "Viber")),
        language=Language.LV,
    )  # fmt: skip
    days = (SpecialDay(DayKind.BIRTHDAY, Birthday(3, 4)),)
    add_relative(shop, anna, RelativeFields(Relation.CHILD, given="Анна", days=days), actor=BY)
    person(shop, company="SIA Ozols", birthday=Birthday(5))
    person(shop, "Not", "Congratulated", birthday=Birthday(1, 2), congratulate=False)
    person(shop, "Zoe", birthday=Birthday(12, 1, 2000))
    return shop


def cards(shop, tmp_path, version):
    file = tmp_path / "people.vcf"
    written = export_people(shop, customer_ids(shop), to=file, version=version)
    assert written == 4
    data = file.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return data.decode("utf-8").replace("\r\n ", "")


def test_a_new_card_says_everything(filled, tmp_path):
    text = cards(filled, tmp_path, CardVersion.V4)
    for line in (
        "VERSION:4.0", "FN:Jānis Bērziņš-Kalniņš", "N:Bērziņš-Kalniņš;Jānis;Pētera dēls;;",
        "TEL;PREF=1:+371 26 123 456",
        "EMAIL;TYPE=WORK:k@b.example", "more2.IMPP:@janis", "more2.X-ABLabel:Viber", "BDAY:19840229",
        "ADR;PREF=1:;;Brīvības iela 1–2;Rīga;;LV-1001;LV", "ADR;TYPE=WORK:;SIA X;Ogres iela 3;Ogre;;LV-5001;LV",
        "RELATED;VALUE=text;TYPE=child:Анна", "CATEGORIES:a\\, b,VIP", "LANG:lv",
        "NOTE:Likes\\; commas\\, and\\nlines \\\\ too", "KIND:org", "BDAY:--05", "BDAY:--0102",
    ):  # fmt: skip
        assert f"\r\n{line}\r\n" in text, line


def test_an_older_card_never_invents_a_year(filled, tmp_path):
    text = cards(filled, tmp_path, CardVersion.V3)
    assert "\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-01-02\r\n" in text
    assert "\r\nBDAY:1984-02-29\r\n" in text
    assert "--05" not in text


def test_cards_keep_their_ids(filled, tmp_path):
    text = cards(filled, tmp_path, CardVersion.V3)
    assert cards(filled, tmp_path, CardVersion.V3) == text
    ids = re.findall("UID:(.*)\r\n", text)
    assert len(set(ids)) == 4
    numbers = [number_of(uid, shop_mark(filled), "customer") for uid in ids]
    assert numbers == list(customer_ids(filled))
    assert number_of(ids[0], "another shop", "customer") is None


def test_other_programs_read_the_cards(filled, tmp_path):
    read = list(vobject.readComponents(cards(filled, tmp_path, CardVersion.V3)))
    assert [card.fn.value for card in read] == ["Jānis Bērziņš-Kalniņš", "Not Congratulated", "SIA Ozols", "Zoe"]
    assert read[0].note.value == "Likes; commas, and\nlines \\ too"


def events(shop, tmp_path, language=Language.EN):
    file = tmp_path / "days.ics"
    written = export_birthdays(shop, customer_ids(shop), to=file, words=Words(language))
    found = {str(event["summary"]): event for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    assert len(found) == written
    return found


def test_birthdays_come_each_year_and_the_unknown_year_is_said(filled, tmp_path):
    found = events(filled, tmp_path)
    assert set(found) == {"Jānis Bērziņš-Kalniņš’s birthday", "Анна’s birthday", "Zoe’s birthday"}
    zoe, anna = found["Zoe’s birthday"], found["Анна’s birthday"]
    assert (zoe.decoded("dtstart"), anna.decoded("dtstart")) == (dt.date(2000, 12, 1), dt.date(2000, 3, 4))
    assert (str(zoe["x-birthday"]), str(anna["x-birthday"])) == ("2000-12-01", "--03-04")
    assert "The year is not known." in str(anna["description"])
    assert zoe["rrule"].to_ical() == b"FREQ=YEARLY"
    assert {str(one["uid"]) for one in found.values()} == {str(one["uid"]) for one in events(filled, tmp_path).values()}
    summary = plan_import(filled, tmp_path / "days.ics").summary
    assert (summary.new, summary.changed, summary.same) == (0, 0, 2)  # who stands around somebody is no customer


@pytest.mark.parametrize(
    ("rule", "kept"),
    [(LeapRule.FEB_28, {2024: (2, 29), 2025: (2, 28)}), (LeapRule.MAR_1, {2024: (2, 29), 2025: (3, 1)})],
)
def test_29_february_is_kept_as_the_shop_keeps_it(filled, tmp_path, rule, kept):
    from dateutil.rrule import rrulestr

    set_settings(filled, {LEAP_RULE: rule.value}, actor=BY)
    event = events(filled, tmp_path)["Jānis Bērziņš-Kalniņš’s birthday"]
    first = dt.datetime.combine(event.decoded("dtstart"), dt.time())
    days = rrulestr(event["rrule"].to_ical().decode(), dtstart=first)
    found = {day.year: (day.month, day.day) for day in days.between(dt.datetime(2024, 1, 1), dt.datetime(2025, 12, 31))}
    assert found == kept


def test_other_names_are_refused_and_a_stopped_file_is_not_there(filled, tmp_path):
    with pytest.raises(Invalid, match=r"let it end in \.vcf"):
        export_people(filled, [], to=tmp_path / "people.csv")
    with pytest.raises(Invalid, match=r"let it end in \.ics"):
        export_birthdays(filled, [], to=tmp_path / "days.vcf", words=Words())
    with pytest.raises(Stopped):
        export_people(filled, customer_ids(filled), to=tmp_path / "p.vcf", progress=lambda *_: False)
    assert list(tmp_path.glob("*.vcf*")) == []
