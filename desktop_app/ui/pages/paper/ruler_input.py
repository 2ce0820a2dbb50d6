"""A length read off a ruler, which may not have been measured yet."""

from __future__ import annotations

from typing import Any

from desktop_app.ui.designer.measures import MeasureInput


class RulerInput(MeasureInput):
    """A length in mm; empty while nobody measured it: None."""

    def value(self) -> Any:
        """The length; raises Invalid when it is none."""
        return super().value() if self.text().strip() else None

    def set_value(self, value: Any) -> None:
        """Show a length, or nothing."""
        if value is None:
            self.clear()
        else:
            super().set_value(value)
