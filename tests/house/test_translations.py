"""The catalogues: every text of the program stands in Russian and Latvian, whole, with its own placeholders."""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.house.source import modules

ROOT = Path(__file__).resolve().parents[2]
I18N = runpy.run_path(str(ROOT / "packaging" / "i18n"))
LANGUAGES = I18N["LANGUAGES"]
extracted = cache(I18N["extracted"])
PLACEHOLDER = re.compile(r"\{\w*\}")


@cache
def catalogue(language: str) -> Catalog:
    """A language's catalogue as it lies in the project."""
    with I18N["catalogue_file"](language).open("rb") as file:
        return read_po(file, locale=language)


def texts(entry: str | tuple[str, ...] | list[str]) -> list[str]:
    """A text, or all its forms."""
    return [entry] if isinstance(entry, str) else list(entry)


def messages(language: str) -> Iterator[Message]:
    """The entries of a catalogue, its header left out."""
    return (message for message in catalogue(language) if message.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_program_is_translated(language: str) -> None:
    merged = I18N["merged"](language, extracted())
    assert I18N["untranslated"](merged) == [], "run .venv/bin/python packaging/i18n, then translate what it lists"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_kept_for_a_text_that_is_gone(language: str) -> None:
    known = {texts(message.id)[0] for message in extracted() if message.id}
    assert [texts(message.id)[0] for message in messages(language) if texts(message.id)[0] not in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in messages(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_names_the_values_of_its_text(language: str) -> None:
    wrong = []
    for message in messages(language):
        allowed = set(PLACEHOLDER.findall(texts(message.id)[-1]))
        wrong += [form for form in texts(message.string) if form and set(PLACEHOLDER.findall(form)) != allowed]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_texts_have_the_three_forms_of_the_language(language: str) -> None:
    path = I18N["catalogue_file"](language)
    assert f'"Plural-Forms: {I18N["PLURALS"][language]}\\n"' in path.read_text("utf-8")
    assert [m.id for m in messages(language) if not isinstance(m.id, str) and len(texts(m.string)) != 3] == []


def test_latvian_is_not_written_in_russian_letters() -> None:
    """A text filled in for one language has more than once come into the other's catalogue too."""
    russian = re.compile("[А-Яа-яЁё]")
    assert [form for m in messages("lv") for form in texts(m.string) if russian.search(form)] == []


@pytest.mark.parametrize(("language", "foreign"), [("ru", '“”„"'), ("lv", '“«»"')])
def test_quotation_marks_are_those_of_the_language(language: str, foreign: str) -> None:
    marked = re.compile(f"[{foreign}]")
    command = re.compile(r'pip install "')
    wrong = [
        form for m in messages(language) for form in texts(m.string) if marked.search(form) and not command.search(form)
    ]
    assert wrong == []


def joined_texts(calls: Iterable[ast.AST]) -> list[int]:
    """The lines where a text for people is put together instead of filled in: its parts would never be translated."""
    lines = []
    for node in calls:
        if isinstance(node, ast.Call) and (count := I18N["_speaks"](node.func)):
            lines += [node.lineno for arg in node.args[:count] if isinstance(arg, ast.JoinedStr | ast.BinOp)]
    return lines


def test_texts_are_filled_in_and_never_put_together() -> None:
    found = {f"{module.path}:{line}" for module in modules() for line in joined_texts(module.all(ast.Call))}
    assert found == set()


def test_a_text_put_together_would_be_found() -> None:
    planted = 'words(f"{n} cards")\nmsg("a" + b)\ndesk.words.n(f"{n}", "x", n)'
    assert joined_texts(ast.walk(ast.parse(planted))) == [1, 2, 3]
    assert joined_texts(ast.walk(ast.parse('words("{n} cards", n=f"{n}")'))) == []
