"""Jobs: the page of a large visit for each role, and one answer of its report saved."""

from datetime import time, timedelta
from decimal import Decimal
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mentoring.models import Assignment, Evidence, Instrument, ItemKind, Visit, VisitKind
from mentoring.models.kinds import Given
from mentoring.operations.instruments import make_version, publish
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import plan_visit
from mentoring.queries.blueprints import Blueprint, ItemPlan, SectionPlan
from mentoring.queries.reports import Agreed, Report
from mentoring.queries.visits import indicators_to_discuss
from portal.home.demo import build_demo
from portal.models import User
from tests.bench.clock import p95_in_turn
from tests.bench.lists import CALLS

FAMILY = "ukur-40-butir"
SECTIONS, PHOTOS, FOLLOW_UPS = 8, 10, 8
EMAILS = {
    "fasilitator": "fasilitator@contoh.id",
    "dinas": "dinas@contoh.id",
    "sekolah": "sekolah@contoh.id",
}
STATES = {"fasilitator": Visit.State.DRAFT, "dinas": Visit.State.SUBMITTED}
LEVELS = tuple(
    f"Tingkat {level}: begini yang terlihat di kelas dan sekolah" for level in range(1, 5)
)


def large() -> dict:
    """A draft with 40 items answered, 10 photos and 8 follow-ups, at the school with an account."""
    build_demo()
    if not Instrument.objects.filter(code=FAMILY).exists():
        draft = make_version(_blueprint())
        publish(draft, version=draft.version)
    if not Visit.objects.filter(instrument__code=FAMILY).exists():
        _write(_planned())
    return {"items": _visit().instrument.items.count()}


def _blueprint() -> Blueprint:
    """Eight sections of five items: three rubrics, a number or a text, and one to choose from."""
    sections = tuple(
        SectionPlan(f"Bagian {n}", Decimal(1), tuple(_items(n))) for n in range(SECTIONS)
    )
    return Blueprint(FAMILY, "Ukur 40 butir", "", sections)


def _items(section: int):
    for n in range(3):
        yield ItemPlan(f"r{section}-{n}", ItemKind.RUBRIC, f"Rubrik {section} {n}", levels=LEVELS)
    kind = (ItemKind.NUMBER, ItemKind.TEXT)[section % 2]
    yield ItemPlan(f"b{section}", kind, f"Butir {section}")
    kind = (ItemKind.ONE, ItemKind.MANY, ItemKind.YES_NO)[section % 3]
    choices = () if kind == ItemKind.YES_NO else ("guru", "komite", "pengawas")
    yield ItemPlan(f"c{section}", kind, f"Pilihan {section}", choices=choices)


def _planned() -> Visit:
    school = User.objects.get(email=EMAILS["sekolah"]).school_account.school
    facilitator = User.objects.get(email=EMAILS["fasilitator"])
    day = timezone.localdate() - timedelta(days=1)
    if not Assignment.objects.on(day).filter(facilitator=facilitator, school=school).exists():
        Assignment.objects.create(facilitator=facilitator, school=school, starts_on=day)
    kind = VisitKind.objects.first()
    visit = plan_visit(school, by=facilitator, on=day, kind=kind, mode=Visit.Mode.ON_SITE)
    Visit.objects.filter(pk=visit.pk).update(instrument=Instrument.objects.get(code=FAMILY))
    visit.refresh_from_db()
    return visit


def _write(visit: Visit) -> None:
    indicators = list(indicators_to_discuss(visit).values_list("pk", flat=True)[:3])
    agreed = Agreed("Menyusun jadwal pojok baca", "sekolah", "Kepala sekolah", visit.date)
    report = Report(
        date=visit.date,
        mode=visit.mode,
        kind_id=visit.kind_id,
        starts_at=time(8, 30),
        ends_at=time(11),
        aims="Membaca Rapor bersama. " * 20,
        findings="Guru sudah membaca Rapor. " * 40,
        attendees={"ks": (1, 0), "guru": (2, 5)},
        indicators=frozenset(indicators),
        answers={item.pk: _given(item) for item in visit.instrument.items.all()},
        follow_ups={uuid4(): agreed for _number in range(FOLLOW_UPS)},
    )
    record_visit(visit, by=visit.facilitator, version=visit.version, report=report)
    for number in range(PHOTOS):
        Evidence.objects.create(
            visit=visit,
            sha256=f"{number:064}",
            uploaded_by=visit.facilitator,
            **dict.fromkeys(("file", "thumbnail", "original"), f"ukur/{number}.jpg"),
        )


def _given(item) -> Given:
    match item.kind:
        case ItemKind.RUBRIC:
            return Given(score=3, note="Terlihat pada dua kelas.")
        case ItemKind.NUMBER:
            return Given(number=Decimal(12))
        case ItemKind.TEXT:
            return Given(text="Guru memakai teks dari sungai. " * 5)
        case ItemKind.YES_NO:
            return Given(yes=True)
    return Given(choices=frozenset([item.choices.first().pk]))


def _visit() -> Visit:
    return Visit.objects.get(instrument__code=FAMILY)


def _client(role: str) -> Client:
    client = Client()
    person = User.objects.get(email=EMAILS[role])
    client.force_login(person, backend="portal.accounts.backend.PortalBackend")
    return client


def page(role: str) -> dict:
    """E, and the visit's page as a role opens it: p95 in ms, and how many queries it takes."""
    visit, client = _visit(), _client(role)
    state = STATES.get(role, Visit.State.VERIFIED)
    Visit.objects.filter(pk=visit.pk).update(state=state)
    url = visit.get_absolute_url()
    client.get(url)  # a process reads the questions of an instrument once
    with CaptureQueriesContext(connection) as queries:
        text = _answered(client.get(url)).text
    asked = len(queries)
    if text.count("/kecil/") < PHOTOS:
        raise AssertionError(f"{url}: not all photos are shown")
    measured, empty = p95_in_turn(
        lambda: client.get(url), lambda: client.get("/kosong/"), calls=CALLS
    )
    return {"E": empty, "ms": measured, "queries": asked}


def answer() -> dict:
    """E, and one answer sent by itself, another than before: p95 in ms."""
    visit, client = _visit(), _client("fasilitator")
    Visit.objects.filter(pk=visit.pk).update(state=Visit.State.DRAFT)
    url = f"{visit.get_absolute_url()}laporan/jawaban/"
    item = visit.instrument.items.filter(kind=ItemKind.RUBRIC).first()
    sent = {"item": item.pk, "version": _visit().version, f"note_{item.pk}": "Terlihat."}
    levels = iter(range(CALLS * 10))

    def save() -> None:
        sent[f"score_{item.pk}"] = 1 + next(levels) % 4
        told = _answered(client.post(url, sent, headers={"X-Autosave": "1"})).json()
        sent["version"] = told["version"]

    before = _visit().version
    measured, empty = p95_in_turn(save, lambda: client.get("/kosong/"), calls=CALLS)
    if _visit().version != before + CALLS + 2:
        raise AssertionError("not every answer was saved")
    return {"E": empty, "ms": measured}


def _answered(response):
    if response.status_code != 200:
        raise AssertionError(f"{response.request['PATH_INFO']}: {response.status_code}")
    return response
