"""Reading an uploaded photo: whether it is one, and its renditions without metadata."""

import struct
from io import BytesIO

import pillow_heif
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from mentoring.operations.renditions import Rendered
from portal.operations import Refused

pillow_heif.register_heif_opener()

MOST_PIXELS = 50_000_000
DISPLAY_SIDE = 1600
THUMBNAIL_SIDE = 400
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
EXTENSIONS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "HEIF": "heic"}
# All that Pillow and libheif raise for bytes that are not the picture they claim to be.
UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    RuntimeError,
    struct.error,
)


def read_photo(content: bytes, name: str) -> Rendered:
    """Decode a photo by its content; the name is only for sentences.

    Raises Refused, with a sentence that names the file, for more than 50 megapixels and anything
    that does not decode as JPEG, PNG, WebP or HEIC.
    """
    image = _decoded(content, name)
    picture = _upright(image)
    return Rendered(
        original=content,
        extension=EXTENSIONS[image.format],
        display=_rendition(picture, DISPLAY_SIDE),
        display_extension="jpg",
        thumbnail=_rendition(picture, THUMBNAIL_SIDE),
    )


def _decoded(content: bytes, name: str) -> Image.Image:
    """The picture, fully decoded; its size is asked of the header before any pixel is."""
    too_large = _(
        "%s terlalu besar: lebih dari 50 megapiksel. Perkecil foto itu, lalu unggah lagi."
    )
    try:
        image = Image.open(BytesIO(content), formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise Refused(too_large % name)
        image.verify()
        image = Image.open(BytesIO(content), formats=FORMATS)
        image.load()
    except Image.DecompressionBombError as error:
        raise Refused(too_large % name) from error
    except UNREADABLE as error:
        raise Refused(
            _("%s bukan foto JPEG, PNG, WebP, atau HEIC, atau PDF yang utuh. Pilih berkas lain.")
            % name
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
