"""The surat tugas of a facilitator: for one planned visit, or for a period with its schools."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.documents.minutes import about
from mentoring.documents.wording import city_of, letterhead, long_day, period_told, person
from mentoring.models import Agreement, Paper
from mentoring.models.agreements import Side
from portal.documents.rendering import qr_code, render
from schools.models import School

TEMPLATE = "mentoring/papers/letter.typ"


def snapshot_of(
    paper: Paper,
    agreement: Agreement,
    starts_on: date,
    ends_on: date,
    schools: Sequence[School],
) -> dict:
    """Everything that a letter says: who is sent, on what ground, where and when."""
    return {
        "title": _("Surat Tugas"),
        "letterhead": letterhead(agreement),
        **about(paper),
        "told": [
            [_("Sekolah"), ", ".join(school.name for school in schools)],
            [_("Waktu"), _period(starts_on, ends_on)],
        ],
        "ground": agreement.title,
        "numbers": [n for n in (agreement.first_number, agreement.second_number) if n],
        "person": person(paper.facilitator, _("Fasilitator")),
        "period": _period(starts_on, ends_on),
        "schools": [_school(school) for school in schools],
        "closing": _(
            "Surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab. Setelah selesai, "
            "yang bersangkutan melaporkan hasilnya melalui portal Mitra Mutu."
        ),
        "place_and_date": f"{city_of(schools[0])}, {date_format(paper.issued_on)}",
        "signatures": [_signatory(agreement)],
    }


def print_letter(snapshot: dict, *, made_at: datetime | None = None) -> bytes:
    """The PDF of a snapshot. Raises Unprintable."""
    files = {"qr.svg": BytesIO(qr_code(snapshot["check"]))}
    return render(TEMPLATE, snapshot, files=files, made_at=made_at)


def _period(starts_on: date, ends_on: date) -> str:
    if starts_on == ends_on:
        return long_day(starts_on)
    return period_told(starts_on, ends_on)


def _school(school: School) -> list[str]:
    place = school.address or school.district.name
    return [school.npsn, school.name, place]


def _signatory(agreement: Agreement) -> dict:
    """Who signs for BPMP, whose people facilitators are; a blank where no party is written down."""
    found = next((p for p in agreement.parties.all() if p.side == Side.BPMP), None)
    if found is None:
        return {"role": str(Side.BPMP.label), "name": "", "nip": ""}
    return {"role": found.position, "institution": found.institution, "name": found.name, "nip": ""}
