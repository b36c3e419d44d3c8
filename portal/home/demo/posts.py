"""The demo's performance posts: one with the head's school, one for the city. All made up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pghistory
from django.utils import timezone

from mentoring.models import Activity, PerformancePost, Review, ReviewStep, ReviewTarget
from mentoring.operations.agreements import Row
from mentoring.operations.posts import open_post
from mentoring.operations.review_records import record_review
from mentoring.operations.reviews import approve_review, hold_review, plan_review
from mentoring.queries.reviews import issues_at, split
from mentoring.queries.work_plans import to_choose_from
from portal.home.demo.people import Crew
from portal.models import Area, Role, User
from schools.models import School

Part, Outcome = ReviewTarget.Part, ReviewTarget.Outcome
CITY, WEEK = "63.71", timedelta(days=7)
# A target, its value and unit; then what came of it when it is judged.
LITERACY = ("Murid dengan kompetensi minimum literasi", Decimal(70), "%")
BOOKS = ("Kelas dengan jadwal membaca bersama", Decimal(12), "kelas")
VISITS = ("Sekolah program yang dikunjungi", Decimal(13), "sekolah")
ACHIEVED = {LITERACY[0]: (Decimal("66.5"), Outcome.PARTLY), BOOKS[0]: (Decimal(12), Outcome.MET)}
MISSED = (Decimal(9), Outcome.MISSED)


@dataclass(frozen=True)
class Story:
    """A post, who records its reviews, who approves them, and what is aimed at."""

    post: PerformancePost
    recorder: User
    approver: User
    targets: tuple[tuple, ...]


def make_posts(crew: Crew) -> None:
    """Two quarters approved and one that waits with the school; the city's waits for BPMP."""
    head = School.objects.get(accounts__user__role=Role.SCHOOL)
    companion = User.objects.get(assignments__school=head, assignments__ends_on=None)
    school_post = _post(crew, companion, "Pos Kinerja Triwulan (contoh)", school=head)
    city_post = _post(
        crew, crew.officer, "Pos Kinerja Kota (contoh)", area=Area.objects.get(pk=CITY)
    )
    with_school = Story(school_post, companion, crew.officer, (LITERACY, BOOKS))
    of_city = Story(city_post, crew.officer, crew.facilitators[0], (VISITS,))
    quarters = _quarters(3)
    for quarter in quarters[:2]:
        _approved(with_school, quarter)
    _planned(with_school, quarters[2], timezone.localdate() + WEEK)
    _approved(of_city, quarters[0])
    _held(of_city, quarters[1])


def _post(crew: Crew, by: User, label: str, **place) -> PerformancePost:
    post = PerformancePost(
        label=label,
        description="Tinjauan capaian dan kendala setiap triwulan (contoh).",
        source="contoh",
        **place,
    )
    with pghistory.context(user=by.pk, source="contoh"):
        return open_post(post, by=by)


def _quarters(count: int) -> Sequence[tuple[date, date]]:
    """The last quarters, the running one included, oldest first."""
    today = timezone.localdate()
    number = today.year * 4 + (today.month - 1) // 3
    firsts = [date(n // 4, n % 4 * 3 + 1, 1) for n in range(number - count + 1, number + 2)]
    return [
        (first, after - timedelta(days=1)) for first, after in zip(firsts, firsts[1:], strict=False)
    ]


def _planned(story: Story, quarter: tuple[date, date], on: date) -> Review:
    """A review of a quarter on a day, for the activity of that year's plan."""
    first, last = quarter
    activities = to_choose_from(story.recorder, Activity.Form.POST, years=[on.year])
    review = Review(
        post=story.post,
        period_from=first,
        period_to=last,
        date=on,
        place="Ruang rapat (contoh)",
        activity=activities.first(),
    )
    with pghistory.context(user=story.recorder.pk, source="contoh"):
        return plan_review(review, by=story.recorder)


def _held(story: Story, quarter: tuple[date, date]) -> Review:
    review = _planned(story, quarter, min(quarter[1] + WEEK, timezone.localdate()))
    review.participants = "Kepala sekolah (contoh)\nPengawas (contoh)\nFasilitator (contoh)"
    review.notes = "Capaian dibahas per sasaran; kendala utama adalah bahan bacaan (contoh)."
    review.amount, review.amount_use = Decimal(7_500_000), "Buku bacaan berjenjang (contoh)"
    issues = issues_at(story.post, story.recorder)
    with pghistory.context(user=story.recorder.pk, source="contoh"):
        record_review(
            review,
            by=story.recorder,
            version=review.version,
            targets={Part.LAST: _judged(review), Part.NEXT: _set(story)},
            issues=set(issues.values_list("pk", flat=True)[:2]),
        )
        hold_review(review, by=story.recorder, version=review.version)
    ReviewStep.objects.filter(review=review).update(
        at=timezone.make_aware(datetime.combine(review.date, time(15)))
    )
    return review


def _approved(story: Story, quarter: tuple[date, date]) -> None:
    review = _held(story, quarter)
    review.refresh_from_db()
    with pghistory.context(user=story.approver.pk, source="contoh"):
        approve_review(review, by=story.approver, version=review.version)


def _judged(review: Review) -> list[Row]:
    """What came of the targets that were carried over."""
    rows = []
    for target in split(review.targets.all())["last"]:
        achieved, outcome = ACHIEVED.get(target.text, MISSED)
        rows.append(Row(target.pk, {"achieved": achieved, "outcome": outcome, "note": ""}))
    return rows


def _set(story: Story) -> list[Row]:
    return [
        Row(None, {"text": text, "value": value, "unit": unit})
        for text, value, unit in story.targets
    ]
