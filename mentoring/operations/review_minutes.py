"""The minutes of a review: frozen when it is approved, withdrawn when it goes back to be corrected."""

from mentoring.documents import review_minutes as minutes
from mentoring.models import Paper, Review
from mentoring.operations.papers import end_paper, issue_paper
from mentoring.queries.reviews import with_parts
from portal.models import User


def issue_review_minutes(review: Review, *, by: User) -> Paper:
    """Freeze what an approved review says: bytes, checksum, template and data.

    What was issued and withdrawn before is replaced. Raises Refused where there is no series of
    numbers for such minutes. Goes with the transaction that it is called in.
    """
    review = with_parts(Review.objects.filter(pk=review.pk)).get()
    paper = Paper(kind=Paper.Kind.REVIEW, review=review, facilitator=review.led_by)
    paper.area_id = review.post.area_code
    former = review.papers.order_by("-revision").first()
    if former:
        end_paper(former, Paper.State.REPLACED, former.reason)
        paper.replaces, paper.revision = former, former.revision + 1

    def printed() -> bytes:
        paper.snapshot = minutes.snapshot_of(review, paper)
        return minutes.print_minutes(paper.snapshot, made_at=paper.issued_at)

    return issue_paper(paper, printed, minutes.TEMPLATE, by=by)


def withdraw_review_minutes(review: Review, *, reason: str) -> None:
    """Say of the minutes of a review that they hold no more. Goes with its caller's transaction."""
    for paper in review.papers.current():
        end_paper(paper, Paper.State.WITHDRAWN, reason)
