"""Reading an uploaded PDF: whether it is one, and a copy without what cameras wrote into it."""

import re

from django.utils.translation import gettext as _

from mentoring.operations.renditions import Rendered
from portal.operations import Refused

HEADER = b"%PDF-"
END = b"%%EOF"
# Segments of a JPEG inside the PDF that hold place, time and device: EXIF, XMP, IPTC.
SEGMENT = re.compile(
    rb"\xff[\xe1\xed](..)(?:Exif\x00\x00|http://ns\.adobe\.com/xap/1\.0/\x00|Photoshop 3\.0\x00)",
    re.DOTALL,
)
# The PDF's own XMP, and that of pictures in it.
PACKET = re.compile(rb"<\?xpacket begin=.*?<\?xpacket end=.{0,20}?\?>", re.DOTALL)


def read_pdf(content: bytes, name: str) -> Rendered:
    """Check a PDF by its header and end mark, and blank its camera data in the copy that is shown.

    Raises Refused, with a sentence that names the file, for half a PDF and one under a password.
    """
    if END not in content[-2048:] or b"startxref" not in content[-4096:]:
        raise Refused(_("%s bukan PDF yang utuh. Simpan ulang PDF itu, lalu unggah lagi.") % name)
    if b"/Encrypt" in content:
        raise Refused(
            _("%s terkunci kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.") % name
        )
    return Rendered(
        original=content,
        extension="pdf",
        display=_without_camera_data(content),
        display_extension="pdf",
    )


def _without_camera_data(content: bytes) -> bytes:
    """The same PDF with those parts blanked in place: its table of offsets stays right."""
    clean = bytearray(content)
    for found in SEGMENT.finditer(content):
        first = found.end(1)
        last = min(found.start(1) + int.from_bytes(found[1]), len(content))
        clean[first:last] = bytes(last - first)
    for found in PACKET.finditer(content):
        clean[found.start() : found.end()] = b" " * (found.end() - found.start())
    return bytes(clean)
