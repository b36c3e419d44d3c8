"""What people of the demo were told, said under the visits and confirmed. All made up."""

from datetime import timedelta

from django.utils import timezone

from mentoring.models import Comment, Confirmation, Mention, PlaceProof, Visit
from mentoring.queries.confirmations import digest_of
from portal.home.demo.people import Crew
from portal.models import User
from portal.notices.models import Notice

NEWEST = 6
NOTE = "Benar, sudah kami baca bersama guru (contoh)."
# A signature as one draws it: a loop, a wave and a line below.
STROKES = [
    [[120, 250], [180, 90], [250, 70], [270, 170], [210, 290], [150, 300], [190, 210], [330, 170]],
    [[330, 170], [360, 250], [400, 160], [440, 260], [480, 165], [540, 250], [620, 150]],
    [[200, 340], [700, 320]],
]
State = Visit.State


def add_voices(visits: list[Visit], crew: Crew) -> None:
    """Confirmations, comments, positions and notices about the newest visits."""
    newest = sorted(visits, key=lambda visit: visit.date, reverse=True)
    verified = [visit for visit in newest if visit.state == State.VERIFIED][:NEWEST]
    for visit in verified:
        _confirm(visit)
        _talk(visit, crew.officer)
        _place(visit)
    told = [_waiting(visit, crew.officer) for visit in newest if visit.is_submitted]
    told += [_sent_back(visit, crew.officer) for visit in newest if visit.was_sent_back]
    Notice.objects.bulk_create(told)


def _confirm(visit: Visit) -> None:
    """The head of the school signed on the facilitator's phone, each a little differently."""
    strokes = [[[x + visit.pk % 97, y] for x, y in stroke] for stroke in STROKES]
    Confirmation.objects.create(
        visit=visit,
        way=Confirmation.Way.DRAWN,
        agrees=True,
        name="Kepala sekolah (contoh)",
        position="Kepala sekolah",
        note=NOTE,
        strokes=strokes,
        sha256=f"contoh-{visit.pk}",
        digest=digest_of(visit),
        by=visit.facilitator,
    )


def _talk(visit: Visit, officer: User) -> None:
    """A question of the dinas that names the facilitator."""
    text = (
        f"@{visit.facilitator.name}, mohon lampirkan jadwal pojok baca pada kunjungan berikutnya."
    )
    comment = Comment.objects.create(visit=visit, by=officer, text=text, with_school=True)
    Mention.objects.create(comment=comment, user=visit.facilitator)


def _place(visit: Visit) -> None:
    """The facilitator's phone stood about 60 m from the school's own point."""
    school = visit.school
    if school.latitude is not None and visit.needs_photos:
        PlaceProof.objects.create(
            visit=visit,
            latitude=float(school.latitude) + 0.0005,
            longitude=school.longitude,
            accuracy=15,
        )


def _waiting(visit: Visit, officer: User) -> Notice:
    text = f"Laporan {visit} menunggu verifikasi."
    return _notice(visit, officer, "visit-submitted", text, by=visit.facilitator)


def _sent_back(visit: Visit, officer: User) -> Notice:
    text = f"Laporan {visit} dikembalikan."
    return _notice(visit, visit.facilitator, "visit-sent-back", text, by=officer)


def _notice(visit: Visit, user: User, kind: str, text: str, *, by: User) -> Notice:
    """Counted as mailed, so that a demo's console stays quiet."""
    at = timezone.now() - timedelta(hours=2)
    url = visit.get_absolute_url()
    return Notice(user=user, kind=kind, text=text, url=url, by=by, created_at=at, mailed_at=at)
