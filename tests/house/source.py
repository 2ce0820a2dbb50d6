"""The program's source as the rules see it: every module with its text, its tree and what it imports."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar, cast

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "desktop_app"
_Node = TypeVar("_Node", bound=ast.AST)


@dataclass(frozen=True)
class Module:
    """One file: its path from the checkout, its dotted name, its lines and its syntax tree."""

    path: str
    name: str
    text: str
    tree: ast.Module

    @property
    def floor(self) -> str:
        """The folder under desktop_app it stands in; the file's own name for those beside the floors."""
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def lines(self) -> int:
        return self.text.count("\n") + 1 if self.text else 0

    @cached_property
    def _kinds(self) -> dict[type[ast.AST], list[ast.AST]]:
        kinds: dict[type[ast.AST], list[ast.AST]] = defaultdict(list)
        for node in ast.walk(self.tree):
            kinds[type(node)].append(node)
        return kinds

    def all(self, kind: type[_Node]) -> Sequence[_Node]:
        """Every node of a kind in its tree, which is walked once for all rules."""
        return cast("Sequence[_Node]", self._kinds.get(kind, ()))

    def at(self, node: ast.AST, what: str) -> str:
        """An offence as a compiler prints it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {what}"


def modules(root: Path = ROOT) -> tuple[Module, ...]:
    """All modules of the package under `root`; those of the house are read once."""
    return _house() if root == ROOT else tuple(_read(root))


@cache
def _house() -> tuple[Module, ...]:
    return tuple(_read(ROOT))


def _read(root: Path) -> Iterator[Module]:
    for file in sorted((root / PACKAGE).rglob("*.py")):
        path = file.relative_to(root)
        parts = path.with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = file.read_text(encoding="utf-8")
        yield Module(path.as_posix(), name, text, ast.parse(text, filename=str(path)))


def dotted(node: ast.AST) -> str:
    """`a.b.c` of a name or an attribute; what is not a plain name is a `?`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "?"


def imports(module: Module, *, at_run: bool = False) -> Iterator[tuple[ast.AST, str]]:
    """Each imported name with its module in front (`from a import b`: `a.b`); `at_run`: none for types only."""
    skipped: set[ast.AST] = set()
    if at_run:
        for node in module.all(ast.If):
            if dotted(node.test).endswith("TYPE_CHECKING"):
                skipped.update(inner for child in node.body for inner in ast.walk(child))
    for node in module.all(ast.Import):
        for alias in node.names if node not in skipped else ():
            yield node, alias.name
    for part in module.all(ast.ImportFrom):
        for alias in part.names if part not in skipped else ():
            yield part, f"{part.module or ''}.{alias.name}"
