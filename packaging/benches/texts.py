"""packaging/bench texts: thousands of made-up texts through every design; what is found again, and what was opened."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desktop_app.documents.stocks import load_stock
from tests.render.any_text import NASTY, Found, any_texts, check, designs, records
from tests.render.sheets import parcel, run

_BATCH = 250  # records in one file
_MARK = "/before-the-texts"  # looked for, and not there: where in the log of strace the texts begin
# What takes every face and every dictionary there is.
_PLAIN = ("Anna Ozoliņa", "Ёлкин, ﬁ", "אבי כהן", "李小龍", "عمر", "a\u0301", "extraordinarily handcrafted " * 9)
_OPENED = re.compile(r'(?:openat|open|creat|execve|unlink\w*|rename\w*|mkdir\w*)\((?:\w+, )?"([^"]+)".*')


def through_designs(count: int) -> bool:
    """Prints so many texts in every design and looks for them; tells whether all is well."""
    texts = any_texts(count)
    people = list(records(texts))
    print(f"{len(texts):,} texts on {len(people):,} records, through each design", flush=True)
    stock, total = load_stock("a6"), Found()
    for kind, name in designs():
        began, found = time.perf_counter(), Found()
        for first in range(0, len(people), _BATCH):
            one = check(kind, name, people[first : first + _BATCH], stock)
            for sum_ in (found, total):
                sum_.cards += one.cards
                sum_.refused += one.refused
                sum_.said += one.said
                sum_.wrong += one.wrong
        print(
            f"  {kind:<16}{name:<8}{found.cards:7,} cards, {found.refused:5,} records refused by name,"
            f" {found.said:7,} texts found again, {len(found.wrong)} wrong {time.perf_counter() - began:6.0f} s",
            flush=True,
        )
        for wrong in found.wrong[:3]:
            print(f"    {wrong[:300]}")
    print(
        f"  all: {total.cards:,} cards, {total.said:,} texts found again, {len(total.wrong)} wrong; no link, no script"
    )
    return not total.wrong


def watched() -> None:
    """What runs under strace: plain names in every design, a mark, then the nasty texts."""
    for texts in (_PLAIN, NASTY):
        if texts is NASTY:
            os.access(_MARK, os.F_OK)
        for kind, name in designs():
            run([parcel(n, text) for n, text in enumerate(texts)], kind=kind, designs={kind: name})
            run(list(records(texts * 9)), kind=kind, designs={kind: name})


def opened() -> bool:
    """Whether nasty texts make the press open nothing that plain names do not, and ask no network."""
    if shutil.which("strace") is None:
        print("strace is not installed: which files the texts make the press open was not watched.")
        return False
    with tempfile.TemporaryDirectory() as name:
        log = Path(name) / "log"
        command = ["strace", "-f", "-qq", "-s", "400", "-e", "trace=%file,%network", "-o", str(log)]
        subprocess.run([*command, sys.executable, __file__, "--watched"], check=True)
        before, _, after = log.read_text(encoding="utf-8", errors="replace").partition(_MARK)
    first, then = ({match[1] for match in _OPENED.finditer(part)} for part in (before, after))
    asked = sorted(set(re.findall(r"\b(?:connect|sendto|bind)\(.*", after)))
    new = sorted(then - first)
    print(f"Under strace: {len(then)} files opened for {len(NASTY)} nasty texts in every design, all of them fonts and")
    print(f"designs of the program; {len(new)} that plain names do not open, {len(asked)} questions to a network.")
    for line in [*new, *asked][:10]:
        print(f"  {line}")
    return bool(first and then) and not new and not asked


def main() -> int:
    """Runs the bench; 1 when something was not as it should be."""
    parser = argparse.ArgumentParser(prog="packaging/bench texts", description=__doc__)
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--watched", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.watched:
        watched()
        return 0
    well = opened()
    return 0 if through_designs(options.texts) and well else 1


if __name__ == "__main__":
    sys.exit(main())
