"""Visits in every state, with complete reports, through the operations that people use."""

from datetime import date, time, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from indicators.models import IndicatorSet
from mentoring.models import Agreement, Assignment, Given, Visit, VisitKind
from mentoring.operations.evidence import add_file, read_file
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import plan_visit, submit_visit, verify_visit
from mentoring.queries.reports import Agreed, Report


def picture(colour: str = "teal", *, size=(60, 40), kind: str = "JPEG", **save) -> bytes:
    """The bytes of a small real picture."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **save)
    return out.getvalue()


def upload(content: bytes, name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Uploaded files of a test go to its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def agreement(db):
    """The agreement of Banjarmasin, in force from November 2022 for years to come."""
    return Agreement.objects.create(
        kind=Agreement.Kind.JOINT,
        title="Kerja sama mutu pendidikan",
        first_number="1/KB/2022",
        second_number="2/KB/2022",
        area_id="63.71",
        signed_on=date(2022, 11, 2),
        starts_on=date(2022, 11, 2),
        ends_on=timezone.localdate() + timedelta(days=365),
        state=Agreement.State.IN_FORCE,
    )


@pytest.fixture
def assign(db):
    """`assign(facilitator, school)`: entrusted since November 2022 unless told."""

    def make(facilitator, school, **fields) -> Assignment:
        fields = {"starts_on": date(2022, 11, 7)} | fields
        return Assignment.objects.create(facilitator=facilitator, school=school, **fields)

    return make


@pytest.fixture
def facilitator(make_person):
    return make_person("fasilitator", name="Rahmah Fasilitator")


@pytest.fixture
def dinas(make_person):
    return make_person("dinas", name="Hadi Dinas")


@pytest.fixture
def own_school(make_school, assign, facilitator):
    """A school in Banjarmasin that is entrusted to `facilitator`."""
    school = make_school(name="SDN TELUK DALAM 1")
    assign(facilitator, school)
    return school


@pytest.fixture
def plan(agreement, own_school, facilitator):
    """`plan(on=…)`: a planned visit of `facilitator` to `own_school`, three days ago unless told."""

    def make(**fields) -> Visit:
        defaults = {
            "by": facilitator,
            "on": timezone.localdate() - timedelta(days=3),
            "kind": VisitKind.objects.order_by("order").first(),
            "mode": Visit.Mode.ON_SITE,
        }
        return plan_visit(fields.pop("school", own_school), **(defaults | fields))

    return make


@pytest.fixture
def full_report():
    """`full_report(visit)`: everything that a submission asks for, but the photos."""

    def make(visit: Visit, **fields) -> Report:
        key = fields.pop("key", UUID("8d7e3f42-0000-4000-8000-000000000001"))
        spm = IndicatorSet.objects.get(code="spm")
        defaults = {
            "date": visit.date,
            "mode": visit.mode,
            "kind_id": visit.kind_id,
            "starts_at": time(8, 30),
            "ends_at": time(11, 0),
            "aims": "Membaca Rapor bersama",
            "findings": "Guru sudah membaca Rapor",
            "attendees": {"ks": (1, 0), "guru": (2, 5)},
            "indicators": frozenset({spm.members.first().indicator_id}),
            "answers": {item.pk: Given(score=3) for item in visit.instrument.items.all()},
            "follow_ups": {
                key: Agreed("Menyusun jadwal pojok baca", "sekolah", "Kepala sekolah", visit.date)
            },
        }
        return Report(**(defaults | fields))

    return make


@pytest.fixture
def draft_visit(plan, full_report, facilitator):
    """A draft with a complete report and two photos, ready to be submitted."""
    visit = plan()
    visit = record_visit(visit, by=facilitator, version=visit.version, report=full_report(visit))
    for colour in ("teal", "navy"):
        photo = read_file(upload(picture(colour)))
        add_file(visit, photo, by=facilitator, caption=f"Foto {colour}", name="foto.jpg")
    return visit


@pytest.fixture
def submitted_visit(draft_visit, facilitator):
    submit_visit(draft_visit, by=facilitator, version=draft_visit.version)
    draft_visit.refresh_from_db()
    return draft_visit


@pytest.fixture
def verified_visit(submitted_visit, dinas):
    verify_visit(submitted_visit, by=dinas, version=submitted_visit.version)
    submitted_visit.refresh_from_db()
    return submitted_visit
