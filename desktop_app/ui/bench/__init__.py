"""The packing bench: a window of its own, read at arm's length and worked by keyboard and scanner alone."""
