"""Jobs: minutes as the portal makes them, beside typst compiling the same template and data."""

import json
import shutil
import tempfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import typst
from django.conf import settings
from django.core.files.base import ContentFile
from PIL import Image

from mentoring.documents import minutes
from mentoring.models import Bundle, Evidence, Visit
from mentoring.operations.bundles import carry_on
from portal.documents import rendering
from portal.home.demo import build_demo
from portal.models import User
from tests.bench.clock import milliseconds, typical

# Beside the portal's own files, as the database is beside its own; nothing has asked for a file yet.
settings.MEDIA_ROOT = settings.BASE_DIR / "var" / "bench"
CALLS = 30
PHOTOS = 4


def visits(count: str) -> None:
    """The demo, and so many submitted visits with a whole report and four photos each."""
    build_demo()
    with_report = Visit.objects.filter(state=Visit.State.SUBMITTED, source="contoh").first()
    missing = int(count) - Visit.objects.filter(source="ukur").count()
    for _visit in range(missing):
        _like(with_report)


def _like(model: Visit) -> None:
    visit = Visit.objects.create(
        school=model.school,
        facilitator=model.facilitator,
        agreement=model.agreement,
        instrument=model.instrument,
        kind=model.kind,
        date=model.date,
        starts_at=model.starts_at,
        ends_at=model.ends_at,
        aims=model.aims,
        findings=model.findings * 3,
        state=Visit.State.SUBMITTED,
        source="ukur",
    )
    for item in model.instrument.items.all():
        visit.answers.create(item=item, score=3)
    for number in range(8):
        visit.follow_ups.create(
            description=f"Tindak lanjut {number}", owner="sekolah", due_on=visit.date
        )
    for number in range(PHOTOS):
        photo = Evidence(
            visit=visit, caption="Foto", sha256=f"{number:064}", uploaded_by=visit.facilitator
        )
        for field in (photo.file, photo.thumbnail, photo.original):
            field.save("x.jpg", ContentFile(_picture((visit.pk + number) % 20)), save=False)
        photo.save()


@lru_cache
def _picture(number: int) -> bytes:
    """One of a few JPEGs as large as a photo's rendition: noise between 1,600 × 1,200 pixels."""
    noise = Image.effect_noise((1600, 1200), 30 + number)
    out = BytesIO()
    noise.convert("RGB").save(out, "JPEG", quality=60)
    return out.getvalue()


def _measured() -> list[int]:
    return list(Visit.objects.filter(source="ukur").order_by("pk").values_list("pk", flat=True))


def _single(pk: int) -> bytes:
    visit = minutes.printed_visits(Visit.objects.filter(pk=pk)).get()
    return minutes.print_minutes(visit, minutes.snapshot_of(visit))


def portal() -> dict:
    """One visit's minutes: read, composed, printed. Each call another visit, as people ask."""
    asked = iter(_measured())
    _single(next(asked))
    return {"ms": typical(lambda: _single(next(asked)), CALLS)}


def bare_typst() -> dict:
    """typst alone, on the same templates and the same data, laid out beforehand."""
    with tempfile.TemporaryDirectory() as folder:
        roots = iter([_laid_out(Path(folder), pk) for pk in _measured()[: CALLS + 1]])
        _compile(next(roots))
        return {"ms": typical(lambda: _compile(next(roots)), CALLS)}


def _laid_out(folder: Path, pk: int) -> Path:
    root = folder / str(pk)
    (root / "papers").mkdir(parents=True)
    (root / "files").mkdir()
    shutil.copyfile(rendering.TEMPLATES / rendering.SHARED, root / rendering.SHARED)
    shutil.copyfile(rendering.TEMPLATES / minutes.TEMPLATE, root / "main.typ")
    visit = minutes.printed_visits(Visit.objects.filter(pk=pk)).get()
    snapshot = minutes.snapshot_of(visit)
    (root / "data.json").write_text(json.dumps(snapshot))
    for photo, said in zip(visit.evidence.all(), snapshot["photos"], strict=True):
        with photo.file.open("rb") as file:
            (root / "files" / said["file"]).write_bytes(file.read())
    return root


def _compile(root: Path) -> bytes:
    return typst.compile(
        str(root / "main.typ"),
        root=str(root),
        font_paths=rendering._fonts(),
        pdf_standards=rendering.STANDARDS,
    )


def singles(count: str) -> dict:
    """So many minutes one by one, each thrown away."""
    return {"ms": milliseconds(lambda: [len(_single(pk)) for pk in _measured()[: int(count)]])}


def bundle(count: str) -> dict:
    """The same minutes as one ZIP, as the worker makes it."""
    pks = _measured()[: int(count)]
    officer = User.objects.get(email="dinas@contoh.id")
    made = Bundle.objects.create(by=officer, visits=pks, total=len(pks))
    taken = milliseconds(lambda: carry_on(made))
    if made.state != Bundle.State.DONE or made.left_out:
        raise AssertionError(f"{made.state}, {made.left_out} left out")
    return {"ms": taken, "bytes": made.size}
