"""The designer: a card of one's own made by hand on the rendered page itself."""
