"""Performance posts and their reviews in every state, through the operations that people use."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from mentoring.models import PerformancePost, Review
from mentoring.operations.agreements import Row
from mentoring.operations.posts import open_post
from mentoring.operations.review_records import record_review
from mentoring.operations.reviews import approve_review, hold_review, plan_review
from mentoring.queries.reviews import split

QUARTER = timedelta(days=91)


@pytest.fixture
def school_post(own_school, facilitator) -> PerformancePost:
    """A post of the facilitator's school."""
    return open_post(PerformancePost(label="Pos Triwulan", school=own_school), by=facilitator)


@pytest.fixture
def city_post(dinas) -> PerformancePost:
    """A post of the whole city, opened by the dinas."""
    return open_post(PerformancePost(label="Pos Kota", area_id="63.71"), by=dinas)


@pytest.fixture
def plan_next(agreement):
    """`plan_next(post, by)`: the next review, of a quarter that is over, held seven days ago."""

    def make(post: PerformancePost, by, **fields) -> Review:
        last = post.reviews.standing().order_by("-period_to").first()
        first = last.period_to + timedelta(days=1) if last else days_ago(400)
        review = Review(
            **{
                "post": post,
                "period_from": first,
                "period_to": first + QUARTER,
                "date": days_ago(7),
                "place": "Ruang guru",
            }
            | fields
        )
        return plan_review(review, by=by)

    return make


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def next_target(text="Guru terlatih", value="20", unit="guru") -> Row:
    return Row(None, {"text": text, "value": Decimal(value), "unit": unit})


@pytest.fixture
def write():
    """`write(review, by)`: everything that an approval asks for; judges what was carried over."""

    def make(review: Review, by, *, targets=None, issues=(), **fields) -> Review:
        review = Review.objects.get(pk=review.pk)
        for name, value in {
            "participants": "Hj. Mariani, kepala sekolah",
            "notes": "Capaian dibahas",
            **fields,
        }.items():
            setattr(review, name, value)
        judged = [
            Row(t.pk, {"achieved": Decimal(18), "outcome": "sebagian", "note": "Dua pindah"})
            for t in split(review.targets.all())["last"]
        ]
        record_review(
            review,
            by=by,
            version=review.version,
            targets={"lalu": judged, "depan": [next_target()] if targets is None else targets},
            issues={issue.pk for issue in issues},
        )
        return review

    return make


@pytest.fixture
def hold(plan_next, write):
    """`hold(post, by)`: the next review, written and stated as held."""

    def make(post: PerformancePost, by, *, activity=None, **fields) -> Review:
        review = write(plan_next(post, by, activity=activity), by, **fields)
        hold_review(review, by=by, version=review.version)
        return Review.objects.get(pk=review.pk)

    return make


@pytest.fixture
def approve(hold):
    """`approve(post, by, approver)`: the next review, held and approved."""

    def make(post: PerformancePost, by, approver, **fields) -> Review:
        review = hold(post, by, **fields)
        approve_review(review, by=approver, version=review.version)
        return Review.objects.get(pk=review.pk)

    return make
