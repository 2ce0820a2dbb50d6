"""`cordial version`."""

from __future__ import annotations

import argparse
import platform

from desktop_app import __version__
from desktop_app.cli.output import Context


def run(context: Context, _words: argparse.Namespace) -> int:
    """Says the version of the program and of Python."""
    data = {"version": __version__, "python": platform.python_version()}
    context.answer(data, f"cordial {__version__} (Python {platform.python_version()})")
    return 0
