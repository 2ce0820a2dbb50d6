"""Import: a file, its plan in plain words, one button, and the imports so far."""
