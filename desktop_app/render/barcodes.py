"""QR codes in a microsecond: codes of one length are an affine map over GF(2), so one is made from another by XOR."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from itertools import compress
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from segno import encoder

_LEVEL = "m"  # 15 % of a code may be lost to a fold or a stain


def _encoder_alone() -> ModuleType:
    """The encoder of segno without its writers: they load what speaks HTTP and TLS, a tenth of a start."""
    spec = find_spec("segno")
    if spec is None or "segno" in sys.modules:
        return import_module("segno.encoder")
    sys.modules["segno"] = module_from_spec(spec)  # for as long as the encoder asks for what lies beside it
    try:
        return import_module("segno.encoder")
    finally:
        del sys.modules["segno"]  # who wants the whole of it finds it as ever


if not TYPE_CHECKING:
    encoder = _encoder_alone()


class Symbol(NamedTuple):
    """A code's modules as bits, rows padded to whole bytes, 1 = dark; `side` is the number of modules in a row."""

    side: int
    bits: bytes


class Codes:
    """Makes the codes of one run.

    Two texts of one length give codes of one version, and flipping a bit of the text flips the same modules whatever
    the rest says: those of a message with no other bit. So the first text of each length is encoded in full, each bit
    in which another differs once and without a mask, and the rest is XOR. The mask is the one ISO 18004 finds best for
    the first text of a length; it is kept for all of that length, because choosing anew costs a hundred times more and
    any mask can be read.
    """

    def __init__(self) -> None:
        self._families: dict[int, _Family] = {}

    def symbol(self, text: str) -> Symbol:
        """The code of a text, which preflight has found short enough."""
        data = text.encode()
        family = self._families.get(len(data))
        if family is None:
            family = self._families[len(data)] = _Family(data)
        return family.symbol(data)


class _Family:
    """The codes of one length."""

    def __init__(self, data: bytes) -> None:
        code = encoder.encode(data, error=_LEVEL, mode="byte", micro=False, boost_error=False)
        self._version, self._error = code.version, code.error
        self._base = _packed(code.matrix)
        self.side = len(code.matrix)
        self._bytes = self.side * ((self.side + 7) // 8)
        self._modules = _modules(self.side)
        self._flips: dict[int, int] = {}  # by place << 8 | bit
        self._alike = data
        self._places = [_Place(self, place, byte) for place, byte in enumerate(data)]
        self._varying: list[_Place] = []

    def symbol(self, data: bytes) -> Symbol:
        """The code of `data`, which is as long as the family's first."""
        if not data.startswith(self._alike):  # codes of one shop begin alike: only what may differ is looked at
            pairs = enumerate(zip(data, self._alike, strict=False))
            self._alike = data[: next(n for n, (one, other) in pairs if one != other)]
            self._varying = self._places[len(self._alike) :]
        bits = self._base
        for place, byte in zip(self._varying, data[len(self._alike) :], strict=True):
            bits ^= place[byte]
        return Symbol(self.side, bits.to_bytes(self._bytes, "big"))

    def change(self, place: int, difference: int) -> int:
        """The modules that change when some bits of one byte do: the sum of what each bit changes."""
        sum_ = 0
        for bit in (1 << n for n in range(8) if difference >> n & 1):
            key = place << 8 | bit
            if key not in self._flips:
                self._flips[key] = self._flip(place, bit)
            sum_ ^= self._flips[key]
        return sum_

    def _flip(self, place: int, bit: int) -> int:
        """The modules that change with one bit of the text: it alone with its error correction, under no mask."""
        message = bytearray(len(self._modules))  # longer than is read
        head = 12 if self._version < 10 else 20  # bits: the mode, and the length in 8 or 16
        message[head + 8 * place + 8 - bit.bit_length()] = 1
        bits = encoder.make_final_message(self._version, self._error, encoder.Buffer(message)).getbits()
        flip = 0
        for module in compress(self._modules, bits):
            flip |= module
        return flip


class _Place(dict[int, int]):
    """What changes with each other byte at one place of the first text, found when first asked for."""

    def __init__(self, family: _Family, place: int, first: int) -> None:
        self._family, self._place, self._first = family, place, first

    def __missing__(self, byte: int) -> int:
        change = self[byte] = self._family.change(self._place, byte ^ self._first)
        return change


def _modules(side: int) -> list[int]:
    """The modules of the message's bits in order, each as a packed matrix in which only it is dark."""
    matrix = encoder.make_matrix(side, side)
    encoder.add_finder_patterns(matrix, side, side)
    encoder.add_alignment_patterns(matrix, side, side)
    free = sum(row.count(2) for row in matrix)  # 2: neither dark nor light yet
    places = [list(row) for row in matrix]
    encoder.add_codewords(places, range(3, 3 + free), (side - 17) // 4)  # numbers instead of bits, told from these
    padded = side + -side % 8
    found = {
        number: 1 << (side - row) * padded - 1 - column
        for row, numbers in enumerate(places)
        for column, number in enumerate(numbers)
        if number > 2
    }
    return [found[number] for number in range(3, 3 + free)]


def _packed(matrix: tuple[bytearray, ...]) -> int:
    """A matrix of modules as one number, each row padded at its right to whole bytes."""
    side = len(matrix)
    pad = -side % 8
    number = 0
    for row in matrix:
        for module in row:
            number = number << 1 | module
        number <<= pad
    return number
