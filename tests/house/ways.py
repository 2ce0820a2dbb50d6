"""Every way the program has to a person: to a printer, a file of papers, a mail server, a link, the clipboard.

A function that uses one of these MOUTHS asks domain/reaching itself, or whoever calls it does; what nobody asks for is
an offence. Functions are followed by name: those of a module through imports, methods within their class.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.house.source import Module, dotted, modules

# How something leaves the program for a person's eyes. The press (run_job) is none: it asks for each paper it makes.
MOUTHS = frozenset(
    (
        "print_file", "keep_papers", "reprint_cards", "reprint_sheets", "print_statement",
        "desktop_app.render.guides.print_test_page",
        "MailServer", "smtplib", "desktop_app.post.letter.letter", "desktop_app.post.folder.as_eml", "openUrl",
        "desktop_app.post.links.link", "desktop_app.actions.opening.link",
        "clipboard().setText", "clipboard().setMimeData", "insert(MessageTable)", "insert_many(MessageTable)",
    )
)  # fmt: skip
# Who references one of these asks; make_parcel_papers goes through the press.
ASKS = frozenset(
    ("paper_hindrance", "message_hindrance", "refuse_held", "refuse_held_again", "held_cards", "make_parcel_papers")
)
PRESS = frozenset(("run_job", "PrintJob"))
# What else the wing of delivery offers: names, addresses and what went wrong, but no letter.
CARRIED = frozenset(
    (
        "Envelope", "is_wide", "new_message_id", "on_the_wire", "Lost", "NotNow", "Refused", "SetupWrong", "Unknown",
        "dialled", "takes_text", "eml_name",
    )
)  # fmt: skip
# What else the press offers: pictures for the screen, a design shown in the designer, words and keys of cards.
SHOWN = frozenset(("proof", "Proof", "ProofPress", "ItemBox", "size_of", "shown_small", "words_of", "key_of"))


@dataclass
class Function:
    """One function or method: what it references, what it is called, and in which class it stands."""

    path: str
    name: str
    owner: str
    uses: frozenset[str]  # names, attributes, and imported things in full
    node: ast.AST = field(repr=False)

    @property
    def whole(self) -> str:
        return f"{self.path}:{self.owner + '.' if self.owner else ''}{self.name}"


def unasked(root: Path, exempt: Mapping[str, str]) -> list[str]:
    """The ways to a person on which nobody asks, and exemptions that are for no way."""
    found = [one for module in modules(root) if module.floor not in ("render", "post") for one in _functions(module)]
    asking = _asking(found)
    open_ways = {one.whole: one for one in found if one.uses & MOUTHS and one.whole not in asking}
    offences: list[str] = []
    waiting = dict(open_ways)
    while waiting:
        _, way = waiting.popitem()
        if way.whole in exempt:
            continue
        callers = [one for one in found if one.whole != way.whole and _calls(one, way)]
        if not callers:
            offences.append(f"{way.whole}: reaches a person, and nobody asks whether it may")
        for one in callers:
            if one.whole not in asking and one.whole not in open_ways:
                open_ways[one.whole] = waiting[one.whole] = one
    stale = [f"{name}: is no way to a person any more" for name in exempt if name not in open_ways]
    return sorted(offences) + stale


def unasked_standings(root: Path) -> list[str]:
    """The functions that make up how somebody stands without asking the shop: `Standing()`, with nothing in it."""
    return sorted(
        {
            one.whole
            for module in modules(root)
            for one in _functions(module)
            if "desktop_app.domain.reaching.Standing" in one.uses
            and any(
                isinstance(node, ast.Call) and dotted(node.func) == "Standing" and not (node.args or node.keywords)
                for node in ast.walk(one.node)
            )
        }
    )


def unknown_tools(root: Path) -> list[str]:
    """What is taken from the press or the delivery without being known as one of their ways out, or as none."""
    known = {name.rpartition(".")[2] for name in MOUTHS} | PRESS | SHOWN | CARRIED
    return [
        f"{module.path}: {alias.name} comes from {node.module}: does it reach somebody?"
        for module in modules(root)
        if module.floor not in ("render", "post")
        for node in module.all(ast.ImportFrom)
        if (node.module or "").startswith(("desktop_app.render", "desktop_app.post"))
        for alias in node.names
        if alias.name not in known
    ]


@cache
def _functions(module: Module) -> tuple[Function, ...]:
    return tuple(_found(module))


def _found(module: Module) -> Iterator[Function]:
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in module.all(ast.ImportFrom)
        for alias in node.names
    }
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef):
            yield Function(module.path, node.name, "", _uses(module, node, imported), node)
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield Function(module.path, inner.name, node.name, _uses(module, inner, imported), inner)


def _uses(module: Module, node: ast.AST, imported: Mapping[str, str]) -> frozenset[str]:
    found: set[str] = set()
    for inner in _run(node):
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
            told, to = inner.func.attr, inner.func.value
            if isinstance(to, ast.Call) and dotted(to.func).endswith("clipboard"):
                found.add(f"clipboard().{told}")
            found.update(f"{told}({one.id})" for one in inner.args[:1] if isinstance(one, ast.Name))
        if isinstance(inner, ast.Call) and dotted(inner.func).rpartition(".")[2] in ("open_url", "_open_url"):
            found.add("openUrl")
        if isinstance(inner, ast.Name):
            whole = imported.get(inner.id, f"{module.name}.{inner.id}")
            found.update((whole, whole.rpartition(".")[2]))
        elif isinstance(inner, ast.Attribute):
            found.add(inner.attr)
            if isinstance(inner.value, ast.Name) and inner.value.id == "self":
                found.add(f"self.{inner.attr}")
            elif isinstance(inner.value, ast.Name) and inner.value.id in imported:
                found.add(f"{imported[inner.value.id]}.{inner.attr}")
    return frozenset(found)


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """All that is under a node but annotations and defaults, which reach nobody: what is done with them may."""
    yield node
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "defaults", "kw_defaults"):
            for inner in value if isinstance(value, list) else [value]:
                if isinstance(inner, ast.AST):
                    yield from _run(inner)


def _calls(one: Function, other: Function) -> bool:
    """Whether one function references another: a method of its own class, or a function by its full name."""
    if other.owner:
        return one.path == other.path and one.owner == other.owner and f"self.{other.name}" in one.uses
    return f"{other.path.removesuffix('.py').replace('/', '.')}.{other.name}" in one.uses


def _asking(found: list[Function]) -> set[str]:
    """The functions that ask, or reference one that does; what wires a window together asks for nothing by that."""
    found = [one for one in found if one.name != "__init__"]
    asking = {one.whole for one in found if one.uses & ASKS}
    by_name = {one.whole: one for one in found}
    new = set(asking)
    while new:
        asked = [by_name[name] for name in new]
        new = {one.whole for one in found if one.whole not in asking and any(_calls(one, other) for other in asked)}
        asking |= new
    return asking
