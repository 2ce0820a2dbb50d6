"""Any number of damaged files, each made from its number alone: every fixture in every form, hurt in every way."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from tests.exchange.made import DATA
from tests.exchange.workbooks import table

Seeds = tuple[tuple[str, bytes], ...]  # names and contents
MOST = 400_000  # bytes of a seed
_TEXTS = (".csv", ".tsv", ".txt", ".vcf", ".ics", ".eml")
_ENDINGS = (".csv", ".txt", ".xlsx", ".xls", ".ods", ".vcf", ".ics", ".eml", "")
_ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "cp1252", "cp1257", "cp1250",
    "koi8-r", "cp866", "cp932", "mac-cyrillic", "utf-7",
)  # fmt: skip
_PIECES = (
    b'"', b'""', b"\n", b"\r", b"\r\n", b",", b";", b"\t", b"|", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"'", b"=", b"\xe2\x80\xae", b":", b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"<table>", b"</td>", b"&#0;", b"\x1a",
)  # fmt: skip
_CELLS = (
    "", " ", "-", "0", "-1", "1e999", "NaN", "1_000", "١٢٣", "1.234,56", "1,234.56", "99999999999999999999", "1,23E+11",
    "31.04.2026", "03/04/25", "0025-01-01", "2026-02-30T25:61:00+99:99", "9999999", "45000.5", "--02-29", "19850230",
    "a@x.example", "a@x.example;b@x.example", "@", "a@@", "=1+1", "=cmd|' /C calc'!A0", "../../x", "#" * 70, "'", "''",
    "<b>x</b>", "&amp;", "\u202e", "\u200d", "\ufeff", "👨\u200d👩\u200d👧", "x" * 1001, "x" * 40_000, "Ķēniņš",
    "Ёлкин", "EUR", "XYZ", "$", "paid", "refunded", "wc-cancelled", "Отменён", "yes", "1 234,50 €", "AU $3,000.00",
    "2x X, 1x Y", "[1] a (2 шт)", "a x 2 ≡ 5", "product_id:1|1|30", "a ::: b", "\n",
    'a"b', "a,b;c\td|e", "0000-00-00", "1604-01-01",
)  # fmt: skip
_XML = (
    (rb'r="[A-Z]+\d+"', (b'r="XFD1048576"', b'r="A0"', b'r="a1"', b'r="A9999999999"', b"", b'r="B1"')),
    (rb't="\w+"', (b't="s"', b't="n"', b't="b"', b't="e"', b't="str"', b't="x"', b"")),
    (rb"<v>[^<]*</v>", (b"<v>1e999</v>", b"<v>-1</v>", b"<v>99999999</v>", b"<v></v>", b"<v>NaN</v>", b"")),
    (rb'ref="[^"]*"', (b'ref="A1:XFD1048576"', b'ref="A1"', b'ref="Z9:A1"', b'ref=""', b"")),
    (rb'count="\d+"', (b'count="4294967295"', b'count="-1"')),
    (rb"<row ", (b"<row><row ", b"<!DOCTYPE x><row ", b"<row r='x' ", b"<col ")),
    (rb'Target="[^"]*"', (b'Target="/etc/passwd"', b'Target=""', b'Target="worksheets/sheet9.xml"')),
    (rb'columns-repeated="\d+"', (b'columns-repeated="99999999"',)),
    (rb"</", (b"<", b"&x;</", b"<![CDATA[</")),
)  # fmt: skip


def damaged(number: int, seeds: Seeds | None = None) -> tuple[str, bytes]:
    """The name and content of a damaged file, always the same for a number."""
    chance = random.Random(number)
    name, content = chance.choice(seeds or all_seeds())
    ending = Path(name).suffix
    ways = _of_archive if content.startswith(b"PK") else _of_text if _is_text(name, content) else (_bytes, _cut)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        content = chance.choice(ways)(content, chance)
        ways = ways if content.startswith(b"PK") or ways is _of_text else (_bytes, _cut)
    if chance.random() < 0.03:
        ending = chance.choice(_ENDINGS)
    return f"file{ending}", content


def all_seeds() -> Seeds:
    """Every fixture as it is, every table of them saved as a workbook too, and tables that are long."""
    return (*short_seeds(), *long_seeds())


@lru_cache(1)
def short_seeds() -> Seeds:
    """The fixtures alone."""
    files = [*sorted(DATA.glob("*.csv")), *sorted(file for file in (DATA / "exports").iterdir() if file.is_file())]
    seeds = [(file.name, content) for file in files if len(content := file.read_bytes()) < MOST]
    seeds += [(f"{name}.xlsx", table(rows)) for name, content in seeds if (rows := _rows(name, content))]
    return (*seeds, ("letter.eml", LETTER), ("table.ods", _ods(_rows(*seeds[0]) or [])))


@lru_cache(1)
def long_seeds() -> Seeds:
    """Tables so long that a fault far down is met when the rows above it were written already."""
    orders = [f"{n},2026-11-02,Anna {n % 40},a{n % 40}@pasts.example,Cup,1,5.00,5.00,EUR" for n in range(1, 1500)]
    people = [f"Anna {n},a{n}@pasts.example,+371 2000{n:04}" for n in range(1, 1500)]
    heads = ("Order,Date,Customer,Email,Item,Qty,Price,Total,Currency", "Name,Email,Phone")
    tables = zip(("orders.csv", "people.csv"), heads, (orders, people), strict=True)
    return tuple((name, "\n".join([head, *rows, ""]).encode()) for name, head, rows in tables)


LETTER = (
    b"From: Anna Ozola <anna@pasts.example>\r\nTo: shop@ozols.example\r\nSubject: =?utf-8?B?xLdlcmTFsWU=?=\r\n"
    b"Date: Mon, 16 Nov 2026 10:00:00 +0200\r\nMessage-ID: <1@pasts.example>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"Kr=C5=ABze saplis=C4=81s.\r\n--b\r\nContent-Type: image/png\r\n"
    b"Content-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"iVBORw0KGgo=\r\n--b--\r\n"
)


def _is_text(name: str, content: bytes) -> bool:
    return name.endswith(_TEXTS) or content.lstrip()[:1] == b"<"


def _rows(name: str, content: bytes) -> list[list[str]]:
    if not name.endswith((".csv", ".txt")):
        return []
    try:
        text = content.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text), csv.Sniffer().sniff(text.splitlines()[0], ",;\t")))
    except (UnicodeDecodeError, csv.Error, IndexError):
        return []


def _ods(rows: list[list[str]]) -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    escaped = ([text.replace("&", "&amp;").replace("<", "&lt;") for text in row] for row in rows)
    lines = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in escaped)
    kinds = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {kinds}><office:body><office:spreadsheet>'
            f'<table:table table:name="S">{lines}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return out.getvalue()


# --- the ways ---


def _bytes(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(changed))
        piece = chance.choice(_PIECES) if chance.random() < 0.6 else chance.randbytes(chance.randint(0, 4))
        changed[at : at + chance.randint(0, 6)] = piece
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _cells(content: bytes, chance: random.Random) -> bytes:
    """Some cells hold something else; a table's rows are never fewer than they were."""
    text = content.decode("utf-8", "surrogateescape")
    separator = max(",;\t:", key=text.count)
    lines = text.split("\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        cells = lines[at].split(separator)
        cells[chance.randrange(len(cells))] = chance.choice(_CELLS)
        lines[at] = separator.join(cells)
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _headings(content: bytes, chance: random.Random) -> bytes:
    """A heading is lost, doubled, renamed or in another place than its cells."""
    head, _, rest = content.partition(b"\n")
    separator = max((b",", b";", b"\t"), key=head.count)
    names = head.split(separator)
    at = chance.randrange(len(names))
    way = chance.randrange(4)
    if way == 0:
        del names[at]
    elif way == 1:
        names.insert(at, chance.choice(names))
    elif way == 2:
        names[at] = chance.choice((b"", b"x", names[at].upper(), names[at] + b" ", b"Total", b"Email"))
    else:
        chance.shuffle(names)
    return separator.join(names) + b"\n" + rest


def _rows_moved(content: bytes, chance: random.Random) -> bytes:
    """Rows come twice, are gone, or stand elsewhere."""
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 3)):
        line = lines[chance.randrange(len(lines))]
        lines.insert(chance.randint(0, len(lines)), line)
        if chance.random() < 0.5 and len(lines) > 2:
            del lines[chance.randrange(len(lines))]
    if chance.random() < 0.1 and len(lines) < 500:
        lines *= 20
    return b"\n".join(lines)


def _other_encoding(content: bytes, chance: random.Random) -> bytes:
    return content.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


def _other_separator(content: bytes, chance: random.Random) -> bytes:
    return content.replace(chance.choice((b",", b";", b"\t")), chance.choice((b",", b";", b"\t", b"|", b" ")))


def _two_files(content: bytes, chance: random.Random) -> bytes:
    return content + chance.choice(all_seeds())[1][:5000]


def _parts(content: bytes, chance: random.Random, edit: Callable[[bytes], bytes] | None = None) -> bytes:
    """An archive with one of its parts changed from within, and sound otherwise."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            names = sorted(set(old.namelist()))
            main = [name for name in names if "sheet" in name or "content" in name or "shared" in name.lower()]
            hurt = chance.choice(main if main and chance.random() < 0.8 else names)
            for name in names:
                part = old.read(name)
                new.writestr(name, (edit or (lambda part: _xml(part, chance)))(part) if name == hurt else part)
    except Exception:  # noqa: BLE001  # hurt before: whatever the archive is now
        return _bytes(content, chance)
    return out.getvalue()


def _xml(part: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 3)):
        pattern, instead = chance.choice(_XML)
        places = list(re.finditer(pattern, part))
        if places:
            place = chance.choice(places)
            part = part[: place.start()] + chance.choice(instead) + part[place.end() :]
    return part


def _late(content: bytes, chance: random.Random) -> bytes:
    """Something stands near the end that makes no row, when those above may have been written."""
    at = len(content) - chance.randint(0, len(content) // 6)
    return content[:at] + chance.choice((b'"', b',"x', b'\n"', b"\xff", b"\x00")) + content[at:]


def _bomb(content: bytes, chance: random.Random) -> bytes:
    filling = chance.choice((b" ", b"<c><v>1</v></c>", b"<row/>", b"<si><t>x</t></si>", b"<table:table-row/>"))
    size = chance.choice((10_000, 300_000, 3_000_000))
    return _parts(content, chance, lambda part: part.replace(b"</", filling * (size // len(filling)) + b"</", 1))


_of_text = (
    _bytes, _bytes, _cells, _cells, _cells, _headings, _rows_moved, _other_encoding, _other_separator, _cut, _two_files,
    _late,
)  # fmt: skip
_of_archive = (_bytes, _cut, _parts, _parts, _parts, _parts, _bomb)
