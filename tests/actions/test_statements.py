import json
import subprocess
from dataclasses import replace

import pytest

from desktop_app.actions.complaint_words import add_word
from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.customers import edit_customer
from desktop_app.actions.outbox import put
from desktop_app.actions.resolutions import choose
from desktop_app.actions.settings import set_settings
from desktop_app.actions.statements import make_statement
from desktop_app.domain.complaints import ComplaintFields, Way
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.domain.people import RelativeFields
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.i18n import Language, msg
from desktop_app.queries.customers import customer
from desktop_app.queries.statements import statement
from desktop_app.store.tables import CustomerTable, FormerKeyTable
from tests.made import BY, Counting, bought
from tests.people_made import WHOLE, whole_customer
from tests.pictures import picture


@pytest.fixture
def liga(shop):
    set_settings(shop, {SHOP_NAME: "Mazais veikals"}, actor=BY)
    number, _ = whole_customer(shop)
    bought(shop, number, "Mug", "Jug", number="1001", note="ring twice", placed_at="2026-11-02T10:00:00+02:00")
    return number


def words_in(file):
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout


def test_the_paper_and_the_data_say_all_that_is_known(shop, liga, tmp_path):
    _, data = make_statement(shop, liga, tmp_path / "liga.pdf", language=Language.EN)
    paper, told = words_in(tmp_path / "liga.pdf"), json.loads(data.read_bytes())
    assert data == tmp_path / "liga.json"
    everything = (
        "Mazais veikals", "Līga", "Kalniņa", "Kalni SIA", "Liga@Pasts.example", "29 123 456", "Upes iela 2", "Cēsis",
        "29 February 1988", "likes blue", "Mīļā Līgiņ!", "By post", "liga.darbs@kalni.example", "@liga", "Ostas 1",
        "Čakla", "keramika", "Jānis Kalniņš", "lego", "first school day", "wedding", "12 June 2010", "News by e-mail",
        "the shop’s till", "Called about the jug.", "Calls again on Monday.", "Order 1001", "Mug", "Jug", "€12.50",
        "ring twice", "Birthday card", "Add Līga Kalniņa",
    )  # fmt: skip
    assert [word for word in everything if word not in paper] == []
    assert told["customer"]["birthday"] == {"month": 2, "day": 29, "year": 1988}
    assert told["customer"]["tags"] == ["Čakla", "VIP"]
    assert told["people"][0]["days"][0] == {
        "kind": "birthday", "title": "", "month": 12, "day": None, "year": 2019, "lead_days": 3,
    }  # fmt: skip
    assert told["orders"][0]["lines"][0]["total"] == {"amount": "12.50", "currency": "EUR"}
    assert told["consents"][0]["given_on"] == "2026-01-02"
    assert [one["paper"] for one in told["printed"]] == ["birthday"]
    assert told["notes"][0]["text"] == "Called about the jug.\nCalls again on Monday."


def test_it_is_in_the_customers_language(shop, liga, tmp_path):
    make_statement(shop, liga, tmp_path / "lv.pdf")
    kept = customer(shop, liga)
    edit_customer(shop, liga, kept.version, replace(kept.fields, language=Language.RU), actor=BY)
    make_statement(shop, liga, tmp_path / "ru.pdf", json_to=tmp_path / "data.json")
    assert "29. februāris" in words_in(tmp_path / "lv.pdf")
    assert "29 февраля" in words_in(tmp_path / "ru.pdf")
    assert (tmp_path / "data.json").exists()


def test_wrong_names_and_nobody(shop, liga, tmp_path):
    with pytest.raises(Invalid, match=r"let it end in \.pdf"):
        make_statement(shop, liga, tmp_path / "liga.txt")
    with pytest.raises(Invalid, match="two names"):
        make_statement(shop, liga, tmp_path / "liga.pdf", json_to=tmp_path / "liga.pdf")
    with pytest.raises(NotFound):
        make_statement(shop, liga + 1, tmp_path / "liga.pdf")
    assert list(tmp_path.glob("liga*")) == []


def test_every_field_of_a_customer_is_in_the_data(shop, liga, tmp_path):
    """A new field must be handed out too; `forms` are told as how somebody is addressed."""
    _, data = make_statement(shop, liga, tmp_path / "liga.pdf")
    told = json.loads(data.read_bytes())["customer"]
    assert set(WHOLE.__dataclass_fields__) - {"forms", "channel"} <= set(told)
    assert (told["gender"], told["called"], told["called_to"], told["opening"]) == (
        "female", "Līgiņ", "Līgai", "Mīļā Līgiņ!",
    )  # fmt: skip
    around = json.loads(data.read_bytes())["people"][0]
    assert set(RelativeFields.__dataclass_fields__) - {"forms", "customer"} <= set(around)


def test_under_which_numbers_files_know_them_is_told(shop, liga, tmp_path):
    with shop.change(msg("Files"), actor=BY, topics=()) as change:
        change.update(CustomerTable, liga, version=None, values={"source": "shopify", "source_key": "7"})
        change.insert(FormerKeyTable, {"customer": liga, "source": "etsy", "source_key": "anna7"})
    _, data = make_statement(shop, liga, tmp_path / "liga.pdf")
    assert json.loads(data.read_bytes())["sources"] == [
        {"source": "shopify", "number": "7"}, {"source": "etsy", "number": "anna7"},
    ]  # fmt: skip


def test_a_statement_asks_little_beside_the_orders(shop, liga):
    counting = Counting(shop)
    statement(counting, liga)
    assert counting.asked <= 23


def test_complaints_vouchers_and_messages_are_told_too(shop, liga, tmp_path):
    order = shop.sql("SELECT id FROM orders")[0][0]
    fields = ComplaintFields(
        kind="damaged", order=order, article="Mug", rating=2, subject="Broken", text="In two\nparts"
    )
    one, _ = add_complaint(shop, fields, files=[("mug.png", picture(8, 6))], actor=BY)
    add_word(shop, one, way=Way.OUT, text="We are sorry", channel="email", actor=BY)
    add_word(shop, one, way=Way.NOTE, text="check the boxes", actor=BY)
    choose(shop, one, Offer(Deed.APOLOGY), words="A new mug is on its way", actor=BY)
    written = Draft("free:1", MessageKind.FREE, Means.COPY, "", "Is all well now?", subject="Your mug", customer=liga)
    put(shop, [written], actor=BY)
    _, data = make_statement(shop, liga, tmp_path / "liga.pdf", language=Language.EN)
    paper, told = words_in(tmp_path / "liga.pdf"), json.loads(data.read_bytes())
    everything = ("Complaints and reviews", "Damaged · 2 stars · Mug · Order 1001", "Broken", "In two", "parts",
                  "We: We are sorry", "Our note: check the boxes", "Promised: A new mug is on its way",
                  "Pictures: mug.png", "Messages", "Your mug", "Is all well now?")  # fmt: skip
    assert [word for word in everything if word not in paper] == []
    [said] = told["complaints"]
    assert (said["text"], said["promised"], said["state"]) == ("In two\nparts", ["A new mug is on its way"], "answered")
    assert [word["way"] for word in said["thread"]] == ["out", "note"]
    assert said["pictures"] == [{"name": "mug.png", "media_type": "image/png", "width": 8, "height": 6}]
    assert [one["text"] for one in told["messages"]] == ["Is all well now?"]
