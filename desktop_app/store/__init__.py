"""How the shop is kept: tables, one change at a time, migrations, backups; queries read through it, actions write."""

from desktop_app.store import drivers as drivers  # first of all: see there
