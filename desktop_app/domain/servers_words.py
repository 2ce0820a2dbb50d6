"""What is said of a server that was looked at, line by line, in the wizard and on the command line."""

from __future__ import annotations

from desktop_app.domain.servers import Content, ServerLook
from desktop_app.i18n import Message, msg

_CONTENTS = {
    Content.EMPTY: msg("The database is empty: a shop can be made in it."),
    Content.EMPTY_SHOP: msg("The database holds a shop without records."),
    Content.SHOP: msg("The database holds a shop already. It is kept; only roles and logins are set."),
    Content.OTHER: msg("The database holds something else. Have an empty one created for the shop."),
}


def said_of_server(seen: ServerLook) -> list[Message]:
    """The server, the way there, what the database holds, and what this login may do."""
    lines = [msg("PostgreSQL {version} answers, database “{database}”.", version=seen.version, database=seen.database)]
    if seen.encrypted:
        lines.append(msg("The connection is encrypted ({cipher}).", cipher=seen.encrypted))
    elif seen.local:
        lines.append(msg("The server is this computer, so the connection needs no encryption."))
    lines.append(_CONTENTS[seen.content])
    if seen.may_make_roles and seen.may_make_tables:
        lines.append(msg("“{user}” may create tables and roles.", user=seen.user))
    else:
        lines.append(
            msg(
                "“{user}” may not create tables and roles there. Use the login of the database’s owner, with the right "
                "CREATEROLE, or have its keeper run the files in packaging/postgresql.",
                user=seen.user,
            )
        )
    return lines
