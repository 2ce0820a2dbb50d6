"""The same desk as the pages have."""

from tests.ui.pages.conftest import around, around_both, filled

__all__ = ["around", "around_both", "filled"]
