"""Reading posts and their reviews, as several pages and papers need them."""

from datetime import date, timedelta

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import (
    FollowUp,
    Issue,
    PerformancePost,
    Review,
    ReviewIssue,
    ReviewStep,
    ReviewTarget,
    Visit,
)
from mentoring.queries.row_changes import row_changes
from portal.history import Change, Entry, history_of
from portal.models import User, inside_area

MOST_OFFERED = 50
MOST_FOLLOW_UPS = 10
Level = Issue.Level


def for_list(user: User) -> QuerySet:
    """The posts in a person's scope, each with `last_held`, `next_planned` and `review_count`."""
    of_post = Review.objects.filter(post=OuterRef("pk")).order_by("-date")
    counted = Review.objects.standing().filter(post=OuterRef("pk")).order_by().values("post")
    return (
        PerformancePost.objects.visible_to(user)
        .select_related("school", "area")
        .defer("school__search")
        .annotate(
            last_held=Subquery(of_post.held().values("date")[:1]),
            next_planned=Subquery(of_post.filter(state=Review.State.PLANNED).values("date")[:1]),
            review_count=Subquery(counted.annotate(n=Count("pk")).values("n")),
        )
    )


def with_parts(reviews: QuerySet) -> QuerySet:
    """Reviews with all that their page and their minutes say, in a fixed number of queries."""
    related = reviews.select_related(
        "post__school__district__parent",
        "post__area",
        "agreement",
        "activity__clause",
        "led_by",
        "approved_by",
    )
    return related.prefetch_related(
        "agreement__parties",
        Prefetch("targets", ReviewTarget.objects.select_related("indicator")),
        Prefetch("reviewed_issues", ReviewIssue.objects.select_related("issue__school")),
        Prefetch("steps", ReviewStep.objects.select_related("by")),
    )


def last_held(post: PerformancePost) -> Review | None:
    """The review of a post that took place last."""
    return post.reviews.held().order_by("-period_to", "-pk").first()


def next_period(post: PerformancePost) -> tuple[date, date] | None:
    """The period that a post reviews next: as long as the last one, right after it."""
    last = last_held(post)
    if last is None:
        return None
    first = last.period_to + timedelta(days=1)
    if last.period_from.day == 1 and first.day == 1:  # whole months
        months = (last.period_to.year - last.period_from.year) * 12
        months += last.period_to.month - last.period_from.month + 1
        return first, _month_later(first, months) - timedelta(days=1)
    return first, first + (last.period_to - last.period_from)


def _month_later(day: date, months: int) -> date:
    """The first day of the month so many months after that of a day."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def split(targets) -> dict[str, list[ReviewTarget]]:
    """Targets as templates take them: `last`, which are judged, and `next`, which are set."""
    parts = {"last": ReviewTarget.Part.LAST, "next": ReviewTarget.Part.NEXT}
    return {name: [t for t in targets if t.part == part] for name, part in parts.items()}


def missing_in(review: Review) -> list[str]:
    """What keeps a review from being approved, a sentence each; empty when it lacks nothing."""
    parts = split(review.targets.all())
    unjudged = [target for target in parts["last"] if not target.outcome]
    found = [
        review.date > timezone.localdate()
        and _("Tanggal pertemuan (%s) belum tiba.") % date_format(review.date),
        not review.place and _("Isi tempat pertemuan."),
        not review.participants and _("Isi peserta pertemuan."),
        not review.notes and _("Isi notula pertemuan."),
        *(_("Pilih hasil sasaran “%s”.") % target.text for target in unjudged),
        not parts["next"] and _("Isi setidaknya satu sasaran periode berikutnya."),
    ]
    return [str(sentence) for sentence in found if sentence]


def issues_at(post: PerformancePost, user: User) -> QuerySet:
    """The open obstacles that a post may look at: of its school, or of the schools of its area.

    For an area only those that left the schools' own desks.
    """
    seen = Issue.objects.visible_to(user).open().select_related("school", "raised_by")
    if post.school_id:
        seen = seen.filter(school=post.school_id)
    else:
        seen = seen.filter(inside_area(post.area, "school__district__code"))
        seen = seen.exclude(level=Level.SCHOOL)
    return seen.defer("school__search").order_by("since", "pk")


def issues_to_offer(review: Review, user: User) -> list[Issue]:
    """The obstacles to choose from: those chosen already, then the longest waiting, 50 at most."""
    chosen = Q(pk__in=review.reviewed_issues.values("issue"))
    kept = list(Issue.objects.filter(chosen).select_related("school").order_by("since", "pk"))
    known = {issue.pk for issue in kept}
    open_ones = issues_at(review.post, user)[: MOST_OFFERED + len(known)]
    return (kept + [issue for issue in open_ones if issue.pk not in known])[
        : max(MOST_OFFERED, len(kept))
    ]


def follow_ups_at(post: PerformancePost, user: User | None = None) -> QuerySet:
    """The open follow-ups of a post's school or area, the earliest due first.

    Without a reader those of verified visits, which everybody concerned may read: for the minutes.
    """
    everyone = FollowUp.objects.filter(visit__state=Visit.State.VERIFIED)
    seen = FollowUp.objects.visible_to(user) if user else everyone
    place = (
        Q(visit__school=post.school_id)
        if post.school_id
        else inside_area(post.area, "visit__school__district__code")
    )
    found = seen.open().filter(place).select_related("visit__school", "owner_person")
    return found.defer("visit__school__search").order_by("due_on", "pk")


def life_of(review: Review) -> list[Entry]:
    """The history of a review with that of its targets and obstacles, newest first."""
    targets = ReviewTarget.pgh_event_model.objects.filter(review_id=review.pk)
    issues = ReviewIssue.pgh_event_model.objects.filter(review_id=review.pk)
    return history_of(review, parts=[targets, issues.prefetch_related("issue")])


def part_changes(review: Review, *, since: int) -> list[Change]:
    """What was done to the targets and obstacles by the edits that came after a version."""
    return row_changes(review, (ReviewTarget, ReviewIssue), since=since)
