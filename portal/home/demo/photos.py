"""Pictures for the demo's newest reports: drawn, and marked as examples."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from mentoring.models import Visit
from mentoring.operations.evidence import keep_file, read_file

NEWEST = 40
SIZE = (960, 720)
CAPTIONS = ("Kegiatan di kelas (contoh)", "Diskusi dengan guru (contoh)")
WATER = ((11, 100, 112), (20, 122, 120), (14, 84, 104), (32, 110, 96))


def add_photos(visits: list[Visit]) -> None:
    """Two pictures for each of the newest reported visits that were not online."""
    reported = [v for v in visits if v.state != Visit.State.PLANNED and v.needs_photos]
    for visit in sorted(reported, key=lambda v: v.date)[-NEWEST:]:
        for number, caption in enumerate(CAPTIONS, start=1):
            name = f"contoh-{visit.pk}-{number}.jpg"
            picture = SimpleUploadedFile(name, _drawn(visit, number), "image/jpeg")
            keep_file(visit, read_file(picture), by=visit.facilitator, caption=caption)


def _drawn(visit: Visit, number: int) -> bytes:
    """A river with the words that say what this is, as the bytes of a JPEG."""
    image = Image.new("RGB", SIZE, WATER[(visit.pk + number) % len(WATER)])
    pen = ImageDraw.Draw(image)
    width, height = SIZE
    for line in range(8):
        top = height - 60 * (line + 1)
        pen.arc((-200, top, width + 200, top + 90 + 10 * line), 180, 360, fill=(255, 255, 255))
    words = f"FOTO CONTOH {number}\n{visit.number}\n{visit.school.name}"
    pen.multiline_text((60, 60), words, fill=(255, 255, 255), font_size=44)
    out = BytesIO()
    image.save(out, "JPEG", quality=70)
    return out.getvalue()
