"""How a file's letters may be written, as people may know it: each encoding by the languages it is for."""

from __future__ import annotations

from desktop_app.i18n import Message, msg

_NAMES = {
    "utf-8": msg("All languages"),
    "utf-8-sig": msg("All languages"),
    "utf-16": msg("All languages"),
    "cp1257": msg("Baltic"),
    "iso8859-13": msg("Baltic"),
    "cp775": msg("Baltic, old"),
    "cp1251": msg("Cyrillic"),
    "koi8-r": msg("Cyrillic"),
    "cp866": msg("Cyrillic, old"),
    "mac-cyrillic": msg("Cyrillic, Mac"),
    "cp1252": msg("Western European"),
    "iso8859-1": msg("Western European"),
    "cp1250": msg("Central European"),
    "cp932": msg("Japanese"),
}


def encoding_name(encoding: str) -> Message:
    """“Baltic (CP1257)”; an encoding of no known languages by its own name."""
    known = _NAMES.get(encoding)
    if known is None:
        return msg("{name}", name=encoding.upper())
    return msg("{languages} ({name})", languages=known, name=encoding.upper().removesuffix("-SIG"))
