"""A typst template and data become a PDF: tagged, PDF/UA-1 and PDF/A-2a, with typst's own fonts.

Data reaches a template as JSON and is printed as it stands: nothing in it is ever read as markup.
"""

import hashlib
import io
import json
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import BinaryIO

import segno
import typst
from django.conf import settings
from django.utils import timezone

TEMPLATES = settings.BASE_DIR / "templates"
SHARED = "papers/paper.typ"  # what every template imports
STANDARDS = ["ua-1", "a-2a"]
PROBE = (
    b'#set document(title: "?")\n#set text(lang: "id", font: "Libertinus Serif")\n#sys.inputs.text'
)


class Unprintable(Exception):
    """A paper that typst could not make; the message is typst's own, for the log."""


def render(
    template: str,
    data: dict,
    *,
    files: Mapping[str, BinaryIO] = MappingProxyType({}),
    made_at: datetime | None = None,
) -> bytes:
    """The PDF of a template (its path below `templates/`) with this data.

    `files` stand beside the data under `/files/`; `made_at` is the time that the PDF itself names.
    The same template, data, files and time give the same bytes. Characters that no font draws are
    printed as their code, `[U+1F600]`, because PDF/UA allows no empty box. Raises Unprintable.
    """
    stamp = int((made_at or timezone.now()).timestamp())
    with TemporaryDirectory(prefix="paper-") as folder:
        root = Path(folder)
        _lay_out(root, template, files)
        try:
            return _compile(root, data, stamp)
        except typst.TypstError as error:
            told = _each_text(data, _drawable)
            if told == data:
                raise Unprintable(str(error)) from error
        try:
            return _compile(root, told, stamp)
        except typst.TypstError as error:
            raise Unprintable(str(error)) from error


@cache
def template_version(template: str) -> str:
    """Names exactly what makes a paper out of data: typst's version and the template's content."""
    digest = hashlib.sha256()
    for name in (template, SHARED):
        digest.update((TEMPLATES / name).read_bytes())
    return f"{typst.__version__}-{digest.hexdigest()[:12]}"


def qr_code(text: str) -> bytes:
    """A QR code as SVG, with the quiet zone that readers need."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=True)
    return out.getvalue()


def _lay_out(root: Path, template: str, files: Mapping[str, BinaryIO]) -> None:
    """What typst may read: the template, what all templates share, and the files of this paper."""
    (root / SHARED).parent.mkdir()
    shutil.copyfile(TEMPLATES / SHARED, root / SHARED)
    shutil.copyfile(TEMPLATES / template, root / "main.typ")
    (root / "files").mkdir()
    for name, file in files.items():
        with (root / "files" / name).open("wb") as out:
            shutil.copyfileobj(file, out)


def _compile(root: Path, data: dict, stamp: int) -> bytes:
    (root / "data.json").write_text(json.dumps(data))
    return typst.compile(
        str(root / "main.typ"),
        root=str(root),
        font_paths=_fonts(),
        pdf_standards=STANDARDS,
        timestamp=stamp,
    )


@cache
def _fonts() -> typst.Fonts:
    """Those that typst brings along: the same on every machine."""
    return typst.Fonts(include_system_fonts=False)


def _each_text(data, change: Callable[[str], str]):
    """The data with every text in it changed."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {name: _each_text(value, change) for name, value in data.items()}
    if isinstance(data, list):
        return [_each_text(value, change) for value in data]
    return data


def _drawable(text: str) -> str:
    """The text with each character that no font draws written as its code."""
    return "".join(c if _is_drawn(c) else f"[U+{ord(c):04X}]" for c in text)


@lru_cache(maxsize=4096)
def _is_drawn(character: str) -> bool:
    """Asked of typst itself, with the fonts and standards of a paper."""
    if character.isascii() and (character.isprintable() or character in "\n\t"):
        return True
    inputs = {"text": character}
    try:
        typst.compile(PROBE, font_paths=_fonts(), pdf_standards=STANDARDS, sys_inputs=inputs)
    except typst.TypstError:
        return False
    return True
