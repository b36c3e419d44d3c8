"""Reading an uploaded photo: whether it is one, and its renditions without metadata."""

import hashlib
import struct
from dataclasses import dataclass
from io import BytesIO

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from portal.operations import Refused

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
DISPLAY_SIDE = 1600
THUMBNAIL_SIDE = 400
FORMATS = ("JPEG", "PNG", "WEBP")
EXTENSIONS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
# All that Pillow raises for bytes that are not the picture they claim to be.
UNREADABLE = (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error)


@dataclass(frozen=True)
class Photo:
    """A photo that was decoded: its original bytes, and two JPEG renditions without metadata."""

    original: bytes
    extension: str
    sha256: str
    display: bytes
    thumbnail: bytes


def read_photo(upload: UploadedFile) -> Photo:
    """Decode an uploaded file by its content; its name and declared type are not believed.

    Raises Refused, with a sentence that names the file, for more than 10 MB, more than
    50 megapixels, and anything that does not decode as JPEG, PNG or WebP.
    """
    if upload.size > MOST_BYTES:
        raise Refused(
            _("%s lebih besar dari 10 MB. Perkecil foto itu, lalu unggah lagi.") % upload.name
        )
    original = upload.read()
    image = _decoded(original, upload.name)
    picture = _upright(image)
    return Photo(
        original=original,
        extension=EXTENSIONS[image.format],
        sha256=hashlib.sha256(original).hexdigest(),
        display=_rendition(picture, DISPLAY_SIDE),
        thumbnail=_rendition(picture, THUMBNAIL_SIDE),
    )


def _decoded(content: bytes, name: str) -> Image.Image:
    """The picture, fully decoded; its size is asked of the header before any pixel is."""
    try:
        image = Image.open(BytesIO(content), formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise Refused(
                _(
                    "%s terlalu besar: lebih dari 50 megapiksel. Perkecil foto itu, lalu unggah lagi."
                )
                % name
            )
        image.verify()
        image = Image.open(BytesIO(content), formats=FORMATS)
        image.load()
    except Image.DecompressionBombError as error:
        raise Refused(
            _("%s terlalu besar: lebih dari 50 megapiksel. Perkecil foto itu, lalu unggah lagi.")
            % name
        ) from error
    except UNREADABLE as error:
        raise Refused(
            _("%s bukan foto JPEG, PNG, atau WebP yang utuh. Pilih berkas foto.") % name
        ) from error
    return image


def _upright(image: Image.Image) -> Image.Image:
    """The picture turned as the camera was held, on white where it was transparent."""
    turned = ImageOps.exif_transpose(image)
    if "A" in turned.getbands() or "transparency" in turned.info:
        turned = turned.convert("RGBA")
        ground = Image.new("RGB", turned.size, "white")
        ground.paste(turned, mask=turned.getchannel("A"))
        return ground
    return turned.convert("RGB")


def _rendition(picture: Image.Image, side: int) -> bytes:
    """A JPEG at most `side` pixels wide and high. A new image carries no EXIF, so no place either."""
    small = picture.copy()
    small.thumbnail((side, side))
    clean = Image.new("RGB", small.size)
    clean.paste(small)
    out = BytesIO()
    clean.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()
