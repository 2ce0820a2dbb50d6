"""The first start: three questions at most, each may stay empty, then into the work or into a sample shop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.desk_settings import DESK_LANGUAGE
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.settings import SHOP_LANGUAGE, SHOP_NAME
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.settings.logo import LogoInput
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_8, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import plain, primary, quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import Scroll

_WIDE = 520


class Welcome(QWidget):
    """`leave(page, **what)` goes on into the shop, to a page of it that is told what to open."""

    def __init__(self, desk: Desk, *, leave: Callable[..., object]) -> None:
        super().__init__()
        self._desk, self._leave = desk, leave
        words = desk.words
        self.banner = Banner(desk.theme, close=words("Close"))
        languages = [(value, words.say(text)) for value, text in DESK_LANGUAGE.choices]
        self.form = Form(
            desk.theme, words,
            (
                Field("shop.name", words("What is your shop called?"), help=words("Appears on every card and insert.")),
                Field("language", words("Which language do you work in?"), Input.CHOICE, choices=languages),
            ),
            today=desk.today(),
        )
        self.form.edited.connect(self._edited)
        self.logo = LogoInput(desk, question=words("Do you have a logo?"))
        self._recall()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_4, SPACE_8, SPACE_4, SPACE_8)
        column.addStretch(2)
        column.addLayout(self._middle(), 0)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inside))
        self.setAccessibleName(words("Welcome to Cordial"))

    def _middle(self) -> QHBoxLayout:
        words = self._desk.words
        middle = QVBoxLayout()
        middle.setSpacing(SPACE_4)
        middle.addWidget(Label(words("Welcome to Cordial"), Size.TITLE, weight=Weight.BOLD))
        middle.addWidget(Label(
            words("Orders in, personal cards and packing inserts out. Skip any question you like."),
            tone=Tone.MUTED, wrap=True,
        ))
        middle.addWidget(self.banner)
        card = Card()
        questions = QWidget()
        rows = QVBoxLayout(questions)
        rows.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        rows.setSpacing(SPACE_3)
        rows.addWidget(self.form)
        rows.addWidget(self.logo)
        card.add_row(questions)
        middle.addWidget(card)
        self.go = primary(words("Import my orders"), lambda: self.keep("imports"))
        self.look = quiet(words("Look around in a sample shop"), self._sample)
        self.empty = quiet(words("Start with an empty shop"), lambda: self.keep("today"))
        self.server = plain(words("Several desks…"), self._set_up_server)
        self.restore = plain(words("Restore a backup"), self._restore)
        row = QWidget()
        buttons = FlowLayout(row, space=SPACE_2)
        for button in (self.go, self.look, self.empty, self.restore, self.server):
            buttons.addWidget(button)
        middle.addWidget(row)
        box = QWidget()
        box.setLayout(middle)
        middle.setContentsMargins(0, 0, 0, 0)
        box.setMaximumWidth(scaled(_WIDE))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(box, 20)
        line.addStretch(1)
        return line

    def _restore(self) -> None:
        """A shop that was kept elsewhere comes back here: on a new computer nothing is to be asked first."""
        from desktop_app.ui.pages.settings.restore import RestoreDialog

        RestoreDialog(self._desk, self.window()).open()

    def showEvent(self, event: QShowEvent) -> None:
        """The first question waits for its answer."""
        super().showEvent(event)
        self.form.focus_first()

    def _edited(self, key: str) -> None:
        """The language is switched at once, so that the other questions are asked in it."""
        if key == "language":
            self._remember()
            self._desk.settings.set(DESK_LANGUAGE, self.form.box("language").input.value())
            self._desk.rebuild()

    @property
    def _draft(self) -> str:
        return f"answers.{self._desk.place}"

    def _recall(self) -> None:
        """What was answered before looking around elsewhere or taking another language stands here again."""
        draft = self._desk.settings.recall(self._draft)
        answers = draft if isinstance(draft, dict) else {}
        name = answers.get("name") or self._desk.shop_name
        self.form.set_value({"language": self._desk.words.language.value, "shop.name": str(name)})
        if answers.get("logo"):
            self.logo.take(Path(str(answers["logo"])))

    def _remember(self) -> None:
        name, logo = self.form.box("shop.name").input.value(), self.logo.chosen
        answers = {"name": name, "logo": str(logo) if isinstance(logo, Path) else ""}
        self._desk.settings.remember(self._draft, answers)

    def keep(self, page: str, **what: object) -> None:
        """Keep the answers and go on into the shop, to a page of it that is told `what` to open."""
        from desktop_app.actions import settings

        answers = self.form.value()
        values = {SHOP_NAME: answers["shop.name"], SHOP_LANGUAGE: answers["language"]}
        self._desk.work.change(
            settings.set_settings, values, then=lambda _: self._keep_logo(page, what), failed=self._refuse, owner=self
        )

    def _keep_logo(self, page: str, what: dict[str, object]) -> None:
        from desktop_app.actions import settings

        if not isinstance(self.logo.chosen, Path | bytes):
            self._go_in(page, what)
            return
        self._desk.work.change(
            settings.set_logo, self.logo.chosen, then=lambda _: self._go_in(page, what), failed=self._refuse, owner=self
        )

    def _go_in(self, page: str, what: dict[str, object]) -> None:
        self._desk.settings.forget(self._draft)
        self._leave(page, **what)

    def _refuse(self, error: AppError) -> None:
        if not (isinstance(error, Invalid) and self.form.show_error(error)):
            self.banner.say(self._desk.words.say(error.message))

    def _sample(self) -> None:
        self._remember()
        self._desk.switch(self._desk.sample_location)

    def _set_up_server(self) -> None:
        from desktop_app.ui.pages.settings.server_dialog import ServerDialog

        self._remember()
        ServerDialog(self._desk, self.window()).open()
