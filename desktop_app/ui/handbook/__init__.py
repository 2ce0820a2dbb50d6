"""The handbook inside the program: the page that fits where a person is, with contents, search and pictures."""
