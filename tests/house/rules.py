"""The rules one by one: each takes the checkout's folder and returns its offences, one line each."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.house.source import PACKAGE, Module, dotted, imports, modules

Rule = Callable[[Path], list[str]]

DRAWERS = {
    "util",
    "utils",
    "helper",
    "helpers",
    "misc",
    "common",
    "manager",
    "managers",
    "tools",
    "stuff",
    "base_utils",
}
LONGEST_FILE, LONGEST_FUNCTION, USUAL_FILE, USUAL_FUNCTION = 400, 60, 90, 40


def no_drawers(root: Path) -> list[str]:
    """A file or folder is named for what it holds."""
    return [f"{m.path}: a drawer" for m in modules(root) if DRAWERS & set(m.name.split(".")[1:])]


def no_star_imports(root: Path) -> list[str]:
    """Every name says where it comes from."""
    return [m.at(node, "star import") for m in modules(root) for node, name in imports(m) if name.endswith(".*")]


def forbidden_calls(root: Path) -> list[str]:
    """Nobody reaches for a global application, pumps events or sleeps."""
    bad = re.compile(
        r"(Q(Core|Gui)?Application\.instance|(^|\.)processEvents|(^|\.)time\.sleep|^sleep|\.qWait|\.msleep)$"
    )
    return [
        m.at(node, dotted(node.func))
        for m in modules(root)
        for node in m.all(ast.Call)
        if bad.search(dotted(node.func))
    ]


def one_sqlite(root: Path) -> list[str]:
    """A second SQLite library in the process drops the first one's locks on the shop's file."""
    return [
        m.at(node, name)
        for m in modules(root)
        for node, name in imports(m)
        if re.match(r"(sqlite3|pysqlite\w*)(\.|$)|PySide6\.QtSql", name)
    ]


def file_dialogs_unopened(root: Path) -> list[str]:
    """Qt's own dialogs open every file they list to guess what it is, and drop the locks of the shop's."""
    bad = re.compile(r"^(QFileDialog(\.get\w+)?|QFileSystemModel|QMimeDatabase)$")
    return [
        m.at(node, dotted(node.func))
        for m in modules(root)
        if not m.name.endswith(".ui.widgets.unopened")
        for node in m.all(ast.Call)
        if bad.search(dotted(node.func))
    ]


def third_parties_on_their_floor(root: Path) -> list[str]:
    """peewee, Qt and reportlab each have their floors; said also where no contract names a file."""
    homes = {
        "peewee": {"store", "queries"},
        "playhouse": {"store", "queries"},
        "apsw": {"store"},
        "psycopg": {"store"},
        "PySide6": {"ui", "app"},
        "shiboken6": {"ui", "app"},
        **{name: {"render"} for name in ("reportlab", "segno", "uharfbuzz", "fontTools")},
    }
    return [
        m.at(node, f"{name.split('.')[0]} belongs to {', '.join(sorted(homes[name.split('.')[0]]))}")
        for m in modules(root)
        for node, name in imports(m)
        if m.floor not in homes.get(name.split(".")[0], {m.floor})
    ]


def modules_documented(root: Path) -> list[str]:
    """A module opens with what it is for."""
    return [f"{m.path}:1: no docstring" for m in modules(root) if m.text.strip() and not ast.get_docstring(m.tree)]


def public_things_documented(root: Path) -> list[str]:
    """Every public class, function and method of our own says in a sentence what it is."""
    return [
        m.at(node, f"{node.name} has no docstring")
        for m in modules(root)
        if ".migrations." not in m.name
        for node in public_things(m.tree, m)
        if not ast.get_docstring(node)
    ]


# What a library calls by its own name is said by the library: peewee's fields, logging's handlers, Qt's items.
_HOOKS = {"db_value", "python_value", "Meta", "ddl", "emit"} | {
    *("data", "flags", "index", "parent", "paint", "event", "sort", "count", "invalidate", "validate", "fixup"),
}


def public_things(
    parent: ast.Module | ast.ClassDef, module: Module
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """What is public in a module and is said by no library, each to say what it is."""
    for node in parent.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        of_a_class = isinstance(parent, ast.ClassDef)
        hook = of_a_class and (
            node.name in _HOOKS or (isinstance(node, ast.FunctionDef) and node.name.lower() != node.name)
        )
        overload = any(dotted(d).endswith(("overload", "override", ".setter")) for d in node.decorator_list)
        if not hook and not overload:
            yield node
        if isinstance(node, ast.ClassDef):
            yield from public_things(node, module)


def small_rooms(root: Path) -> list[str]:
    """No file over 400 lines, no function over 60; half of the files under 90, one function in twenty over 40."""
    house = modules(root)
    offences = [f"{m.path}: {m.lines} lines" for m in house if m.lines > LONGEST_FILE]
    functions = [(m, node, n) for m in house for node, n in sized_functions(m)]
    offences += [m.at(node, f"{node.name}: {n} lines") for m, node, n in functions if n > LONGEST_FUNCTION]
    long = [m.at(node, f"{node.name}: {n} lines") for m, node, n in functions if n > USUAL_FUNCTION]
    if len(long) * 20 > len(functions):
        offences += [f"{len(long)} of {len(functions)} functions are over {USUAL_FUNCTION} lines:", *long]
    if house and statistics.median(m.lines for m in house) > USUAL_FILE:
        offences.append(f"half of the files are over {USUAL_FILE} lines")
    return offences


def sized_functions(module: Module) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Each function of a module with its lines, but of migrations: a ledger says a whole schema once and for ever."""
    for node in (*module.all(ast.FunctionDef), *module.all(ast.AsyncFunctionDef)):
        if ".migrations." not in module.name:
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1


def no_mutual_imports(root: Path) -> list[str]:
    """No module imports, by whatever way round, one that imports it."""
    names = {m.name for m in modules(root)}
    graph = {
        m.name: {_module_of(name, names) for _, name in imports(m, at_run=True)} - {m.name, ""} for m in modules(root)
    }
    return [f"{' → '.join(ring)} → {ring[0]}" for ring in _rings(graph)]


def _module_of(name: str, names: set[str]) -> str:
    while name and name not in names:
        name = name.rpartition(".")[0]
    return name


def _rings(graph: dict[str, set[str]]) -> Iterator[list[str]]:
    """One way round for each group of modules that reach each other."""
    reach = {start: _reachable(graph, start) for start in graph}
    told: set[str] = set()
    for start in sorted(graph):
        group = {other for other in reach[start] if start in reach.get(other, ())}
        if start in group and start not in told:
            told |= group
            yield sorted(group)


def _reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    todo = list(graph[start])
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(graph.get(name, ()))
    return seen


def settings_used(root: Path) -> list[str]:
    """A setting that nothing reads is a promise to the owner that is not kept."""
    declared: dict[str, Module] = {}
    used: set[str] = set()
    for m in modules(root):
        if m.name.startswith(f"{PACKAGE}.domain.") and m.name.endswith("settings"):
            for node in m.tree.body:
                if (
                    isinstance(node, ast.Assign)
                    and isinstance(node.value, ast.Call)
                    and dotted(node.value.func) == "Setting"
                ):
                    declared.update({dotted(target): m for target in node.targets})
        else:
            used |= {n.id for n in m.all(ast.Name)}
            used |= {n.attr for n in m.all(ast.Attribute)}
    return [f"{m.path}: {name} is read nowhere" for name, m in declared.items() if name not in used]


_WRITERS = re.compile(
    r"(\.write_text|\.write_bytes|(?<!^change)\.touch|shutil\.(copy|copy2|copyfile|copytree|move)|os\.(replace|rename|link|symlink)|\.copy2"
    r"|NamedTemporaryFile|TemporaryFile|mkstemp|os\.open|QFile|QSaveFile|ZipFile)$"
)
_WRITING_ROOMS = {
    f"{PACKAGE}.store.durable",
    f"{PACKAGE}.store.unfinished",  # the file durable_write writes, beside its place
    f"{PACKAGE}.store.archive",  # into the file durable_write has opened
    # the shop's own file, which SQLite writes: made, copied and changed over beside its place
    f"{PACKAGE}.store.file",
    f"{PACKAGE}.store.snapshot_file",
    f"{PACKAGE}.store.restore",
    f"{PACKAGE}.store.changeover",
    f"{PACKAGE}.store.lock",  # the lock's file, which stays empty
    f"{PACKAGE}.actions.template_pack",  # into the file durable_write has opened, or into memory
    f"{PACKAGE}.render.spool",  # nameless, gone when the run is over
}


def one_file_writer(root: Path) -> list[str]:
    """`durable_write` is the only one that writes a file: whole or not at all, and readable by its owner only."""
    return [
        m.at(node, f"{dotted(node.func)} writes a file")
        for m in modules(root)
        if m.name not in _WRITING_ROOMS
        for node in m.all(ast.Call)
        if _writes(node)
    ]


def _writes(call: ast.Call) -> bool:
    name = dotted(call.func)
    if name == "os.open":
        words = " ".join(ast.unparse(a) for a in call.args)
        return "devnull" not in words and bool(re.search(r"O_(WRONLY|RDWR|CREAT|APPEND)", words))
    mode = _open_mode(call, name)
    if mode is not None:
        return bool(set(mode) & set("wax+"))
    return bool(_WRITERS.search(name))


def _open_mode(call: ast.Call, name: str) -> str | None:
    """The mode a file is opened with; None when this is no opening of a file."""
    if name not in ("open", "io.open", "os.fdopen") and not name.endswith((".open", "ZipFile")):
        return None
    place = 1 if name in ("open", "io.open", "os.fdopen") or name.endswith("ZipFile") else 0
    values = [k.value for k in call.keywords if k.arg == "mode"] or call.args[place : place + 1]
    if not values:
        return "r"
    return str(values[0].value) if isinstance(values[0], ast.Constant) else None


_COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\(|\bhsla?\(")
_QT_COLOUR = re.compile(
    r"Qt\.(GlobalColor\.)?(dark|light)?(black|white|red|green|blue|cyan|magenta|yellow|gr[ae]y)$", re.I
)


def colours_by_name(root: Path) -> list[str]:
    """A colour of the window has its value in the theme and a meaning everywhere else."""
    offences = []
    for m in modules(root):
        if m.floor not in ("ui", "cli", "app") or m.name.startswith(f"{PACKAGE}.ui.theme"):
            continue
        for text in m.all(ast.Constant):
            if isinstance(text.value, str) and _COLOUR.search(text.value):
                offences.append(m.at(text, f"a colour: {text.value[:40]!r}"))
        offences += [m.at(node, dotted(node)) for node in m.all(ast.Attribute) if _QT_COLOUR.search(dotted(node))]
        for call in m.all(ast.Call):
            if dotted(call.func).endswith("QColor") and _constant(call.args):
                offences.append(m.at(call, "a colour made of numbers or a name"))
    return offences


def _constant(args: list[ast.expr]) -> bool:
    return bool(args) and all(isinstance(a, ast.Constant) for a in args)


_NO_STATE = {"peewee"}  # imported in a way of its own (store/drivers)


def no_module_state(root: Path) -> list[str]:
    """A module holds constants and definitions; what changes belongs to an object somebody owns."""
    offences = []
    for m in modules(root):
        offences += [m.at(node, "global") for node in m.all(ast.Global)]
        for node in m.tree.body:
            for name in _assigned(node):
                if name.strip("_")[:1].islower() and not name.startswith("__") and name not in _NO_STATE:
                    offences.append(m.at(node, f"{name}: no state in a module, and constants are in capitals"))
    return offences


def _assigned(node: ast.stmt) -> list[str]:
    """The names a statement gives a value, but for loggers."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or "getLogger" in ast.unparse(node):
        return []
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)]


RULES: tuple[Rule, ...] = (
    no_drawers,
    no_star_imports,
    forbidden_calls,
    one_sqlite,
    file_dialogs_unopened,
    third_parties_on_their_floor,
    modules_documented,
    public_things_documented,
    small_rooms,
    no_mutual_imports,
    settings_used,
    one_file_writer,
    colours_by_name,
    no_module_state,
)
