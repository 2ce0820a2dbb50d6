"""The lengths of the test page as a person reads them off a ruler, and the correction that follows from them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.calibration import Calibration, Measured, calibrated, first_line, spans
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.paper.ruler_input import RulerInput
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form

_FRONT, _BACK = ("left", "top", "across", "down"), ("back_left", "back_top")
_NEEDED = ("left", "top")
_LONGEST = 2000.0


class Measuring(QWidget):
    """`measured` after each change; `correction` is what follows, None while too little is known or something is wrong.

    `asked(field)` tells which length the keyboard is at.
    """

    measured = Signal()
    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._words = desk, desk.words
        self._sheet, self._before = (210.0, 297.0), Calibration()
        self._back = False
        self.correction: Calibration | None = None
        self.form: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_sheet(self, sheet: tuple[float, float], *, back: bool, before: Calibration | None = None) -> None:
        """Ask for the lengths on this sheet anew; `before` is the correction the page was printed with."""
        self._sheet, self._back, self._before = sheet, back, before or Calibration()
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = Form(self._desk.theme, self._words, self._fields(), today=self._desk.today())
        for field in self.form.fields:
            box = self.form.box(field.key).input
            box.setProperty("length", field.key)
            box.installEventFilter(self)
        self.form.edited.connect(lambda _: self._look())
        self._column.addWidget(self.form)
        self.correction = None
        self.measured.emit()

    def missing(self) -> bool:
        """Say at its field which length is still wanted; whether there is one."""
        assert self.form is not None
        values = self.form.readable()
        if values is None:
            return True
        for key in _NEEDED:
            if values[key] is None:
                self.form.show_error(Invalid(key, msg("Measure this length on the test page.")))
                return True
        self._look()
        return self.correction is None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The length the keyboard is at is lit on the drawing."""
        if event.type() is QEvent.Type.FocusIn:
            self.asked.emit(str(watched.property("length")))
        return False

    def _fields(self) -> list[Field]:
        words, n = self._words, self._words.number
        line, (across, down) = n(first_line(self._sheet)), spans(self._sheet)
        labels = {
            "left": words("A: from the left edge, should be {n} mm", n=line),
            "top": words("B: from the upper edge, should be {n} mm", n=line),
            "across": words("C: across, should be {n} mm", n=n(across)),
            "down": words("D: down, should be {n} mm", n=n(down)),
            "back_left": words("A on the back, should be {n} mm", n=line),
            "back_top": words("B on the back, should be {n} mm", n=line),
        }
        keys = (*_FRONT, *_BACK) if self._back else _FRONT
        return [Field(key, labels[key], make=partial(self._input, key)) for key in keys]

    def _input(self, key: str) -> RulerInput:
        return RulerInput(self._words, key=key, low=0, high=_LONGEST, unit=self._words("mm"))

    def _look(self) -> None:
        """The correction that follows from what stands there."""
        assert self.form is not None
        self.correction = None
        values = self.form.readable()
        if values is not None and all(values[key] is not None for key in _NEEDED):
            given = {key: value for key, value in values.items() if value is not None}
            try:
                self.correction = calibrated(Measured(**given), self._sheet, self._before)
            except Invalid as error:
                self.form.box(error.field).set_error(self._words.say(error.message))
        self.measured.emit()
