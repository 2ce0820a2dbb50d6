"""The words of `cordial cause` and `cordial complaint figures`; asked for when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]


def cause(words: argparse.ArgumentParser, shared: Shared) -> None:
    """`list`, `add`, `rename`, `remove`, `set`, and what was changed: `changed`, `correct`, `forget`."""
    named = {
        "add": "keep a new cause",
        "rename": "call a cause otherwise",
        "remove": "remove a cause that no complaint has",
        "set": "say what complaints come from; a new cause is kept, an empty one taken away",
        "changed": "note what was changed because of a cause",
    }
    deeds = words.add_subparsers(dest="deed", metavar="|".join(("list", *named, "correct", "forget")), required=True)
    deeds.add_parser("list", help="list causes, what was changed, and whether it helped", parents=[shared()])
    made = {deed: deeds.add_parser(deed, help=help_, parents=[shared()]) for deed, help_ in named.items()}
    for one in made.values():
        one.add_argument("name", metavar="CAUSE")
    made["rename"].add_argument("new", metavar="NAME")
    made["set"].add_argument("complaints", nargs="+", metavar="COMPLAINT")
    made["changed"].add_argument("text", metavar="TEXT", help="what was changed")
    correct = deeds.add_parser("correct", help="put right what was changed, or when", parents=[shared()])
    forget = deeds.add_parser("forget", help="remove a change that was noted by mistake", parents=[shared()])
    for one in (correct, forget):
        one.add_argument("id", metavar="CHANGE", help="its number, as cause list tells it")
    correct.add_argument("--text", default=None, metavar="TEXT")
    for one in (made["changed"], correct):
        one.add_argument("--on", default="", metavar="DAY", help="since when; today, if not said")


def figures(words: argparse.ArgumentParser) -> None:
    """By what complaints are counted, and of which days."""
    from desktop_app.domain.complaint_figures import Grouping

    by = [one.value for one in Grouping]
    words.add_argument("--by", choices=by, default=Grouping.KIND.value, metavar="|".join(by))
    words.add_argument("--from", dest="since", default="", metavar="DAY", help="twelve months, if not said")
    words.add_argument("--to", dest="until", default="", metavar="DAY")
