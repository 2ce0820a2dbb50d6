"""Orders know how many complaints about them are open that are of no customer, and what was missing as they went out.

Whoever packs may know so much of complaints, and gives back to the shelf no more than was taken from it.
"""

from __future__ import annotations

from typing import Any

_OPEN = "customer_id IS NULL AND state <> 'solved' AND (rating IS NULL OR rating <= 3)"


def up(migrator: Any, db: Any) -> None:
    """Adds the columns and counts the complaints that are there already."""
    # with their defaults in the table: else a file would write all its orders anew, which may be millions
    db.execute_sql("ALTER TABLE orders ADD COLUMN open_complaints INTEGER NOT NULL DEFAULT 0")
    db.execute_sql("ALTER TABLE order_step ADD COLUMN missing TEXT NOT NULL DEFAULT ''")
    db.execute_sql(
        "UPDATE orders SET open_complaints ="
        f" (SELECT count(*) FROM complaint WHERE complaint.order_id = orders.id AND {_OPEN})"
        f" WHERE id IN (SELECT order_id FROM complaint WHERE {_OPEN})"
    )
