"""The berita acara of a review of a performance post: what it says (`snapshot_of`), and its print."""

from datetime import datetime
from io import BytesIO

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.documents.minutes import about, closing
from mentoring.documents.wording import (
    BLANK,
    city_of,
    hours,
    letterhead,
    long_day,
    period_told,
    person,
    spelled_day,
)
from mentoring.models import FollowUp, Issue, Paper, PerformancePost, Review, ReviewTarget
from mentoring.models.agreements import SIDES
from mentoring.queries.reviews import MOST_FOLLOW_UPS, follow_ups_at, split
from portal.documents.rendering import qr_code, render
from portal.models import User
from portal.templatetags.portal import number
from schools.models import SchoolAccount

TEMPLATE = "mentoring/papers/review.typ"


def snapshot_of(review: Review, paper: Paper | None = None) -> dict:
    """Everything that the minutes of a review say, as they are printed.

    `review` comes from `with_parts`. Without a paper it is a draft: no number, no QR code.
    """
    targets, follow_ups = split(review.targets.all()), follow_ups_at(review.post)
    return {
        "title": _("Berita Acara Pos Kinerja"),
        "letterhead": letterhead(review.agreement),
        **about(paper),
        "told": [
            [_("Pos kinerja"), f"{review.post.label}, {review.post.place.name}"],
            [_("Tanggal pertemuan"), long_day(review.date)],
        ],
        "draft_words": _("tinjauan ini belum disahkan"),
        "opening": _opening(review),
        "facts": _facts(review),
        "last": [_judged(target) for target in targets["last"]],
        "next": [_set(target) for target in targets["next"]],
        "issues": [_issue(row.issue) for row in review.reviewed_issues.all()],
        "follow_ups": [_follow_up(row) for row in follow_ups[:MOST_FOLLOW_UPS]],
        "follow_ups_left": max(0, follow_ups.count() - MOST_FOLLOW_UPS),
        "amount": _amount(review),
        "notes": review.notes or BLANK,
        "participants": [line.strip() for line in review.participants.splitlines() if line.strip()],
        "closing": closing(),
        "place_and_date": f"{_city(review.post)}, {date_format(review.date)}",
        "parties": _parties(review),
    }


def print_minutes(snapshot: dict, *, made_at: datetime | None = None) -> bytes:
    """The PDF of a snapshot. Raises Unprintable."""
    files = {"qr.svg": BytesIO(qr_code(snapshot["check"]))} if snapshot["check"] else {}
    return render(TEMPLATE, snapshot, files=files, made_at=made_at)


def _opening(review: Review) -> str:
    return _(
        "Pada hari ini, %(day)s (%(date)s), bertempat di %(place)s, telah dilaksanakan tinjauan "
        "%(post)s bersama %(with)s untuk periode %(period)s."
    ) % {
        "day": spelled_day(review.date),
        "date": f"{review.date:%d/%m/%Y}",
        "place": review.place or BLANK,
        "post": review.post.label,
        "with": review.post.place.name,
        "period": period_told(review.period_from, review.period_to),
    }


def _facts(review: Review) -> list[list[str]]:
    post = review.post
    where = f"{post.school.name} (NPSN {post.school.npsn})" if post.school_id else post.area.name
    return [
        [_("Nomor tinjauan"), review.number],
        [_("Pos kinerja"), post.label],
        [_("Sekolah") if post.school_id else _("Wilayah"), where],
        [_("Periode"), period_told(review.period_from, review.period_to)],
        [_("Hari, tanggal"), long_day(review.date)],
        [_("Waktu"), hours(review.starts_at, review.ends_at)],
        [_("Tempat"), review.place or BLANK],
        [_("Dasar"), review.agreement.title],
        [_("Kegiatan"), str(review.activity or BLANK)],
        *([[_("Sumber data"), post.source]] if post.source else []),
    ]


def _set(target: ReviewTarget) -> list[str]:
    """Target, indicator, value."""
    return [target.text, str(target.indicator or BLANK), target.aimed_at]


def _judged(target: ReviewTarget) -> list[str]:
    """Target, value, what was achieved, the outcome with its note."""
    outcome = target.get_outcome_display().capitalize() if target.outcome else _("Belum dinilai")
    said = f"{outcome}. {target.note}" if target.note else outcome
    text = f"{target.text} ({target.indicator})" if target.indicator else target.text
    return [text, target.aimed_at, target.reached, said]


def _issue(issue: Issue) -> list[str]:
    """Number, what hinders, school, level."""
    return [issue.number, issue.title, issue.school.name, issue.get_level_display()]


def _follow_up(row: FollowUp) -> list[str]:
    """What, school, owner, due date."""
    owner = row.get_owner_display().capitalize() if row.owner else BLANK
    due = date_format(row.due_on) if row.due_on else BLANK
    return [row.description, row.visit.school.name, owner, due]


def _amount(review: Review) -> dict:
    """The amount and its use; empty where none is named."""
    if review.amount is None:
        return {}
    return {"sum": f"Rp{number(review.amount)}", "use": review.amount_use}


def _city(post: PerformancePost) -> str:
    """The name that stands before the date."""
    if post.school_id:
        return city_of(post.school)
    return post.area.name.removeprefix("Kota ").removeprefix("Kabupaten ")


def _parties(review: Review) -> list[dict]:
    """Who signs: who recorded, the head of the school, who approved."""
    people = [_of_side(review.led_by)]
    if review.post.school_id:
        heads = SchoolAccount.objects.filter(school=review.post.school, user__is_active=True)
        account = heads.select_related("user").order_by("pk").first()
        role = _("Kepala sekolah")
        nobody = {"role": role, "name": "", "nip": "", "position": ""}
        people.append(person(account.user, role) if account else nobody)
    if review.approved_by:
        people.append(_of_side(review.approved_by))
    return people


def _of_side(user: User) -> dict:
    """A person with the side that they stand for."""
    side = SIDES.get(user.role)
    return person(user, str(side.label) if side else "") | {"institution": user.position}
