"""Thursday: three complaints and a mediocre review come in, each is answered, and what went wrong is made good."""

from __future__ import annotations

import datetime as dt
import re

from tests.week.desk import Desk
from tests.week.gestures import at, bring_in, choose, go_to, tab_to
from tests.week.orders_file import Bought, write_orders
from tests.week.shop import PACKERS, Week, pdf_words

SENDER = "shop@linen-oak.example"
CUP, TOWEL, HALF, DULL = "3001", "3002", "3003", "3004"
APRON = "3011"  # ordered today by the one whose cup broke: hers is the next parcel
_CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
_MAIL = """From: Grace Hopton <grace@mail.example>
To: shop@linen-oak.example
Subject: Order #3003: half of it is missing
Date: {date}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Hello,

I ordered two towels and there is only one in the box.

Grace
"""


def thursday(week: Week) -> None:
    """The owner's day, and one parcel at the bench."""
    owner = week.owner
    owner.sees("Thursday")
    _set_up_mail(week)
    orders = write_orders(owner.home / "Downloads" / "orders-thursday.csv", _ordered(week.today))
    bring_in(owner, orders, "Import 9 orders")
    code = _broken_cup(week)
    _wrong_towel(week)
    _letter_of_grace(week)
    _dull_review(week)
    owner.sees("3 open")
    owner.sees_no("due soon")  # each has its answer
    _next_parcel(week, code)


def _ordered(today: dt.date) -> list[Bought]:
    """What was posted on Tuesday and arrives now, what came in today, and what is to leave today."""
    tuesday, before = today - dt.timedelta(2), today - dt.timedelta(9)
    return [
        Bought(CUP, "Ieva Sproģe", "ieva@pasts.example", "+371 29123401", before, "Clay cup", "18.00", posted=tuesday),
        Bought(TOWEL, "Игорь Чайкин", "igor@pochta.example", "+371 29123402", before, posted=tuesday),
        Bought(HALF, "Grace Hopton", "grace@mail.example", "+44 7700 900123", before, posted=tuesday),
        Bought(DULL, "Zane Dreimane", "zane@pasts.example", "+371 29123404", before, posted=tuesday),
        Bought(APRON, "Ieva Sproģe", "ieva@pasts.example", "+371 29123401", today, "Linen apron", "32.00"),
        Bought("3012", "Kārlis Straume", "karlis@pasts.example", "", tuesday),
        Bought("3013", "Вера Лисина", "", "+371 29123413", tuesday),
        Bought("3014", "Tomass Grīva", "", "+371 29123414", tuesday),
        Bought("3015", "Lida Grant", "", "", tuesday),
    ]


def _set_up_mail(week: Week) -> None:
    owner = week.owner
    go_to(owner, "Settings")
    owner.fill("Find a setting", "mail server")
    owner.sees_no("Contact on papers")
    owner.fill("Mail server", "127.0.0.1")
    choose(owner, "Encryption", "None: a server on this computer only")
    owner.fill("Port", str(week.postman.port))
    owner.fill("Your e-mail address", SENDER)
    owner.click("Save", "Button")
    owner.sees("Settings saved.")
    owner.click("Send a test message", "Button")
    arrives(week, 1)


def _broken_cup(week: Week) -> str:
    """The order's number, one key for what it is about, her words. Made good; the answer tells the voucher's code."""
    owner = week.owner
    _record(owner, CUP, "Ieva Sproģe", kind="2", words="Krūzei nolūza osiņa.")
    owner.click("Make it good", "Button")
    owner.sees("It goes into the parcel of order #3011.", "What is promised, in Latvian")
    owner.click("Voucher · 10%", "RadioButton")
    owner.click("Choose it", "Button")
    owner.find("lies in the parcel of order #3011", nth=1)
    owner.sees("Apology card", "Voucher")
    owner.picture("a broken cup made good")
    letter = _answer(week, "Ieva Sproģe")
    assert letter.startswith("Mīļā Ieva,"), letter
    assert "nākamajam pasūtījumam dāvinām 10 % atlaidi" in letter, letter
    return str(_CODE.findall(letter)[0])


def _wrong_towel(week: Week) -> None:
    owner = week.owner
    _record(owner, TOWEL, "Игорь Чайкин", kind="3", words="Заказывал серое полотенце, пришло белое.")
    letter = _answer(week, "Игорь Чайкин")
    assert "Игорь" in letter.splitlines()[0], letter
    owner.click("Make it good", "Button")
    owner.click("Replacement", "RadioButton")
    owner.click("Choose it", "Button")
    owner.click("Done: Replacement", "Button")
    owner.click("Solved", "Button")
    owner.sees("Already solved")


def _letter_of_grace(week: Week) -> None:
    """A letter kept from the mail program comes in by itself, at the order it names."""
    owner = week.owner
    file = owner.home / "Downloads" / "grace.eml"
    noon = dt.datetime.combine(week.today, dt.time(9, 12))
    file.write_text(_MAIL.format(date=f"{noon:%a, %d %b %Y %H:%M:%S} +0200"), encoding="utf-8")
    bring_in(owner, file, "Record it")
    owner.sees("I ordered two towels and there is only one in the box.", "#3003")
    letter = _answer(week, "Grace Hopton", language="English")
    assert letter.startswith("Dear Grace,"), letter


def _dull_review(week: Week) -> None:
    """Three stars are a warning: they count as a complaint and get an answer."""
    owner = week.owner
    _record(owner, DULL, "Zane Dreimane", kind="8", words="Nekas īpašs.", stars=3)
    letter = _answer(week, "Zane Dreimane")
    assert "Zane" in letter.splitlines()[0], letter


def _record(owner: Desk, order: str, name: str, *, kind: str, words: str, stars: int = 0) -> None:
    go_to(owner, "Complaints")
    owner.press("Ctrl+N")
    at(owner, "Which order")
    owner.scan(order)
    owner.sees(name)
    at(owner, "Came late")  # the first kind; a digit picks any
    owner.press(kind)
    at(owner, "What they say")
    owner.write(words)
    if stars:
        tab_to(owner, "Stars of a review")
        owner.press(str(stars))
    owner.press("Ctrl+S")
    owner.sees("Recorded", name)


def _answer(week: Week, name: str, *, language: str = "") -> str:
    """Sends the answer that is proposed, perhaps in another language than theirs, and gives what arrived."""
    owner, before = week.owner, len(week.ledger.letters)
    owner.click("Answer", "Button")
    owner.sees(f"Answer to {name}", "Subject")
    if language:
        was = owner.find("Your answer", "EditableText").value
        choose(owner, "Language", language)
        owner.sees_no(was.splitlines()[0])
    owner.click("Send", "Button")
    owner.sees("The answer was handed to the mail server.")
    return arrives(week, before + 1)


def arrives(week: Week, number: int) -> str:
    """The words of the letter that came last, from the shop's address, once there are so many."""
    letters = week.ledger.letters
    week.owner.until(lambda: True if len(letters) >= number else None, "a letter to arrive")
    part = letters[-1].get_body(("plain",))
    assert letters[-1]["From"].addresses[0].addr_spec == SENDER
    assert part is not None
    week.note("arrived", f"{letters[-1]['To']}: {letters[-1]['Subject']}")
    return str(part.get_content())


def _next_parcel(week: Week, code: str) -> None:
    """The next parcel of the one whose cup broke: the bench says what lies on top, and one PDF holds it all."""
    apron = next(one for one in _ordered(week.today) if one.number == APRON)
    week.papers()
    with week.at_bench(PACKERS[0]) as bench:
        bench.sees("Jāiesaiņo")
        bench.scan(APRON)
        bench.sees("Uzlikt virsū: Atvainošanās kartīte, Dāvanu kupons", "Īpaša rūpība")
        bench.picture("what lies on top")
        bench.scan(apron.code)
        bench.sees("pārbaudīts")
        bench.press("Enter")
        bench.sees("Noskenējiet izsekošanas numuru")
        bench.press("Enter")
        bench.sees("Jāiesaiņo")
    papers = week.papers()
    assert len(papers) == 1
    words = pdf_words(papers[0])
    for said in ("Piedodiet mums", "atnāca bojāts", "10 %", code, "Iesaiņoja Anna", "Brīvības iela 10-5"):
        assert said in words, words
    week.note(PACKERS[0], f"packed #{APRON}: apology card and voucher in its one PDF, {papers[0].name}")
