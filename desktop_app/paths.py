"""Where things lie: resources beside the program, the shop and the desk's settings in the user's own folders."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit


def resources(*parts: str) -> Path:
    """A file or folder of the program's resources, in a checkout, an installed package or a packaged build."""
    here = Path(__file__).resolve().parent
    installed = here if (here / "resources").is_dir() else here.parent
    return Path(getattr(sys, "_MEIPASS", installed)).joinpath("resources", *parts)


def server_files() -> Path:
    """The folder of the SQL files for a database server, in a checkout, an installed package or a packaged build."""
    here = Path(__file__).resolve().parent
    installed = here / "postgresql" if (here / "postgresql").is_dir() else here.parent / "packaging" / "postgresql"
    return Path(sys._MEIPASS) / "postgresql" if hasattr(sys, "_MEIPASS") else installed


def handbook() -> Path:
    """The folder of the handbook's pages, in a checkout, an installed package or a packaged build."""
    here = Path(__file__).resolve().parent
    installed = here / "handbook" if (here / "handbook").is_dir() else here.parent / "docs" / "handbook"
    return Path(sys._MEIPASS) / "handbook" if hasattr(sys, "_MEIPASS") else installed


def shown_place(location: str) -> str:
    """Where a shop lies as it may be shown, logged or remembered: without the password of a server's address."""
    if "://" not in location:
        return location
    parts = urlsplit(location)
    user = f"{quote(unquote(parts.username))}@" if parts.username else ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{user}{parts.hostname or ''}{port}{parts.path}"


def with_password(location: str, password: str) -> str:
    """A server's address with a password in it, in place of any there; for this program's memory only."""
    parts = urlsplit(location)
    host = parts.netloc.rpartition("@")[2]
    user = quote(unquote(parts.username or ""), safe="")
    others = "&".join(part for part in parts.query.split("&") if not part.startswith("password="))
    return urlunsplit(parts._replace(netloc=f"{user}:{quote(password, safe='')}@{host}", query=others))


def has_password(address: str) -> bool:
    """Whether an address holds a password, which then stands in the list of running programs for all to read."""
    if "://" not in address:
        return False
    parts = urlsplit(address)
    return bool(":" in parts.netloc.rpartition("@")[0] or "password=" in parts.query)


def data_folder() -> Path:
    """The user's folder for the embedded shop, its backups and the printed files."""
    from platformdirs import user_data_path

    return user_data_path("cordial", appauthor=False)


def desk_folder() -> Path:
    """The user's folder for what belongs to this desk only: window sizes, language, printer."""
    from platformdirs import user_config_path

    return user_config_path("cordial", appauthor=False)


def cache_folder() -> Path:
    """A folder whose contents can be made again at any time (instanced fonts)."""
    from platformdirs import user_cache_path

    return user_cache_path("cordial", appauthor=False)
