"""W6 on every path: whatever can be printed for a person or sent to one asks first whether it may."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.source import ROOT, modules
from tests.house.ways import unasked, unasked_standings, unknown_tools

# The ways on which nothing is asked, each with the reason.
EXEMPT: dict[str, str] = {
    "desktop_app/actions/mail_trial.py:try_server": "to the shop’s own address",
    "desktop_app/actions/statements.py:write_statement": "what is kept of somebody, handed out because they asked",
    "desktop_app/actions/printing.py:make_test_page": "a printer’s test page is for nobody",
    "desktop_app/ui/pages/paper/measured_page.py:print_test_page": "a printer’s test page is for nobody",
    "desktop_app/ui/designer/clipboard.py:Clipboard.put": "parts of a design",
    "desktop_app/ui/pages/orders/tracking_input.py:TrackingInput.follow": "opens the carrier’s page of a parcel",
    "desktop_app/ui/pages/settings/server_dialog.py:ServerDialog._copy": "what the server’s keeper has to know",
    "desktop_app/ui/written_files.py:WrittenFiles.say": "opens a file of this computer that was just written",
    "desktop_app/ui/pages/today/page.py:TodayPage.__init__": "opens the shop’s own inbox",
}
SOUND = '"""A sound module."""\n'
PRINTS = """
from desktop_app.actions.printers import print_file
def hand_out(shop, cards):
    {asks}
    print_file(cards)
"""
# Each takes its own way around the question; the last two ask, here or where they are called.
PLANTED: dict[str, tuple[dict[str, str], str]] = {
    "a printer": ({"cli/a.py": PRINTS.format(asks="")}, "hand_out"),
    "a command that calls it": (
        {"cli/a.py": PRINTS.format(asks="") + "def run(context):\n    hand_out(context, 1)\n"}, "run",
    ),
    "a button": (
        {"ui/a.py": "class Page:\n    def build(self):\n        self._do()\n"
                    "    def _do(self):\n        QGuiApplication.clipboard().setText('Happy birthday!')\n"},
        "Page.build",
    ),
    "a link": (
        {"ui/a.py": "from desktop_app.actions.opening import link\ndef open_it(to):\n    go(link(to))\n"}, "open_it",
    ),
    "a letter": ({"actions/a.py": "import smtplib\ndef send(to):\n    smtplib.SMTP().send_message(to)\n"}, "send"),
    "a file of a letter": (
        {"actions/a.py": "from desktop_app.post.folder import as_eml\ndef keep(to):\n    as_eml(to)\n"}, "keep",
    ),
    "the outbox": ({"actions/a.py": "def put(change):\n    change.insert_many(MessageTable, (), ())\n"}, "put"),
    "cards printed again": (
        {"actions/a.py": "from desktop_app.render.reprint import reprint_cards\n"
                         "def more(run):\n    reprint_cards(run)\n"},
        "more",
    ),
    "what asks itself": ({"cli/a.py": PRINTS.format(asks="refuse_held(shop, cards)")}, ""),
    "what is asked for": (
        {"cli/a.py": PRINTS.format(asks=""),
         "cli/b.py": "from desktop_app.cli.a import hand_out\ndef run(shop, cards):\n"
                     "    refuse_held(shop, cards)\n    hand_out(shop, cards)\n"}, "",
    ),
}  # fmt: skip


def test_every_way_to_a_person_asks_whether_it_may() -> None:
    assert unasked(ROOT, EXEMPT) == []


def test_everything_taken_from_the_press_and_the_delivery_is_known() -> None:
    assert unknown_tools(ROOT) == []


def test_nobody_makes_up_how_a_reader_stands() -> None:
    """A paper that names its reader brings what the shop knows of them; these name nobody."""
    assert unasked_standings(ROOT) == [
        "desktop_app/domain/design_samples.py:sample",  # somebody invented
        "desktop_app/queries/printing.py:_sheet",  # a contact sheet stays in the shop
        "desktop_app/queries/printing.py:shop_paper",  # its promise and its mission
    ]


def test_the_press_asks_for_every_paper_it_makes() -> None:
    """Records._made is the one place where the papers of a record become cards."""
    [records] = [one for one in modules() if one.name == "desktop_app.render.records"]
    builds = [
        node
        for node in ast.walk(records.tree)
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(one, ast.Name) and one.id == "papers_of" for one in ast.walk(node))
    ]
    assert [node.name for node in builds] == ["_made"]
    assert "paper_hindrance(" in ast.unparse(builds[0])


@pytest.mark.parametrize("which", PLANTED)
def test_a_way_that_skips_the_question_is_found(tmp_path: Path, which: str) -> None:
    files, name = PLANTED[which]
    for place, text in files.items():
        path = tmp_path / "desktop_app" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SOUND + text, encoding="utf-8")
    found = unasked(tmp_path, {})
    assert [one.partition(":")[2].partition(":")[0] for one in found] == ([name] if name else [])


def test_an_exemption_for_nothing_and_an_unknown_tool_are_found(tmp_path: Path) -> None:
    path = tmp_path / "desktop_app" / "actions" / "a.py"
    path.parent.mkdir(parents=True)
    path.write_text(SOUND + "from desktop_app.post.fax import fax\n", encoding="utf-8")
    assert unknown_tools(tmp_path)
    made = (
        "from desktop_app.domain.reaching import Standing\ndef letter(to):\n    return Paper(to, standing=Standing())\n"
    )
    path.write_text(SOUND + made, encoding="utf-8")
    assert unasked_standings(tmp_path) == ["desktop_app/actions/a.py:letter"]
    assert unasked(tmp_path, {"desktop_app/actions/a.py:gone": "it was once"})
