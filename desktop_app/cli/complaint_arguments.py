"""The words of `cordial complaint …`; arguments.py asks for them when they are meant.

What is done beside recording stands in a room of its own: `ROOMS` says which module answers a deed.
"""

from __future__ import annotations

from desktop_app.cli.resolution_arguments import ROOMS as MAKING_GOOD
from desktop_app.cli.resolution_arguments import making_good
from desktop_app.cli.text_arguments import answering

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]
    Deeds = argparse._SubParsersAction[argparse.ArgumentParser]

ROOMS = {
    "note": "complaint_thread", "heard": "complaint_thread", "told": "complaint_thread",
    "forget": "complaint_thread", "picture": "complaint_thread",
    "kinds": "complaint_kinds", "kind": "complaint_kinds", "figures": "complaint_figures",
    "answer": "answering", **MAKING_GOOD,
}  # fmt: skip


def complaint(words: argparse.ArgumentParser, shared: Shared) -> None:
    """`add`, `edit`, `remove`, `show`, `state`, the thread, pictures and the list of kinds."""
    deeds = words.add_subparsers(dest="deed", metavar="|".join(("add", "edit", "remove", "show", "state", *ROOMS)),
                                 required=True)  # fmt: skip
    from desktop_app.cli.cause_arguments import figures

    _recording(deeds, shared)
    _thread(deeds, shared)
    _kinds(deeds, shared)
    making_good(deeds, shared)
    answering(deeds, shared)
    counting = deeds.add_parser("figures", help="count complaints, and who bought again", parents=[shared()])
    figures(counting)


def _recording(deeds: Deeds, shared: Shared) -> None:
    from desktop_app.cli.fields import FIELDS

    for deed, help_ in (("add", "record a complaint or review"), ("edit", "edit a complaint")):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        if deed == "edit":
            one.add_argument("id", metavar="ID")
        for option in FIELDS["complaint"]:
            one.add_argument(
                f"--{option.name}", dest=f"field_{option.name}", metavar=option.shape, help=option.help,
                action="append" if option.many else "store", default=None,
            )  # fmt: skip
    gone = deeds.add_parser("remove", help="remove complaints with their thread and pictures", parents=[shared()])
    gone.add_argument("ids", nargs="+", metavar="ID")
    shown = deeds.add_parser("show", help="show a complaint whole", parents=[shared()])
    shown.add_argument("id", metavar="ID")
    state = deeds.add_parser("state", help="move complaints to a state", parents=[shared()])
    states = ("answered", "waiting", "promised", "solved", "reopened")  # none becomes a new one again
    state.add_argument("state", metavar="STATE", choices=("new", *states), help=", ".join(states))
    state.add_argument("ids", nargs="+", metavar="ID")
    state.add_argument("--by", default="", metavar="DAY", help="the day something was promised by")


def _thread(deeds: Deeds, shared: Shared) -> None:
    for deed, help_ in (
        ("note", "note something among ourselves"),
        ("heard", "keep what the customer said since; a solved one is open again"),
        ("told", "keep what we said by another way than the outbox; a new one is answered"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        one.add_argument("id", metavar="ID")
        one.add_argument("text", metavar="TEXT", help="- reads it from standard input")
        if deed != "note":
            one.add_argument("--channel", default="", metavar="WAY", help="telephone, counter …")
            one.add_argument("--at", default="", metavar="TIME", help="when it was said, where not now")
    forget = deeds.add_parser("forget", help="take a note out of a thread", parents=[shared()])
    forget.add_argument("id", metavar="ID")
    forget.add_argument("place", metavar="N", help="its place in the thread, as complaint show tells it")
    picture = deeds.add_parser("picture", help="add, save or remove a picture of a complaint")
    acts = picture.add_subparsers(dest="act", metavar="add|save|remove", required=True)
    add = acts.add_parser("add", help="keep pictures with a complaint", parents=[shared()])
    add.add_argument("id", metavar="ID", help="the complaint's number")
    add.add_argument("files", nargs="+", metavar="FILE")
    save = acts.add_parser("save", help="write a picture to a file", parents=[shared()])
    save.add_argument("id", metavar="PICTURE", help="the picture's number, as complaint show tells it")
    save.add_argument("--to", required=True, metavar="FILE")
    gone = acts.add_parser("remove", help="take a picture away", parents=[shared()])
    gone.add_argument("id", metavar="PICTURE", help="the picture's number, as complaint show tells it")


def _kinds(deeds: Deeds, shared: Shared) -> None:
    deeds.add_parser("kinds", help="list the kinds of complaint", parents=[shared()])
    kind = deeds.add_parser("kind", help="add, name, order, hide, show or remove a kind")
    acts = kind.add_subparsers(dest="act", metavar="add|name|order|hide|show|remove", required=True)
    for act, help_ in (
        ("add", "add a kind of the shop's own"),
        ("name", "call a kind otherwise; without names as the program does"),
        ("hide", "take a kind off the list one chooses from"),
        ("show", "put it back"),
        ("remove", "remove a kind of the shop's own that no complaint is of"),
    ):
        one = acts.add_parser(act, help=help_, parents=[shared()])
        if act != "add":
            one.add_argument("code", metavar="KIND")
        if act in ("add", "name"):
            for language in ("en", "ru", "lv"):
                one.add_argument(f"--{language}", default="", metavar="NAME")
    order = acts.add_parser("order", help="put kinds in this order", parents=[shared()])
    order.add_argument("codes", nargs="+", metavar="KIND")
