"""Takes every picture of the window: `python -m tests.gallery --scene 'order*' --language ru --size 640x400`.

An option left out means all there is. The pictures and their contact sheets go to build/gallery/every; what is cut
off, and windows no scene shows, are printed.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys

import pytest

from desktop_app.i18n import Language
from desktop_app.ui.theme.tokens import Mode
from tests.gallery.contact_sheets import contact_sheets
from tests.gallery.every import FOLDER, Every, Variant

SIZES = ("640x400", "1280x800", "2560x1440")
TEXTS = ("100", "200")


def main() -> int:
    """Read what is wanted, take the pictures, put them on sheets."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scene", action="append", help="names as in the album, also with * (all)")
    parser.add_argument("--language", action="append", choices=[str(one) for one in Language])
    parser.add_argument("--mode", action="append", choices=[str(Mode.LIGHT), str(Mode.DARK)])
    parser.add_argument("--size", action="append", help=", ".join(SIZES))
    parser.add_argument("--text", action="append", choices=["100", "125", "150", "175", "200"])
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    variants = [
        Variant(Language(language), Mode(mode), size, int(text))
        for language, mode, text, size in itertools.product(
            wanted.language or [str(one) for one in Language],
            wanted.mode or [str(Mode.LIGHT), str(Mode.DARK)],
            wanted.text or TEXTS,
            [_size(size) for size in wanted.size or SIZES],
        )
    ]
    every = Every(variants, tuple(wanted.scene or ["*"]))
    for old in FOLDER.glob("**/*.txt"):
        old.unlink()
    options = ["-q", "--tb=line", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider"]
    done = pytest.main([*options, "tests/gallery/every.py"], plugins=[every])
    for said in sorted(FOLDER.glob("**/*.txt")):
        print(f"{said.relative_to(FOLDER)}:\n{said.read_text(encoding='utf-8')}")
    for sheet in contact_sheets(FOLDER, [str(variant) for variant in variants]):
        print(sheet)
    return int(done)


def _size(text: str) -> tuple[int, int]:
    wide, high = text.split("x")
    return int(wide), int(high)


if __name__ == "__main__":
    sys.exit(main())
