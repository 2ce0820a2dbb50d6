"""Run by hand: `python -m tests.actions.export_proof` writes every list of a sample shop and has LibreOffice read it.

Each cell LibreOffice shows is held against what was written, and each workbook it makes of a file is looked through
for formulas. Needs `soffice`; prints one line a file and ends with 1 where anything differs.
"""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from desktop_app.actions.customers import add_customer
from desktop_app.actions.demo import fill_sample
from desktop_app.actions.exporting import export_list, export_order_lines, export_plain
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.listing import ListKind
from desktop_app.domain.written import PlainKind
from desktop_app.i18n import Language, Words
from desktop_app.queries import Shop
from desktop_app.queries.lists import LISTS
from desktop_app.queries.orders import order_ids
from desktop_app.store.connect import open_shop

HOSTILE = ('=HYPERLINK("x")', "+371 2", "-1+1", "@SUM(A1)", "\tTab", "'=1", "Ķēniņa Šņukuļa", "Ёлка Щукина", "00123")


def main() -> int:
    """Writes, converts and compares; returns the exit code."""
    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice is not here: install libreoffice-calc.")
        return 1
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = _written(folder)
        for suffix in (".csv", ".xlsx"):
            _convert(program, folder, [file for file in files if file.suffix == suffix])
        differing = sum(_differs(folder, file) for file in files)
    print(f"{len(files)} files, {differing} differing")
    return 1 if differing else 0


def _written(folder: Path) -> list[Path]:
    shop = open_shop(folder / "shop.cordial")
    try:
        fill_sample(shop, customers=60, orders=120, seed=7, actor="proof")
        for text in HOSTILE:
            add_customer(shop, CustomerFields(given=text, note=f"{text}\n{text}"), actor="proof")
        return [file for language in Language for file in _in_language(shop, folder, Words(language))]
    finally:
        shop.close()


def _in_language(shop: Shop, folder: Path, words: Words) -> list[Path]:
    found = []
    for suffix in ("csv", "xlsx"):
        for kind in ListKind:
            file = folder / f"{kind}-{words.language}.{suffix}"
            export_list(shop, kind, LISTS[kind].ids(shop), (), to=file, words=words)
            found.append(file)
        for plain in PlainKind:
            file = folder / f"{plain}-{words.language}.{suffix}"
            export_plain(shop, plain, (), to=file, words=words)
            found.append(file)
        file = folder / f"lines-{words.language}.{suffix}"
        export_order_lines(shop, order_ids(shop), (), to=file, words=words)
        found.append(file)
    return found


def _convert(program: str, folder: Path, files: list[Path]) -> None:
    """Has LibreOffice open the files and write each as it shows it (CSV) and as it holds it (a workbook)."""
    reads = ["--infilter=CSV:44,34,76,1,,1033"] if files[0].suffix == ".csv" else []
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for form in ("csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false", "xlsx"):
        command = [program, "--headless", profile, *reads, "--convert-to", form]
        subprocess.run([*command, "--outdir", str(_out(folder, files[0])), *files], check=True, capture_output=True)


def _out(folder: Path, file: Path) -> Path:
    return folder / f"of{file.suffix}"


def _differs(folder: Path, file: Path) -> bool:
    """Whether LibreOffice shows anything otherwise than it was written, or holds a formula."""
    shown = _table(_out(folder, file) / f"{file.stem}.csv")
    meant = _table(file.with_suffix(".csv"))
    if file.suffix == ".xlsx":
        meant = _without_currencies(meant)
        meant = [[cell[1:] if re.match("'[=+@-]", cell) else cell for cell in row] for row in meant]
    formulas = _formulas(_out(folder, file) / f"{file.stem}.xlsx")
    lost = _words(meant) - _words(shown)
    if file.name.startswith("customers"):  # as a spreadsheet shows them: 00123 stays whole in a workbook only
        lost |= {row[1] for row in meant} - {row[1] for row in shown} - ({"00123"} if file.suffix == ".csv" else set())
    print(f"{file.name}: {len(shown)} of {len(meant)} rows, {formulas} formulas, lost {len(lost)} {sorted(lost)[:3]}")
    return bool(formulas or lost or len(shown) != len(meant))


def _without_currencies(rows: list[list[str]]) -> list[list[str]]:
    """The rows without the columns that name currencies: in a workbook these are the form of the number."""
    named = {f"{title}, {Words(language)('currency')}" for language in Language for title in rows[0]}
    kept = [place for place, title in enumerate(rows[0]) if title not in named]
    return [[row[place] for place in kept] for row in rows]


def _table(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text))


def _words(rows: list[list[str]]) -> set[str]:
    """All words with letters in them; numbers and days are shown as each spreadsheet likes."""
    return {word for row in rows for cell in row for word in re.findall(r"[^\W\d_]{2,}", cell)}


def _formulas(file: Path) -> int:
    with zipfile.ZipFile(file) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    return sum(len(re.findall(r"<f[ >]", sheet)) for sheet in sheets)


if __name__ == "__main__":
    sys.exit(main())
