"""The berita acara of a visit: what it says (`snapshot_of`), and its print."""

from contextlib import ExitStack
from datetime import datetime
from io import BytesIO

from django.db.models import Prefetch, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from mentoring.documents.parties import last_word, people_of, response_of, signature_picture
from mentoring.documents.wording import BLANK, city_of, hours, letterhead, long_day, spelled_day
from mentoring.models import Evidence, FollowUp, ItemKind, Paper, Visit
from mentoring.queries.answers import parts_of
from mentoring.queries.visits import CHOICES, with_all_parts
from portal.documents.rendering import qr_code, render
from schools.models import SchoolAccount

TEMPLATE = "mentoring/papers/minutes.typ"


def printed_visits(visits: QuerySet) -> QuerySet:
    """Visits read with all that minutes say, in a fixed number of queries."""
    heads = SchoolAccount.objects.filter(user__is_active=True).select_related("user").order_by("pk")
    return (
        with_all_parts(visits)
        .select_related("school__district__parent")
        .prefetch_related("agreement__parties", Prefetch("school__accounts", heads), *CHOICES)
    )


def snapshot_of(visit: Visit, paper: Paper | None = None) -> dict:
    """Everything that the minutes of a visit say, as they are printed.

    `told` is what the public page of the paper says of it: nothing about a person. `visit` comes
    from `printed_visits`. Without a paper it is a draft: no number, no QR code.
    """
    said = last_word(visit)
    return {
        "title": _("Berita Acara Kunjungan Pendampingan"),
        "letterhead": letterhead(visit.agreement),
        **about(paper),
        "told": [[_("Sekolah"), visit.school.name], [_("Tanggal kunjungan"), long_day(visit.date)]],
        "visit": visit.number,
        "opening": _opening(visit),
        "facts": _facts(visit),
        "parties": people_of(visit, said),
        "response": response_of(said),
        "texts": _texts(visit),
        "attendees": _attendees(visit),
        "indicators": [str(row.indicator) for row in visit.discussed.all()],
        "instrument": visit.instrument.name,
        "rubric": _rubric(visit),
        "follow_ups": [_follow_up(row) for row in visit.follow_ups.all()],
        "photos": [_photo(row) for row in _pictures(visit)],
        "attachments": [_attachment(row) for row in visit.evidence.all() if not row.is_picture],
        "closing": closing(),
        "place_and_date": f"{city_of(visit.school)}, {date_format(visit.date)}",
    }


def print_minutes(visit: Visit, snapshot: dict, *, made_at: datetime | None = None) -> bytes:
    """The PDF of a snapshot with the photos of its visit. Raises Unprintable."""
    with ExitStack() as opened:
        files = {
            said["file"]: opened.enter_context(photo.file.open("rb"))
            for photo, said in zip(_pictures(visit), snapshot["photos"], strict=True)
            if said["file"]
        }
        if snapshot["check"]:
            files["qr.svg"] = BytesIO(qr_code(snapshot["check"]))
        for path in filter(None, (who.get("signature") for who in snapshot["parties"])):
            files["signature.svg"] = BytesIO(signature_picture(path))
        return render(TEMPLATE, snapshot, files=files, made_at=made_at)


def about(paper: Paper | None) -> dict:
    """The number, date and public address of a paper; all empty for a draft."""
    if paper is None:
        return {"draft": True, "number": "", "issued_on": "", "replaces": "", "check": ""}
    return {
        "draft": False,
        "number": paper.number,
        "issued_on": date_format(paper.issued_on),
        "replaces": paper.replaces.number if paper.replaces else "",
        "check": paper.check_url,
    }


def closing() -> str:
    """The last sentence of every berita acara."""
    return _(
        "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
    )


def _opening(visit: Visit) -> str:
    school = visit.school
    place = ", ".join(part for part in (school.name, school.address) if part)
    return _(
        "Pada hari ini, %(day)s (%(date)s), pukul %(hours)s, bertempat di %(place)s, telah "
        "dilaksanakan kunjungan pendampingan (%(kind)s, %(mode)s) oleh para pihak berikut."
    ) % {
        "day": spelled_day(visit.date),
        "date": f"{visit.date:%d/%m/%Y}",
        "hours": hours(visit.starts_at, visit.ends_at),
        "place": place,
        "kind": visit.kind.name,
        "mode": visit.get_mode_display(),
    }


def _facts(visit: Visit) -> list[list[str]]:
    school = visit.school
    return [
        [_("Nomor kunjungan"), visit.number],
        [_("Hari, tanggal"), long_day(visit.date)],
        [_("Waktu"), hours(visit.starts_at, visit.ends_at)],
        [_("Satuan pendidikan"), f"{school.name} (NPSN {school.npsn})"],
        [_("Tempat"), school.address or f"{school.district.name}, {school.district.parent.name}"],
        [_("Jenis dan moda"), f"{visit.kind.name}, {visit.get_mode_display()}"],
        [_("Pendamping lain"), visit.companions or BLANK],
        [_("Dasar"), _basis(visit.agreement)],
        *([[_("Sumber data"), visit.source]] if visit.source else []),
    ]


def _basis(agreement) -> str:
    numbers = [n for n in (agreement.first_number, agreement.second_number) if n]
    return (
        f"{agreement.title}, {_('nomor')} {' dan '.join(numbers)}" if numbers else agreement.title
    )


def _texts(visit: Visit) -> list[dict]:
    obstacles = visit.obstacles
    if visit.escalation:
        level = _("Perlu diselesaikan di tingkat: %s.") % visit.get_escalation_display()
        obstacles = f"{obstacles}\n{level}" if obstacles else level
    return [
        {"title": title, "text": text.strip() or BLANK}
        for title, text in (
            (_("Tujuan"), visit.aims),
            (_("Temuan"), visit.findings),
            (_("Capaian sejak kunjungan lalu"), visit.progress),
            (_("Hambatan"), obstacles),
        )
    ]


def _attendees(visit: Visit) -> list[list[str]]:
    """A row a part: its name, men, women, both; the last row adds them up."""
    rows = [
        (row.get_part_display().capitalize(), row.men, row.women) for row in visit.attendees.all()
    ]
    if not rows:
        return []
    rows.append((_("Jumlah"), sum(row[1] for row in rows), sum(row[2] for row in rows)))
    return [[name, str(men), str(women), str(men + women)] for name, men, women in rows]


def _rubric(visit: Visit) -> list[dict]:
    """The items that the visit was asked, in order; photos stand among the photos."""
    return [
        {
            "item": line.item.text,
            "score": str(line.given.score or BLANK),
            "level": line.told or _("Belum dinilai."),
            "note": line.given.note,
        }
        for part in parts_of(visit)
        for line in part.shown
        if line.item.kind != ItemKind.PHOTO
    ]


def _follow_up(row: FollowUp) -> dict:
    owner = row.get_owner_display().capitalize() if row.owner else BLANK
    return {
        "description": row.description,
        "owner": f"{owner} ({row.owner_name})" if row.owner_name else owner,
        "due": date_format(row.due_on) if row.due_on else BLANK,
        "indicator": str(row.indicator or BLANK),
    }


def _pictures(visit: Visit) -> list[Evidence]:
    """The evidence that is printed as pictures: photos, and lists and notes that were photographed."""
    return [row for row in visit.evidence.all() if row.is_picture]


def _attachment(row: Evidence) -> list[str]:
    """A PDF that was handed in: it is named, and known again by its checksum."""
    return [row.get_kind_display().capitalize(), row.caption or BLANK, row.sha256]


def _photo(photo: Evidence) -> dict:
    """A picture by the name that it has while typst runs; none where its file is gone or no picture."""
    return {
        "file": f"{photo.pk}.jpg" if _is_picture(photo) else "",
        "kind": photo.get_kind_display().capitalize(),
        "caption": photo.caption,
        "sha256": photo.sha256,
    }


def _is_picture(photo: Evidence) -> bool:
    try:
        with photo.file.open("rb") as file, Image.open(file, formats=["JPEG"]):
            return True
    except (FileNotFoundError, UnidentifiedImageError):
        return False
