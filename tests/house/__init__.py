"""The rules of the house: what must hold for every file of desktop_app, whoever writes it."""
