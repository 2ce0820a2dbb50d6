"""The house in figures, floor by floor, as a person reads them: how large its rooms are, and what stands unsaid.

python -m tests.house.table
"""

from __future__ import annotations

import ast
import statistics
from collections.abc import Sequence
from pathlib import Path

from tests.house.rules import USUAL_FUNCTION, no_mutual_imports, public_things, sized_functions
from tests.house.source import ROOT, Module, modules

HEAD = ("", "files", "lines", "median", "longest file", "longest function", f"over {USUAL_FUNCTION}", "said")


def table(root: Path = ROOT) -> list[Sequence[str]]:
    """A row for each floor and one for the whole; `said` is the share of public things with a docstring."""
    house = modules(root)
    floors: dict[str, list[Module]] = {}
    for module in house:
        floors.setdefault(module.floor if module.path.count("/") > 1 else "beside them", []).append(module)
    return [HEAD, *(_row(name, floors[name]) for name in sorted(floors)), _row("the house", house)]


def _row(name: str, of: Sequence[Module]) -> Sequence[str]:
    functions = [(lines, f"{m.floor}/…/{node.name}") for m in of for node, lines in sized_functions(m)]
    public = [node for m in of if ".migrations." not in m.name for node in public_things(m.tree, m)]
    said = sum(ast.get_docstring(node) is not None for node in public)
    longest = max(of, key=lambda m: m.lines)
    most, where = max(functions, default=(0, ""))
    return (
        name,
        str(len(of)),
        str(sum(m.lines for m in of)),
        f"{statistics.median(m.lines for m in of):.0f}",
        f"{longest.lines} {longest.path.rpartition('/')[2]}",
        f"{most} {where.rpartition('/')[2]}",
        str(sum(lines > USUAL_FUNCTION for lines, _ in functions)),
        f"{said / len(public):.0%}" if public else "–",
    )


def main() -> None:
    """Prints the table, and how many rings of modules import each other."""
    rows = table()
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    print(f"{len(no_mutual_imports(ROOT))} mutual imports")


if __name__ == "__main__":
    main()
