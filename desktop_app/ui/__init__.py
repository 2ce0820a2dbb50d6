"""The window: pages over the queries and actions; the only room of Qt."""

from desktop_app.ui.references import hold_constants

hold_constants()  # here, because every way to a window or a test of one leads through here, and must come after it
