"""Writing what a review says: its facts, its targets and the obstacles that it looked at."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Review, ReviewIssue, ReviewTarget
from mentoring.operations.agreements import Row
from mentoring.operations.reviews import file_review, require_after
from mentoring.operations.soundness import require_sound
from mentoring.queries.reviews import issues_at
from portal.models import User
from portal.operations import Conflict, Refused, lock, save_edit

Part = ReviewTarget.Part


@transaction.atomic
def record_review(
    review: Review,
    *,
    by: User,
    version: int,
    targets: dict[str, Sequence[Row]],
    issues: set[int],
) -> None:
    """Save what a review says, on top of the version that its editor saw.

    `targets` are rows by the period that they belong to. What a carried target was set as stays;
    obstacles that the editor may not see are left out. Raises Refused when the review is closed or
    of the other side, when its period or its agreement does not fit, or when a row is not sound;
    Conflict when somebody saved it meanwhile. Then nothing is written.
    """
    _require_open(lock(review), by=by, version=version)
    _require_days(review)
    file_review(review)
    save_edit(review, version=version)
    for part, rows in targets.items():
        _put_targets(review, part, rows)
    _put_issues(review, issues, by=by)


def _require_open(standing: Review, *, by: User, version: int) -> None:
    """Raise Refused unless the person may write the review now, Conflict unless they saw it as it is."""
    if not by.has_perm("mentoring.record_review", standing):
        raise Refused(_("Tinjauan ini dicatat oleh pihak lain."))
    if not standing.is_open:
        raise Refused(
            _("Tinjauan ini %s dan tidak dapat diubah lagi.") % standing.get_state_display()
        )
    if standing.version != version:
        raise Conflict(standing)


def _require_days(review: Review) -> None:
    """Raise Refused unless period and day follow the last review; one that took place has no day to come."""
    if review.state == Review.State.RETURNED and review.date > timezone.localdate():
        raise Refused(_("Tinjauan ini sudah berlangsung; tanggalnya tidak dapat di masa depan."))
    others = review.post.reviews.standing().exclude(pk=review.pk)
    require_after(review, others.order_by("-period_to", "-pk").first())


def _put_targets(review: Review, part: str, rows: Sequence[Row]) -> None:
    """Add, change and take away targets; a row that did not change is not written."""
    standing = {target.pk: target for target in review.targets.filter(part=part)}
    for row in rows:
        target = standing.get(row.pk) or ReviewTarget(review=review, part=part)
        if row.dropped:
            if target.pk and not target.carried_from_id:
                target.delete()
            continue
        _write(target, row.values)


def _write(target: ReviewTarget, values: dict) -> None:
    fixed = ReviewTarget.SET if target.carried_from_id else ()
    changed = {
        name: value
        for name, value in values.items()
        if name not in fixed and getattr(target, name) != value
    }
    if target.pk and not changed:
        return
    for name, value in changed.items():
        setattr(target, name, value)
    require_sound(target)
    target.save()


def _put_issues(review: Review, issues: set[int], *, by: User) -> None:
    review.reviewed_issues.exclude(issue__in=issues).delete()
    known = set(review.reviewed_issues.values_list("issue_id", flat=True))
    new = issues_at(review.post, by).filter(pk__in=issues - known)
    ReviewIssue.objects.bulk_create(ReviewIssue(review=review, issue=issue) for issue in new)
