"""One folder a noun: the pages of the sidebar."""
