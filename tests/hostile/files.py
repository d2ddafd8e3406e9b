"""Files that are broken or made to do harm, made when they are needed, and how the line about each begins."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.extract.readers.office import archive, docx, p, tbl, tr
from tests.twins.as_docx import as_docx
from tests.twins.plans import NAMED

__all__ = ["HOSTILE", "Hostile", "write_hostile"]


class Hostile(NamedTuple):
    """A file's name, how its content is made, and how the line about it begins, after the name."""

    name: str
    make: Callable[[], bytes]
    line: str


_ODT: Final = "application/vnd.oasis.opendocument.text"


def _word(body: str | bytes, declared: str = "") -> bytes:
    return archive({"word/document.xml": declared.encode() + (body if isinstance(body, bytes) else body.encode())})


def _root(inside: str) -> str:
    return f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{inside}'


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>'
    return _word(_root(p("<w:r><w:t>&l9;</w:t></w:r>")) + "</w:body></w:document>", declared)


def _outside() -> bytes:
    declared = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return _word(_root(p("<w:r><w:t>&secret;</w:t></w:r>")) + "</w:body></w:document>", declared)


def _wide() -> bytes:
    """An entity in an encoding that hides the word which declares it."""
    declared = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return _word((declared + _root(p("<w:r><w:t>&secret;</w:t></w:r>")) + "</w:body></w:document>").encode("utf-16"))


def _open_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return archive({"mimetype": _ODT, "content.xml": f"{declared}<x>&l9;&secret;</x>"})


def _page() -> bytes:
    """A page is read without a parser of XML, and knows no entity but those of HTML."""
    declared = '<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY l0 "ha">]>'
    return f"{declared}<table><tr><th>Response<th>Owner<tr><td>&secret;<td>&l0;</table>".encode()


def _bomb() -> bytes:
    return archive({"word/document.xml": _root("").encode() + b" " * 120_000_000})


def _many() -> bytes:
    return archive({f"word/document{number}.xml": "" for number in range(5_000)})


def _locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def _flagged() -> bytes:
    """The mark of encryption on a part of an archive."""
    content = bytearray(docx(p("Words")))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(sign, at + 1)
    return bytes(content)


def _astray() -> bytes:
    """An archive whose list of parts says that the first stands before the beginning of the file."""
    content = bytearray(docx(p("Words")))
    at = content.rindex(b"PK\x05\x06") + 16
    content[at : at + 4] = (int.from_bytes(content[at : at + 4], "little") + 100).to_bytes(4, "little")
    return bytes(content)


def _later() -> bytes:
    """An archive that asks for a form of archives which nobody has yet."""
    content = bytearray(docx(p("Words")))
    content[content.index(b"PK\x01\x02") + 6] = 255
    return bytes(content)


def _repeated() -> bytes:
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "text", "table")
    )
    cell = '<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="999999999">{cell}</table:table-row>'
    inside = f"<office:body><office:text><table:table>{row * 50}</table:table></office:text></office:body>"
    return archive({"mimetype": _ODT, "content.xml": f"<office:document {spaces}>{inside}</office:document>"})


def _nested() -> bytes:
    inner = docx(p("Words"))
    for _ in range(5):
        inner = archive({"inner.zip": inner})
    return inner


def _mail() -> bytes:
    return b"From: a@example.org\r\nTo: b@example.org\r\nSubject: the plan\r\nMIME-Version: 1.0\r\n\r\nAttached.\r\n"


def _spreadsheet() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


HOSTILE: Final = (
    Hostile("bomb.docx", _bomb, "word/document.xml in it unpacks to more than a plan can hold"),
    Hostile("parts.docx", _many, "5000 parts, where a document has 4000 at most"),
    Hostile("laughs.docx", _laughs, "word/document.xml in it declares a document type"),
    Hostile("outside.docx", _outside, "word/document.xml in it declares a document type"),
    Hostile("wide.docx", _wide, "word/document.xml in it declares a document type"),
    Hostile("laughs.odt", _open_laughs, "content.xml in it declares a document type"),
    Hostile("outside.html", _page, "no table has the headings"),
    Hostile("deep.docx", lambda: docx("<w:sdt>" * 100_000), "word/document.xml in it is no well-formed XML"),
    Hostile("cut.docx", lambda: as_docx(NAMED)[:20_000], "the file is damaged or cut short"),
    Hostile("torn.docx", lambda: _word(_root(p("Words"))), "word/document.xml in it is no well-formed XML"),
    Hostile("rows.docx", lambda: docx(tbl(tr(*"abcd") * 60_000)), "a table in it has more than 200000 cells"),
    Hostile("astray.docx", _astray, "word/document.xml in it is damaged"),
    Hostile("later.docx", _later, "the file is damaged or cut short"),
    Hostile("empty.docx", lambda: docx(""), "no table found"),
    Hostile("locked.docx", _locked, "protected by a password"),
    Hostile("flagged.docx", _flagged, "protected by a password"),
    Hostile("repeated.odt", _repeated, "a table in it has more than 200000 cells"),
    Hostile("nested.zip", _nested, "a packed file (zip), which is not read"),
    Hostile(
        "spans.html", lambda: b"<table>" + b"<tr><td rowspan=9999 colspan=99>x" * 3_000, "a table in it has more than"
    ),
    Hostile("open.html", lambda: b"<html>" + b"<table><tr><td>" * 20_000, "no table has the headings"),
    Hostile("long.txt", lambda: b"a\tb\n" * 10_000_000, "40 MB of text, and at most 32 are read"),
    Hostile(
        "old.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "a Word document in",
    ),
    Hostile("plan.rtf", lambda: b"{\\rtf1\\ansi Action plan}", "a rich text file (.rtf), which is not read"),
    Hostile("plan.xlsx", _spreadsheet, "a spreadsheet (.xlsx), which is not read"),
    Hostile("scan.png", lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a picture (PNG), which is not read"),
    Hostile("letter.eml", _mail, "an e-mail or a web archive"),
    Hostile("empty.txt", lambda: b"\n", "the file is empty"),
)

HUGE: Final = "huge.docx"


def write_hostile(folder: Path) -> Iterator[tuple[Path, str]]:
    """Write every file into a folder, and give its path and how the line about it begins."""
    for hostile in HOSTILE:
        path = folder / hostile.name
        path.write_bytes(hostile.make())
        yield path, f"{hostile.name}: {hostile.line}"
    huge = folder / HUGE
    with huge.open("wb") as stream:  # holes take no room on the disk
        stream.truncate(200_000_000)
    yield huge, f"{huge}: 200 MB, and at most 128 are read"
