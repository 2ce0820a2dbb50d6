"""Dialogs about paper print through a printing system of the test's own, or find none."""

from __future__ import annotations

from tests.ui.preview.conftest import no_printer, printer

__all__ = ["no_printer", "printer"]
