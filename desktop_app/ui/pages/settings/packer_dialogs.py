"""Windows about one packer: who they are, their PIN, their signature; each is kept by one action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.desk_settings import DESK_LANGUAGE
from desktop_app.domain.packers import Packer, PackerFields
from desktop_app.domain.pins import LONGEST, checked_pin
from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.settings.signature_input import SignatureInput
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.inputs import TextInput

Remove = tuple[str, Callable[[], object]]


def packer_dialog(
    desk: Desk, parent: QWidget, packer: Packer | None, *, name: str = "", remove: Remove | None = None
) -> FormDialog:
    """The form of a packer, a new one without; `saved` brings `packer_fields` values."""
    words = desk.words
    languages: list[tuple[Any, str]] = [(None, words("As the desk"))]
    languages += [(Language(value), text.text) for value, text in DESK_LANGUAGE.choices]
    fields = [
        Field("person", words("Packer’s name"), wide=True, help=words("As it stands on the papers: “Packed by Anna”.")),
        Field("language", words("Language at the bench"), Input.CHOICE, choices=languages),
        Field("active", words("Packs now"), Input.CHECK),
    ]
    form = Form(desk.theme, words, fields, today=desk.today())
    known = packer.fields if packer else PackerFields("")
    form.set_value({"person": known.person, "language": known.language, "active": known.active})
    if name:
        form.box("person").input.set_value(name)
    title = words("Change a packer") if packer else words("New packer")
    return FormDialog(desk.theme, words, parent, title=title, form=form, remove=remove)


def packer_fields(values: dict[str, Any]) -> PackerFields:
    """What was given in that form."""
    return PackerFields(values["person"], values["language"], values["active"])


def pin_dialog(desk: Desk, parent: QWidget, packer: Packer, *, remove: Remove | None = None) -> FormDialog:
    """The form of a packer's PIN; `saved` brings it under `pin`."""
    words = desk.words
    field = Field(
        "pin", words("PIN"), wide=True, check=checked_pin, make=_PinInput,
        help=words("4 to 8 digits. Nobody can read it again, and Undo does not bring an old one back."),
    )
    return FormDialog(
        desk.theme, words, parent, title=words("PIN of {name}", name=packer.fields.person),
        form=Form(desk.theme, words, [field], today=desk.today()), remove=remove,
        line=words(
            "It says who stands at the bench. It is a convenience among people who share one, not a protection: "
            "whoever can open the shop sees all that is in it."
        ),
    )


def signature_dialog(
    desk: Desk, parent: QWidget, packer: Packer, kept: bytes, *, remove: Remove | None = None
) -> FormDialog:
    """The sheet to sign on; `saved` brings the picture under `picture`."""
    words, name = desk.words, packer.fields.person
    field = Field(
        "picture", words("Signature"), wide=True, make=lambda: SignatureInput(desk, name),
        help=words("A photograph will do: the paper around the ink is made clear. You can drop a picture here too."),
    )
    form = Form(desk.theme, words, [field], today=desk.today())
    form.set_value({"picture": kept})
    return FormDialog(
        desk.theme, words, parent, title=words("Signature of {name}", name=name), form=form, remove=remove, wide=560,
    )


class _PinInput(TextInput):
    """Digits that nobody reads over a shoulder."""

    def __init__(self) -> None:
        super().__init__(limit=LONGEST)
        self.setEchoMode(QLineEdit.EchoMode.Password)
