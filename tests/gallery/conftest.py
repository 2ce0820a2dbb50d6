"""The gallery stands on what every test of the window stands on."""

from __future__ import annotations

from tests.ui.conftest import nothing_stray, theme

__all__ = ["nothing_stray", "theme"]
