"""What complaints come from, asked in a small window: their cause, its name, and what was changed because of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.causes import add_remedy, edit_remedy, rename_cause, set_cause
from desktop_app.domain.causes import Cause, Remedy, RemedyFields
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintId
from desktop_app.queries.causes import causes
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.known_input import KnownInput

Told = Callable[[Changes], object]


def ask_cause(desk: Desk, parent: QWidget, complaints: Sequence[ComplaintId], now: str = "") -> FormDialog:
    """Ask what these complaints come from; the causes there are are offered, a new one is kept."""
    words = desk.words
    name = KnownInput(hint=words("cups packed without corners"))
    desk.work.ask(causes, then=lambda found: name.set_known([one.name for one in found]), owner=name)
    field = Field("name", words("What it comes from"), wide=True, make=lambda: name)
    form = Form(desk.theme, words, [field], today=desk.today())
    form.set_value({"name": now})
    return _asked(
        desk, parent, form, words("Cause"), lambda values: (set_cause, complaints, values["name"]),
        line=words("Give complaints that come from the same the same name: then you see how often it happens."),
    )


def ask_name(desk: Desk, parent: QWidget, cause: Cause, *, told: Told | None = None) -> FormDialog:
    """Ask what a cause is called from now on."""
    words = desk.words
    form = Form(desk.theme, words, [Field("name", words("What it comes from"), wide=True)], today=desk.today())
    form.set_value({"name": cause.name})
    return _asked(
        desk, parent, form, words("Rename"), lambda values: (rename_cause, cause.id, cause.version, values["name"]),
        told=told,
    )


def ask_remedy(
    desk: Desk, parent: QWidget, cause: Cause, remedy: Remedy | None = None, *, told: Told | None = None
) -> FormDialog:
    """Ask what was changed because of a cause and since when, or put that right."""
    words, today = desk.words, desk.today()
    fields = [
        Field("text", words("What was changed"), Input.LONG, wide=True),
        Field("changed_on", words("Since"), Input.DATE, wide=True),
    ]
    form = Form(desk.theme, words, fields, today=today)
    kept = remedy.fields if remedy is not None else RemedyFields("", today)
    form.set_value({"text": kept.text, "changed_on": kept.changed_on})

    def deed(values: dict[str, Any]) -> tuple[Any, ...]:
        said = RemedyFields(values["text"], values["changed_on"])
        return (edit_remedy, remedy.id, remedy.version, said) if remedy else (add_remedy, cause.id, said)

    return _asked(
        desk, parent, form, cause.name, deed,
        line=words("Complaints before and after this day are compared."), told=told,
    )


def _asked(
    desk: Desk, parent: QWidget, form: Form, title: str, deed: Callable[[dict[str, Any]], tuple[Any, ...]],
    *, line: str = "", told: Told | None = None,
) -> FormDialog:
    say = told or (lambda changes: desk.tell_done(changes, None))
    dialog = FormDialog(desk.theme, desk.words, parent, title=title, form=form, line=line, wide=460)

    def kept(result: Any) -> None:
        dialog.kept()
        say(result[-1] if isinstance(result, tuple) else result)

    def keep(values: dict[str, Any]) -> None:
        action, *args = deed(values)
        desk.work.change(action, *args, then=kept, failed=dialog.refuse, owner=dialog)

    dialog.saved.connect(keep)
    dialog.open()
    return dialog
