"""The log: a small rotating file beside the shop that holds ids and never names; on standard error only with -v."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


@contextmanager
def kept(folder: Path, *, verbose: bool = False) -> Iterator[None]:
    """Write the log to `folder` until the block ends; a folder that cannot be written only means no log file."""
    root = logging.getLogger()
    handlers = [_file(folder)]
    if verbose:
        handlers.append(logging.StreamHandler(sys.stderr))
    for handler in handlers:
        handler.setFormatter(logging.Formatter(_FORM))
        root.addHandler(handler)
    before = root.level
    root.setLevel(logging.INFO)  # never DEBUG: peewee logs every statement with its values there, and they are people
    try:
        yield
    finally:
        root.setLevel(before)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()


def _file(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(
            folder / "cordial.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        return logging.NullHandler()
