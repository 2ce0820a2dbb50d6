"""The faces of the papers: which font file each is, at which weight, and who stands in for the letters it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from desktop_app.domain.cards import Face


@dataclass(frozen=True, slots=True)
class Source:
    """A font file in its package, and where on its axes this face lies; `name` is how the PDF calls it.

    `word_space` (em) widens its spaces: letters that lean far over them make them look closed.
    """

    name: str
    package: str
    file: str
    axes: Mapping[str, float] = field(default_factory=dict)
    italic: bool = False
    serif: bool = False
    script: bool = False
    word_space: float = 0.0
    folder: str = "files"

    def is_there(self) -> bool:
        """Whether the package is installed: a lean build may leave the largest ones out."""
        return find_spec(self.package) is not None

    def path(self) -> str:
        """The font file's place on disk."""
        found = find_spec(self.package)
        if found is None or not found.submodule_search_locations:
            raise ModuleNotFoundError(name=self.package)
        return str(Path(found.submodule_search_locations[0], self.folder, self.file))


SOURCES: Mapping[Face, Source] = {
    Face.SERIF: Source("PTSerif-Regular", "fontpkg_pt_serif", "PT_Serif-Web-Regular.ttf", serif=True),
    Face.SERIF_ITALIC: Source("PTSerif-Italic", "fontpkg_pt_serif", "PT_Serif-Web-Italic.ttf", italic=True, serif=True),
    Face.SERIF_BOLD: Source("PTSerif-Bold", "fontpkg_pt_serif", "PT_Serif-Web-Bold.ttf", serif=True),
    Face.SANS: Source("PTSans-Regular", "fontpkg_pt_sans", "PT_Sans-Web-Regular.ttf"),
    Face.SANS_BOLD: Source("PTSans-Bold", "fontpkg_pt_sans", "PT_Sans-Web-Bold.ttf"),
    Face.HAND: Source("Caveat-Regular", "fontpkg_caveat", "Caveat[wght].ttf", {"wght": 400}, script=True),
    Face.HAND_BOLD: Source("Caveat-Bold", "fontpkg_caveat", "Caveat[wght].ttf", {"wght": 700}, script=True),
    Face.FORMAL: Source(
        "GreatVibes-Regular", "fontpkg_great_vibes", "GreatVibes-Regular.ttf", script=True, word_space=0.14
    ),
}
_PLAIN = {"wght": 400, "wdth": 100}
# Asked in turn for letters that a face lacks: all of Latin, Cyrillic and Greek, then Hebrew, Arabic, East Asia.
FALLBACKS: tuple[Source, ...] = (
    Source("NotoSans-Regular", "fontpkg_noto_sans", "NotoSans[wdth,wght].ttf", _PLAIN),
    Source("FrankRuhlLibre-Regular", "fontpkg_frank_ruhl_libre", "FrankRuhlLibre[wght].ttf", {"wght": 400}, serif=True),
    Source("NotoSansArabic-Regular", "fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf", _PLAIN),
    Source("NotoSansCJKjp-Regular", "noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf", folder="."),
)
