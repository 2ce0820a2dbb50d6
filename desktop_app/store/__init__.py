"""How the shop is kept: the only floor that knows the databases; actions bring everything in, queries take it out."""
