"""Products: the list and the record."""
