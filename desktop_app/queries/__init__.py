"""The only readers: each file answers questions about one noun with frozen rows. `Shop` is here for annotations."""

from desktop_app.store.connect import Engine, Shop

__all__ = ["Engine", "Shop"]
