"""What an uploaded scan must be: checked by its content, because a name proves nothing."""

import struct
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 60_000_000  # an A4 page at 600 dpi has 35 million; more would only fill the memory

# What each ending promises: the kind of content and the type it is sent as.
CONTENT_TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}
IMAGE_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}


def content_type_of(name: str) -> str:
    """The type that a checked scan is sent as; plain bytes for a name with another ending."""
    return CONTENT_TYPES.get(PurePath(name).suffix.lower(), "application/octet-stream")


def check_scan(file) -> None:
    """Refuse a new upload that is not a PDF, JPEG or PNG of at most 10 MB, as its name says.

    Raises ValidationError. A file that is already stored was checked when it came.
    """
    if getattr(file, "_committed", False):
        return
    if file.size > MAX_BYTES:
        raise ValidationError(
            _("Berkas lebih besar dari 10 MB. Pindai ulang dengan mutu lebih rendah.")
        )
    ending = PurePath(file.name).suffix.lower()
    if ending not in CONTENT_TYPES:
        raise ValidationError(_("Pindaian harus berupa PDF, JPG, atau PNG. Pilih berkas lain."))
    is_sound = _is_pdf(file) if ending == ".pdf" else _is_image(file, IMAGE_FORMATS[ending])
    file.seek(0)
    if not is_sound:
        raise ValidationError(
            _("Isi berkas ini bukan %(kind)s yang utuh. Pindai ulang, lalu pilih berkasnya lagi."),
            params={"kind": ending.removeprefix(".").upper()},
        )


def _is_pdf(file) -> bool:
    """Whether the file starts as a PDF and has the end that a complete PDF has."""
    file.seek(0)
    if file.read(5) != b"%PDF-":
        return False
    file.seek(max(0, file.size - 2048))
    return b"%%EOF" in file.read()


def _is_image(file, image_format: str) -> bool:
    """Whether the file can be decoded, whole, as an image of this format."""
    file.seek(0)
    try:
        with Image.open(file, formats=[image_format]) as image:
            if image.width * image.height > MAX_PIXELS:
                return False
            image.load()
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError):
        return False
    return True
