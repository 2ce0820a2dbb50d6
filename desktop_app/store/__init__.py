"""How the shop is kept: the only floor that knows peewee's databases; everything comes in by actions and goes out by queries."""
