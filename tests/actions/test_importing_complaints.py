"""E-mails and reviews into complaints: whose, about which order, once, joined to their thread, and taken back whole."""

from __future__ import annotations

import io
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path
from threading import Event, Thread

import pytest
from PIL import Image

from desktop_app.actions.complaints import set_state
from desktop_app.actions.import_complaints import ComplaintWriter
from desktop_app.actions.importing import import_file, plan_import, undo_import
from desktop_app.domain.complaints import Severity, Source, State, Way
from desktop_app.domain.errors import Invalid
from desktop_app.domain.file_kinds import FileKind
from desktop_app.i18n import english
from desktop_app.queries.complaints import complaint, complaints_of
from desktop_app.queries.customers import customer
from tests.actions.racing import reach
from tests.made import BY, bought, person
from tests.store.contents import contents


def mail(folder: Path, text: str = "Krūze pienāca saplīsusi.", *, name: str = "mail.eml", **headers: str) -> Path:
    made = EmailMessage()
    told = {
        "From": "Līga Kalniņa <liga@example.com>", "To": "shop@example.com", "Subject": "Mans pasūtījums",
        "Date": "Fri, 20 Nov 2026 10:15:00 +0200", "Message-ID": "<one@example.com>",
    }  # fmt: skip
    for key, value in {**told, **{key.replace("_", "-"): value for key, value in headers.items()}}.items():
        made[key] = value
    made.set_content(text)
    file = folder / name
    file.write_bytes(made.as_bytes())
    return file


def with_picture(file: Path, content: bytes, name: str = "bilde.png") -> Path:
    from email import message_from_bytes, policy

    made = message_from_bytes(file.read_bytes(), policy=policy.default)
    made.add_attachment(content, maintype="image", subtype="png", filename=name)
    file.write_bytes(made.as_bytes())
    return file


def png(size: int = 8) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (size, size), "red").save(out, "PNG")
    return out.getvalue()


def taken(shop, file):
    return import_file(shop, file, actor=BY)[1]


def only(shop, done):
    [number] = done.complaints
    return complaint(shop, number)


def test_a_mail_becomes_a_complaint_of_its_sender_about_the_order_it_names(shop, tmp_path):
    liga = person(shop, "Līga", "Kalniņa", email="LIGA@example.com")
    order = bought(shop, liga, "Krūze", number="LV-204", carrier="Omniva")
    bought(shop, liga, "Šķīvis", number="LV-205")
    found = only(shop, taken(shop, mail(tmp_path, "Pasūtījumā LV-204 krūze bija saplīsusi.")))
    assert (found.fields.customer, found.fields.order, found.fields.carrier) == (liga, order, "Omniva")
    assert (found.fields.kind, found.fields.source, found.state) == ("damaged", Source.EMAIL, State.NEW)
    assert found.fields.text == "Pasūtījumā LV-204 krūze bija saplīsusi."
    assert customer(shop, liga).fields.extra_care


def test_a_stranger_is_added_as_a_customer_who_can_be_answered(shop, tmp_path):
    plan = plan_import(shop, mail(tmp_path)).summary
    assert (plan.new, plan.people_new, plan.kind) == (1, 1, FileKind.MAIL)
    found = only(shop, taken(shop, mail(tmp_path)))
    who = customer(shop, found.fields.customer).fields
    assert (who.given, who.family, who.email) == ("Līga", "Kalniņa", "liga@example.com")


def test_planning_a_mail_writes_nothing(shop, tmp_path):
    before = contents(shop)
    plan_import(shop, with_picture(mail(tmp_path), png()))
    assert contents(shop) == before


def test_the_same_mail_again_changes_nothing(shop, tmp_path):
    first = taken(shop, mail(tmp_path))
    again = taken(shop, mail(tmp_path, name="copy.eml"))
    assert (again.new, again.changed, again.same, again.changes.id) == (0, 0, 1, 0)
    assert only(shop, first).words == ()


def test_a_reply_joins_its_complaint_and_opens_a_solved_one(shop, tmp_path):
    one = only(shop, taken(shop, mail(tmp_path)))
    set_state(shop, [one.id], State.SOLVED, actor=BY)
    reply = mail(
        tmp_path, "Joprojām nekas.", name="re.eml", Message_ID="<two@example.com>", References="<one@example.com>"
    )
    done = taken(shop, reply)
    found = only(shop, done)
    assert (done.new, done.changed) == (0, 1)
    assert (found.id, found.state) == (one.id, State.REOPENED)
    [word] = found.words
    assert (word.way, word.text, word.by) == (Way.IN, "Joprojām nekas.", "Līga Kalniņa")
    assert taken(shop, reply).same == 1


def test_an_import_of_a_mail_is_taken_back_whole(shop, tmp_path):
    liga = person(shop, "Līga", "Kalniņa", email="liga@example.com")
    before = contents(shop)
    done = taken(shop, with_picture(mail(tmp_path), png()))
    assert shop.sql("SELECT open_complaints FROM customer WHERE id = ?", (liga,)) == [(1,)]
    undo_import(shop, done.id, actor=BY)
    assert shop.sql("SELECT open_complaints FROM customer WHERE id = ?", (liga,)) == [(0,)]
    assert complaints_of(shop, [liga]) == []
    after = contents(shop)
    assert {name: len(rows) for name, rows in after.items() if rows and name not in ("change_log", "journal")} == {
        name: len(rows) for name, rows in before.items() if rows and name not in ("change_log", "journal")
    }


@pytest.mark.parametrize("reply", [False, True])
def test_the_same_mail_on_two_desks_at_once_comes_in_once(shop, shop_location, tmp_path, monkeypatch, reply):
    person(shop, "Līga", email="liga@example.com")
    if reply:
        taken(shop, mail(tmp_path))
    told = {"Message-ID": "<two@example.com>", "In-Reply-To": "<one@example.com>"} if reply else {}
    file = mail(tmp_path, name="again.eml", **told)
    written, through = Event(), Event()

    def there():
        desk = reach(shop_location)
        import_file(desk, file, actor="Boriss")
        desk.close()

    def write(self, compared):
        write_really(self, compared)
        if not written.is_set():  # the other desk is not through yet when ours looks
            written.set()
            through.wait(0.5)

    write_really = ComplaintWriter.write
    monkeypatch.setattr(ComplaintWriter, "write", write)
    other = Thread(target=there)
    other.start()
    written.wait()
    with suppress(Invalid):
        import_file(shop, file, actor=BY)
    through.set()
    other.join()
    assert shop.sql("SELECT count(*) FROM complaint") == [(1,)]
    assert shop.sql("SELECT count(*) FROM complaint_word") == [(1 if reply else 0,)]


def test_a_picture_that_cannot_be_kept_is_said_and_the_complaint_still_comes(shop, tmp_path):
    file = with_picture(with_picture(mail(tmp_path), png()), b"\x89PNG\r\n\x1a\nnot one", "broken.png")
    summary, done = import_file(shop, file, actor=BY)
    assert [kept.name for kept in only(shop, done).files] == ["bilde.png"]
    assert any("broken.png" in english(note) for note in summary.notes)


def test_an_order_of_another_customer_is_never_taken_for_theirs(shop, tmp_path):
    other = person(shop, "Ann", "Other", email="ann@example.com")
    bought(shop, other, "Cup", number="77")
    liga = person(shop, "Līga", "Kalniņa", email="liga@example.com")
    found = only(shop, taken(shop, mail(tmp_path, "Where is my order #77?")))
    assert (found.fields.customer, found.fields.order) == (liga, None)


def test_the_only_order_of_a_customer_is_meant_where_no_number_is_named(shop, tmp_path):
    liga = person(shop, "Līga", "Kalniņa", email="liga@example.com")
    order = bought(shop, liga, "Krūze", number="9")
    assert only(shop, taken(shop, mail(tmp_path))).fields.order == order


def reviews(folder: Path, *rows: str, head: str = "Review ID,Platform,Date,Review,Stars,Order number,Kind") -> Path:
    file = folder / "reviews.csv"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return file


def test_reviews_come_in_with_their_stars_and_praise_is_no_complaint(shop, tmp_path):
    anna = person(shop, "Anna", "Ozola")
    order = bought(shop, anna, "Teapot", number="1001")
    done = taken(
        shop,
        reviews(tmp_path, "1,Etsy,2026-11-01,Broken cup,1,#1001,", "2,Etsy,2026-11-02,Lovely,5,,", "3,Etsy,,So so,3,,"),
    )
    bad, good, middling = (complaint(shop, number) for number in done.complaints)
    assert (bad.fields.order, bad.fields.customer, bad.fields.severity) == (order, anna, Severity.HIGH)
    assert (bad.fields.kind, bad.fields.source_name) == ("damaged", "Etsy")
    assert [one.open for one in (bad, good, middling)] == [True, False, True]
    assert shop.sql("SELECT open_complaints FROM customer WHERE id = ?", (anna,)) == [(1,)]


def test_the_same_reviews_again_change_nothing_and_better_stars_close_the_warning(shop, tmp_path):
    anna = person(shop, "Anna", "Ozola")
    bought(shop, anna, "Teapot", number="1001")
    taken(shop, reviews(tmp_path, "1,Etsy,2026-11-01,Broken cup,1,#1001,"))
    again = taken(shop, reviews(tmp_path, "1,Etsy,2026-11-01,Broken cup,1,#1001,", "2,Etsy,,New,2,,"))
    assert (again.new, again.changed, again.same) == (1, 0, 1)
    better = taken(shop, reviews(tmp_path, "1,Etsy,2026-11-01,Broken cup,5,#1001,"))
    assert (better.new, better.changed) == (0, 1)
    assert shop.sql("SELECT open_complaints FROM customer WHERE id = ?", (anna,)) == [(0,)]


def test_rows_without_an_id_are_known_again_by_what_they_say(shop, tmp_path):
    head = "Review,Stars,Name"
    first = taken(shop, reviews(tmp_path, "Broken,1,Anna", "Broken,1,Ivan", head=head))
    again = taken(shop, reviews(tmp_path, "Broken,1,Anna", "Broken,1,Ivan", "Late,2,Anna", head=head))
    assert (first.new, again.new, again.same) == (2, 1, 2)


def test_rows_that_say_the_same_come_in_once_and_stars_alone_are_counted(shop, tmp_path):
    rows = ("2026-11-01,5,", "2026-11-01,5,", "2026-11-02,1,Broken", "2026-11-02,1,Broken", "2026-11-03,4,")
    plan = plan_import(shop, reviews(tmp_path, *rows, head="Date,Stars,Review")).summary
    first = taken(shop, reviews(tmp_path, *rows, head="Date,Stars,Review"))
    again = taken(shop, reviews(tmp_path, *rows, head="Date,Stars,Review"))
    assert [(done.new, done.same) for done in (plan, first, again)] == [(4, 1), (4, 1), (0, 5)]


def test_one_id_on_two_platforms_is_two_reviews(shop, tmp_path):
    done = taken(shop, reviews(tmp_path, "1,Etsy,,Broken,1,,", "1,Ozon,,Late,2,,"))
    assert (done.new, len(set(done.complaints)), done.refused) == (2, 2, ())


@pytest.mark.parametrize(("word", "kind"), [("Повреждено", "damaged"), ("late", "late"), ("nonsense", "other")])
def test_a_kind_is_known_in_any_of_the_shops_languages(shop, tmp_path, word, kind):
    assert only(shop, taken(shop, reviews(tmp_path, f"1,,,text,2,,{word}"))).fields.kind == kind
