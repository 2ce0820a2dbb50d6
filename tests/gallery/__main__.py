"""Takes every picture of the window: `python -m tests.gallery --scene 'order*' --language ru --size 640x400`.

An option left out means all there is. The pictures and their contact sheets go to build/gallery/every; what is cut
off, and windows no scene shows, are printed.
"""

from __future__ import annotations

import argparse
import itertools
import sys

from desktop_app.i18n import Language
from desktop_app.ui.theme.tokens import Mode
from tests.gallery.asking import WINDOW_TESTS, Asked, take
from tests.gallery.contact_sheets import contact_sheets
from tests.gallery.variants import EVERY, MODES, SIZES, TEXTS, Variant


def main() -> int:
    """Read what is wanted, take the pictures, put them on sheets."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scene", action="append", help="names as in the album, also with * (all)")
    parser.add_argument("--language", action="append", choices=[str(one) for one in Language])
    parser.add_argument("--mode", action="append", choices=[str(one) for one in MODES])
    parser.add_argument("--size", action="append", type=_size, help=", ".join(f"{wide}x{high}" for wide, high in SIZES))
    parser.add_argument("--text", action="append", type=int, choices=[100, 125, 150, 175, 200])
    wanted = parser.parse_args()
    variants = tuple(
        Variant(Language(language), Mode(mode), size, text)
        for language, mode, text, size in itertools.product(
            wanted.language or Language, wanted.mode or MODES, wanted.text or TEXTS, wanted.size or SIZES
        )
    )
    for old in EVERY.glob("**/*.txt"):
        old.unlink()
    done = take(Asked(variants, tuple(wanted.scene or ["*"])), *WINDOW_TESTS)
    for said in sorted(EVERY.glob("**/*.txt")):
        print(f"{said.relative_to(EVERY)}:\n{said.read_text(encoding='utf-8')}")
    for sheet in contact_sheets(EVERY, [str(variant) for variant in variants]):
        print(sheet)
    return done


def _size(text: str) -> tuple[int, int]:
    wide, high = text.split("x")
    return int(wide), int(high)


if __name__ == "__main__":
    sys.exit(main())
