"""The form of an inbox: what it is called, what arrives there, how often somebody looks, where it opens."""

from __future__ import annotations

from desktop_app.domain.complaints import SOURCE_NAMES
from desktop_app.domain.inboxes import LONGEST_NAME, InboxFields
from desktop_app.domain.terms import LONGEST_TERM
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form

_TWO_FROM = 400  # points


def inbox_form(desk: Desk, fields: InboxFields) -> Form:
    """A form that holds an inbox; its value is what InboxFields takes."""
    words = desk.words
    form = Form(
        desk.theme, words,
        [
            Field("name", words("Name"), wide=True, hint=words("Mailbox, messages on Etsy…")),
            Field(
                "source", words("What arrives there"), Input.CHOICE,
                choices=[(source, words.say(name)) for source, name in SOURCE_NAMES.items()],
            ),
            Field("every_hours", words("Working hours between two looks"), Input.NUMBER, low=1, high=LONGEST_TERM),
            Field(
                "link", words("Web address"), wide=True, hint="https://mail.example",
                help=words("Opens from Today."),
            ),
        ],
        today=desk.today(), two_from=_TWO_FROM,
    )  # fmt: skip
    form.set_value({
        "name": fields.name[:LONGEST_NAME], "source": fields.source, "every_hours": fields.every_hours,
        "link": fields.link,
    })  # fmt: skip
    return form
