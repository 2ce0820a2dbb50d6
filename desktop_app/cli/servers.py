"""`cordial server check` and `setup`: a shop on a database server, with a login each for the owner and the benches."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from desktop_app.actions.servers import look_at_server, set_up_server
from desktop_app.cli.output import Context
from desktop_app.cli.password import Address
from desktop_app.domain.servers import Login, Role, ServerLook, checked_login, new_password
from desktop_app.domain.servers_words import said_of_server
from desktop_app.paths import shown_place

_OPTIONS = {Role.OWNER: ("owner", "desk"), Role.PACKER: ("packers", "bench"), Role.BACKUP: ("backups", "")}


def run(context: Context, words: argparse.Namespace) -> int:
    """Says what a server is; or sets it up, and shows the passwords it made this once."""
    server = Address(words.address, context.words, context.err)
    seen: ServerLook = server.reach(look_at_server)
    said = [context.words.say(line) for line in said_of_server(seen)]
    if words.deed == "check":
        context.answer({"server": seen, "ready": seen.ready}, "\n".join(said))
        return 0 if seen.ready else 1
    logins = _logins(context, words, seen)
    made = server.reach(lambda address: set_up_server(address, logins))
    shown = {role.value: {"login": one.name, "password": one.password} for role, one in logins.items()}
    place = shown_place(words.address)
    context.answer({"shop": place, "made": made.new, "known": made.known, "logins": shown}, _told(context, logins))
    return 0


def _told(context: Context, logins: Mapping[Role, Login]) -> str:
    words = context.words
    names = {
        Role.OWNER: words("Owner’s desks"),
        Role.PACKER: words("Benches"),
        Role.BACKUP: words("Backups by night"),
    }
    lines = [f"{names[role]}: {one.name}   {one.password}" for role, one in logins.items()]
    return "\n".join(
        [
            words("The shop is set up. These are the logins; the passwords are shown this once and kept nowhere."),
            *lines,
        ]
    )


def _logins(context: Context, words: argparse.Namespace, seen: ServerLook) -> dict[Role, Login]:
    found: dict[Role, Login] = {}
    for role, (option, ending) in _OPTIONS.items():
        name = getattr(words, option) or (f"{seen.database}_{ending}" if ending else "")
        if name:
            password = _typed(context, name) if words.type else new_password()
            found[role] = checked_login(name, password, field=option)
    return found


def _typed(context: Context, name: str) -> str:
    from getpass import getpass  # reads from the terminal itself, and shows nothing of what is typed

    return getpass(context.words("Password for {name}", name=name) + ": ", stream=context.err)
