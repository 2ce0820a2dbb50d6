"""Words and rules of the shop: frozen dataclasses and small pure functions; no I/O, no clock."""
