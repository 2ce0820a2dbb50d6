"""Every sentence of a failure names a way out: a clause of it says what to do, and does not only say what is wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from tests.house.source import Module, modules

DO = frozenset(
    """add ask cancel check choose close copy correct create enclose enter export find fill free give go have hide
    import install keep leave let look make mark measure move name open paste pick print promise put refresh
    remove rename restore rotate round save say scan search set shorten show start swap switch take tell tick
    try type undo unlock untick update use wait withdraw write""".split()
)
# What leaves nothing to do, or says it with what stands in for {reason}.
NOTHING_TO_DO = (
    "Stopped", "There is nothing to undo", "There is nothing to do again", "is undone already", "cannot be undone.",
    "nothing is left to", "there is nothing to take back", "its customer has died", "was stopped. Nothing was",
    "{reason}", "{what}.", "{said}", "perhaps “{near}”", "Perhaps one of these", "Did you mean", "at most {limit}",
)  # fmt: skip


def classes(house: Sequence[Module]) -> frozenset[str]:
    """AppError and all that is made of it, by name."""
    known = {"AppError"}
    made = [node for module in house for node in module.all(ast.ClassDef)]
    for _ in range(4):  # as deep as the tree of failures may grow
        known |= {one.name for one in made if known & {name(base) for base in one.bases}}
    return frozenset(known)


def name(node: ast.expr) -> str:
    """What a name or an attribute is called."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def sentences() -> Iterator[tuple[str, str]]:
    """Each text that a failure is made with, and where."""
    failures = classes(modules())
    for module in modules():
        raised = (node for node in module.all(ast.Call) if name(node.func) in failures)
        for said in (call for one in raised for call in ast.walk(one) if isinstance(call, ast.Call)):
            count = {"msg": 1, "words": 1, "nmsg": 2}.get(name(said.func), 0)
            for text in said.args[:count]:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value, f"{module.path}:{text.lineno}"


def tells_what_to_do(sentence: str) -> bool:
    """Whether a clause of it begins with what a person may do."""
    clauses = re.split(r"[.;:,?}]\s+|\b(?:or|and|then|first)\s+", re.sub(r"“[^”]*”", "x", sentence))
    return any((first := re.match(r"[A-Za-z]+", clause.strip())) and first[0].lower() in DO for clause in clauses)


def test_every_failure_says_a_way_out() -> None:
    found = [
        f"{where}: {text}"
        for text, where in sentences()
        if not tells_what_to_do(text) and not any(plain in text for plain in NOTHING_TO_DO)
    ]
    assert found == []


def test_a_sentence_that_only_says_what_is_wrong_is_found() -> None:
    assert not tells_what_to_do("There is an order {number} already.")
    assert tells_what_to_do("There is an order {number} already. Give another number.")
