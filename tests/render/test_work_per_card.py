"""What a card costs the press, counted in calls and not in seconds: it may not grow unnoticed, nor do work twice."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from desktop_app.documents.stocks import load_stock
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.i18n import Language
from desktop_app.render.job import PrintJob, run_job
from tests.render.sheets import SHOP, parcel

FEW, MANY = 40, 140
MOST_CALLS = 150  # of our functions, for a card of the usual design; 139 when this was written
ONCE = ("Layout.__init__", "Font.__init__", "Press.compile", "Fonts.letters", "Words._catalogue")
# What a run with codes and no picture has no use for, and what takes long to load.
NEEDLESS = (
    "ssl", "email", "http", "urllib.request", "zipfile", "difflib", "PIL", "segno.writers",
    "desktop_app.domain.complaints", "desktop_app.domain.printers", "desktop_app.domain.prints",
    "desktop_app.documents.guides",
)  # fmt: skip
RUN = "import json, sys; from tests.render.sheets import *; run(parcels(2)); print(json.dumps(sorted(sys.modules)))"


def records(count: int) -> list[PaperDetails]:
    """Orders of customers of two languages, each with a number and a code of its own, names as often as in a shop."""
    names = ("Анна", "Пётр", "Līga", "Jānis")
    made = []
    for n in range(count):
        language = Language.RU if n % 4 < 2 else Language.LV
        person = CustomerFields(given=names[n % 4], family="Ozols", language=language)
        made.append(parcel(n, language=language, customer=person, qr=f"https://shop.example/r/{n:06}"))
    return made


def calls(papers: Sequence[PaperDetails]) -> Counter[str]:
    """How often each of the program's functions is called while these are printed."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _what: object) -> None:
        if event == "call" and "desktop_app" in frame.f_code.co_filename:
            counted[getattr(frame.f_code, "co_qualname", frame.f_code.co_name)] += 1

    job = PrintJob(Kind.THANK_YOU, papers, SHOP, "Anna", load_stock("a6-4up-a4"))
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        result = run_job(job, io.BytesIO())
    finally:
        sys.setprofile(before)
    assert result.cards == len(papers)
    return counted


def test_a_further_card_costs_few_calls_and_nothing_that_is_done_once() -> None:
    calls(records(MANY))  # what is read once for the whole program is read
    few, many = calls(records(FEW)), calls(records(MANY))
    more = many - few
    assert more.total() / (MANY - FEW) <= MOST_CALLS, more.most_common(20)
    assert {name: more[name] for name in ONCE if more[name]} == {}
    assert more["proven_gender"] == MANY - FEW, "a card is worded by it once; what is doubtful is asked of kept forms"


def test_a_run_loads_nothing_it_has_no_use_for() -> None:
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run([sys.executable, "-c", RUN], cwd=root, check=True, capture_output=True, timeout=120)
    loaded = json.loads(told.stdout)
    assert "segno.encoder" in loaded  # the records have codes
    assert [name for name in NEEDLESS if name in loaded] == []
