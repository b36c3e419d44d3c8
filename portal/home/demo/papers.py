"""Papers of the demo: minutes of the newest verified visits, one of them corrected, and a letter."""

from datetime import timedelta

from django.utils import timezone

from mentoring.models import Visit
from mentoring.operations.papers import issue_minutes, issue_period_letter
from portal.home.demo.people import Crew

NEWEST = 5


def make_papers(visits: list[Visit], crew: Crew) -> None:
    """Issued today by the demo's officer; what they say is marked as an example by its source."""
    verified = [visit for visit in visits if visit.state == Visit.State.VERIFIED]
    for visit in sorted(verified, key=lambda v: (v.date, v.pk))[-NEWEST:]:
        issue_minutes(visit, by=crew.officer)
    issue_minutes(visit, by=crew.officer, reason="Jabatan kepala sekolah salah tulis (contoh).")
    today = timezone.localdate()
    issue_period_letter(
        crew.facilitators[0],
        by=crew.officer,
        starts_on=today,
        ends_on=today + timedelta(days=30),
    )
