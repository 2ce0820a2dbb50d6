"""Item models over frozen rows; none of them asks a database while it is painted."""
