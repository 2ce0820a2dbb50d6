"""Tuesday: a card of the shop's own is designed; two packers pack the first sixty parcels, none of them twice."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

from desktop_app.i18n import Language, Words
from tests.week.desk import Desk
from tests.week.exports import ARTICLES, buyers
from tests.week.gestures import at, go_to
from tests.week.shop import PACKERS, Week, pdf_words
from tests.week.sight import Sight

WORDING = {"English": "So glad you came!", "Русский": "Рады, что вы с нами!", "Latviešu": "Prieks, ka atnācāt!"}
_SPOKEN = dict(zip(PACKERS, (Words(Language.LV), Words(Language.RU)), strict=True))
_PARCELS = 60


def tuesday(week: Week) -> None:
    """The owner's half an hour at the card, then the packers' day."""
    _design_the_card(week)
    anna, boris = PACKERS
    if week.alone:  # one after the other at the owner's desk
        with week.at_bench(anna) as desk:
            _begin(desk, anna, printer=True)
            packed = {anna: _pack(desk, anna, most=_PARCELS // 2)}
        with week.at_bench(boris) as desk:
            _begin(desk, boris, printer=False)
            packed[boris] = _pack(desk, boris)
    else:
        packed = _at_two_benches(week)
    _nothing_twice(week, packed)
    _look_at_papers(week, packed)
    owner = week.owner
    go_to(owner, "Today")
    owner.sees_no("not printed yet")
    owner.picture("all packed")


def _design_the_card(week: Week) -> None:
    """Other words in three languages on a design that is there; from now on it is the shop's own, and in use."""
    owner = week.owner
    go_to(owner, "Paper")
    owner.click("Change “Sprig, warm”")
    owner.click("Text: Thank you!", "Cell")
    owner.click("Words (English)", "EditableText")
    for number, (language, text) in enumerate(WORDING.items()):
        owner.press("Tab" if number else "Ctrl+A")
        at(owner, f"Words ({language})")
        owner.write(text)
    owner.sees(*WORDING.values())
    owner.picture("designer")
    owner.click("Save", "Button")
    owner.fill("Name of the design", "Our own")
    owner.click("Save", "Button", within="Keep this design")
    owner.sees("“Our own” is saved.")
    owner.press("Esc")
    owner.sees_no("Design a card")
    owner.click("Our own, use this design", "CheckBox")
    owner.sees("Our own, in use")
    owner.picture("our own card")
    week.note("owner", "wrote the thank-you card's words in three languages, and uses it")


def _at_two_benches(week: Week) -> dict[str, list[str]]:
    anna, boris = PACKERS
    with week.at_bench(anna) as one, week.at_bench(boris) as other:
        _begin(one, anna, printer=True)
        _begin(other, boris, printer=True)
        _refused_what_another_packs(week, one, other)
        with ThreadPoolExecutor(2) as hands:
            shifts = {anna: hands.submit(_pack, one, anna), boris: hands.submit(_pack, other, boris)}
            return {packer: shift.result() for packer, shift in shifts.items()}


def _refused_what_another_packs(week: Week, one: Desk, other: Desk) -> None:
    """What lies open at a bench is not opened at another: it says who has it."""
    anna, boris = PACKERS
    one.press("Enter")
    parcel = one.sees(_SPOKEN[anna]("Print and done"))
    other.scan(_number(parcel).lstrip("#"))
    other.sees(_SPOKEN[boris]("Not opened"), anna)
    other.picture("another packs it")
    other.press("Esc")
    one.press("Esc")
    one.sees(_SPOKEN[anna]("Take the next order"))
    week.note(boris, f"was not given {_number(parcel)}, which lay on {anna}'s bench")


def _begin(desk: Desk, packer: str, *, printer: bool) -> None:
    """The mission is read; the desk learns which printer is its own."""
    words = _SPOKEN[packer]
    desk.sees(words("Our mission"))
    desk.press("Enter")
    desk.sees(words("Take the next order"))
    if printer:
        desk.press("F4")
        desk.sees("1 Office")
        desk.scan("1")
    desk.sees(words("Take the next order"), words("{printer} · ready", printer="Office"))


def _pack(desk: Desk, packer: str, *, most: int = _PARCELS) -> list[str]:
    """Packs parcel after parcel until none is left, or so many are; returns their numbers."""
    words, packed = _SPOKEN[packer], list[str]()
    while len(packed) < most:
        desk.press("Enter")
        open_now = desk.until(
            lambda: _reads(desk, words("Print and done"), words("Nothing is left to pack.")), "the next parcel"
        )
        if words("Print and done") not in open_now.read():
            break
        packed.append(_number(open_now))
        if len(packed) == 2:
            desk.picture("a parcel")
        articles = _articles(open_now)
        for article in articles:
            desk.scan(article)
        _see_checked(desk, words("checked"), len(articles))
        desk.press("Enter")
        desk.sees(words("Go on without it"))
        desk.press("Enter")
        desk.sees(words("Take the next order"))
    return packed


def _see_checked(desk: Desk, checked: str, count: int) -> None:
    desk.until(lambda: desk.look().read().count(checked) == count or None, "all articles to be checked")


def _reads(desk: Desk, *either: str) -> Sight | None:
    sight = desk.look()
    return sight if any(text in sight.read() for text in either) else None


def _number(parcel: Sight) -> str:
    """The order's number as it stands large at the top."""
    return next(part.name for part in parcel if part.role == "StaticText")


def _articles(parcel: Sight) -> list[str]:
    """The codes of what belongs into the parcel."""
    codes = "|".join(sku for _, sku, _ in ARTICLES)
    return [found[1] for part in parcel if part.role == "Border" and (found := re.search(rf", ({codes}),", part.name))]


def _nothing_twice(week: Week, packed: dict[str, list[str]]) -> None:
    numbers = [number for one in packed.values() for number in one]
    assert len(numbers) == len(set(numbers)) == _PARCELS, sorted(numbers)
    for packer, theirs in packed.items():
        assert theirs, packer
        week.note(packer, f"packed {len(theirs)} parcels, {theirs[0]} first")


def _look_at_papers(week: Week, packed: dict[str, list[str]]) -> None:
    """One PDF a parcel, in the customer's language, signed by who packed it."""
    papers = [pdf_words(file) for file in week.papers(least=_PARCELS)]
    assert len(papers) == _PARCELS
    for paper in papers:
        assert WORDING[_language_of(paper)] in paper, paper
        assert sum(text in paper for text in WORDING.values()) == 1, paper
    for packer, theirs in packed.items():
        signed = [paper for paper in papers if re.search(f"(you by|Iesaiņoja|С заботой о вас,) {packer}", paper)]
        assert len(signed) == len(theirs), (packer, len(signed))
    said = {language: sum(text in paper for paper in papers) for language, text in WORDING.items()}
    assert all(said.values()), said
    week.note("printer", f"was given {len(papers)} papers: {', '.join(f'{n} in {one}' for one, n in said.items())}")


def _language_of(paper: str) -> str:
    """The language of the customer whose name stands on a paper: that of the name's letters, else of the address."""
    if any(one.name in paper for one in buyers() if re.match("[А-Я]", one.name)):
        return "Русский"
    return "Latviešu" if "LV-" in paper else "English"
