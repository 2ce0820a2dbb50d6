"""The starter designs: at least two of each kind, every wording in three languages with the marks of its language."""

from __future__ import annotations

import re

import pytest

from desktop_app.documents.templates import load_template, template_names
from desktop_app.domain.cards import Condition, Fact, Format, OrnamentItem, QrItem, Template, TextItem
from desktop_app.domain.paper_settings import DESIGNS as DEFAULTS
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language

KINDS = [kind for kind in Kind if kind is not Kind.PARCEL]
ORDERED = (Kind.THANK_YOU, Kind.PACKING_INSERT)
DESIGNS = [load_template(kind, name) for kind in KINDS for name in template_names(kind)]
IDS = [f"{design.kind.value}-{design.name}" for design in DESIGNS]
every_design = pytest.mark.parametrize("design", DESIGNS, ids=IDS)
every_order_design = pytest.mark.parametrize("design", [one for one in DESIGNS if one.kind in ORDERED])


def wordings(design: Template, language: Language) -> list[str]:
    """Every wording of a design in one language."""
    return [variant.text for by_language in design.texts.values() for variant in by_language[language]]


def test_there_are_designs_of_each_kind_and_the_default_is_one_of_them() -> None:
    assert template_names(Kind.THANK_YOU) == template_names(Kind.PACKING_INSERT) == ["sprig", "stars", "wave"]
    assert set(DEFAULTS) == set(KINDS)
    for kind in KINDS:
        assert len(template_names(kind)) >= 2
        assert DEFAULTS[kind].default in template_names(kind)


def test_the_designs_of_a_kind_differ_in_feeling() -> None:
    """A title says what is drawn, then the tone: warm, plain or playful."""
    for kind in KINDS:
        tones = {one.title[Language.EN].split(", ")[-1].lower() for one in DESIGNS if one.kind is kind}
        assert len(tones) >= 2, kind
        assert tones <= {"warm", "plain", "playful"}


@every_design
def test_a_small_card_says_no_more_than_others_and_has_a_way_to_a_person(design: Template) -> None:
    for text in (design.texts[key] for key in ("letter", "contact") if key in design.texts):
        for language in Language:
            small = [one.text for one in text[language] if Condition(Fact.SMALL) in one.when]
            others = [one.text for one in text[language] if Condition(Fact.SMALL) not in one.when]
            assert not small or max(map(len, small)) <= max(map(len, others))
            assert all("{shop.contact}" in one for one in small) or text is not design.texts.get("contact")


@every_design
def test_margins_leave_air_and_the_code_is_large_enough_to_read(design: Template) -> None:
    assert design.margin[Format.MEDIUM] >= 8
    assert design.margin[Format.LARGE] >= 8
    codes = [item for item in design.items if isinstance(item, QrItem)]
    assert len(codes) == (0 if design.kind in (Kind.MISSION, Kind.CONTACTS) else 1)
    for code in codes:
        assert code.box.width is not None
        assert min(code.box.width[Format.MEDIUM], code.box.width[Format.LARGE]) >= 20


@every_design
def test_one_ornament_a_side_and_two_faces_beside_the_shops_own(design: Template) -> None:
    for side in design.sides:
        ornaments = [item for item in design.items if isinstance(item, OrnamentItem) and item.side is side]
        assert len(ornaments) == 1 or design.name == "plain"
    used = {item.style for item in design.items if isinstance(item, TextItem)}
    families = {design.styles[name].face.value.split("-")[0] for name in used}
    assert len(families - {"formal"}) <= 3


@every_order_design
def test_every_design_reads_a_greeting_or_an_order_a_packer_and_a_way_to_a_person(design: Template) -> None:
    for language in Language:
        said = " ".join(wordings(design, language))
        assert "{customer.greeting}" in said if design.kind is Kind.THANK_YOU else "{order.number}" in said
        assert "{packer}" in said
        assert "{shop.contact}" in said


@every_design
def test_texts_are_written_with_the_marks_of_their_language(design: Template) -> None:
    for text in wordings(design, Language.RU):
        assert not re.search(r"[a-zA-Z“”\"]", re.sub(r"\{[^}]*\}|QR", "", text)), text
        assert " —" not in text, "a dash never begins a line"
        assert not re.search(r"(?<!\w)[вксуо] ", text, re.IGNORECASE), f"a preposition is left at a line's end: {text}"
    for text in wordings(design, Language.LV):
        assert not re.search(r"[—“\"«»]", text), text
        assert " –" not in text, "a dash never begins a line"
    for text in wordings(design, Language.EN):
        assert not re.search(r"['\"—]", text), text


@every_order_design
def test_a_letter_has_a_wording_for_first_for_regular_and_for_other_orders(design: Template) -> None:
    key = "letter" if design.kind is Kind.THANK_YOU else "note"
    for language in Language:
        variants = design.texts[key][language]
        asked = {condition.fact.value for variant in variants for condition in variant.when}
        assert "first" in asked
        assert not variants[-1].when, "the last wording holds for everybody"
        assert len({variant.text for variant in variants}) == len(variants)
