"""The preview: the very PDF that is printed or saved, with the choices that make it."""
