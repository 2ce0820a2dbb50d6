"""Runs one command: words -> the module that answers -> an exit code; every failure is told in one sentence here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from desktop_app.domain.errors import AppError, Stopped
from desktop_app.i18n import Language, Words

if TYPE_CHECKING:
    from desktop_app.queries import Shop

DONE, FAILED, WRONG_WORDS, IN_PART, STOPPED = 0, 1, 2, 3, 130

# Modules are loaded when their command is given, so that --help stays as quick as Python itself.
_ANSWERS = {
    "demo": "demo",
    "import": "imports",
    "list": "lists",
    "export": "exports",
    "view": "views",
    "show": "show",
    "find": "search",
    "today": "today",
    "late": "late",
    "print": "printing",
    "reprint": "reprints",
    "pack": "packing",
    "checklist": "checklist",
    "customer": "customers",
    "statement": "statements",
    "erase": "erasing",
    "order": "orders",
    "product": "products",
    "design": "designs",
    "stock": "stocks",
    "calibrate": "calibrations",
    "packer": "packers",
    "word": "words_of_day",
    "signature": "signatures",
    "carrier": "carriers",
    "complaint": "complaints",
    "cause": "causes",
    "inbox": "inboxes",
    "deadline": "deadlines",
    "voucher": "vouchers",
    "renewal": "renewals",
    "text": "message_texts",
    "mail": "mail",
    "message": "messages",
    "settings": "settings",
    "undo": "history",
    "redo": "history",
    "backup": "backups",
    "restore": "backups",
    "check": "backups",
    "migrate": "backups",
    "move": "moving",
    "server": "servers",
    "version": "version",
}

Opener = Callable[..., "Shop"]  # (location, write=, today=) -> Shop


def run(words: argparse.Namespace, opener: Opener, *, location: str, language: Language, actor: str) -> int:
    """Carries out one command and returns its exit code; nothing is half done when it is not 0 or 3."""
    from desktop_app.cli.output import Context
    from desktop_app.cli.password import Address
    from desktop_app.paths import shown_place

    speech = Words(language)
    address = Address(location, speech, sys.stderr)
    context = Context(
        words=speech,
        json=words.json,
        open=lambda write=True: address.reach(lambda place: opener(place, write=write)),
        make=lambda place: opener(place, write=True),
        location=shown_place(location),
        reach=address.reach,
        actor=actor,
        out=sys.stdout,
        err=sys.stderr,
    )
    try:
        answer = import_module(f"desktop_app.cli.{_ANSWERS[words.command]}")
        code: int = answer.run(context, words)
        sys.stdout.flush()
        return code
    except (Stopped, KeyboardInterrupt):
        context.complain(context.words("Stopped. Nothing was changed."))
        return STOPPED
    except AppError as error:
        context.complain(context.words.say(error.message))
        return FAILED
    except BrokenPipeError:
        # Whoever read us has gone (`| head`); Python would complain once more while it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
