"""Who reads the discussion of a visit, whom a text names, and the discussion itself."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat, Length

from mentoring.models import Comment, Visit
from portal.models import Role, User, area_path

MOST = 30  # comments on a page
SUGGESTED = 8
OFFICE = (Role.ADMIN, Role.DINAS, Role.FACILITATOR, Role.LEADER)


def readers_of(visit: Visit) -> QuerySet[User]:
    """The active people who may read the discussion: the offices, and the school of a verified visit."""
    within = Q(area__in=area_path(visit.school.district_id)) | Q(role=Role.ADMIN, area=None)
    readers = Q(role__in=OFFICE) & within
    if visit.is_verified:
        readers |= Q(school_account__school=visit.school_id)
    return User.objects.filter(readers, is_active=True)


def suggestions(visit: Visit, typed: str) -> QuerySet[User]:
    """Readers of the discussion of whom a word begins as typed, the first few by name."""
    begins = Q(name__istartswith=typed) | Q(name__icontains=f" {typed}")
    return readers_of(visit).filter(begins).order_by("name", "pk")[:SUGGESTED]


def named_in(text: str, visit: Visit) -> list[User]:
    """The readers whom a text names, as `@Nama Lengkap` in any case; people of one name all are.

    The longest name counts: “@Siti Hadijah” is not Siti.
    """
    held = Value(text)
    candidates = (
        readers_of(visit).annotate(held=held).filter(held__icontains=Concat(Value("@"), F("name")))
    )
    left, named = text.lower(), []
    for user in candidates.order_by(Length("name").desc(), "pk"):
        mark = f"@{user.name.lower()}"
        if mark in left or any(user.name.lower() == other.name.lower() for other in named):
            named.append(user)
            left = left.replace(mark, " ")
    return named


@dataclass(frozen=True)
class Discussion:
    """The newest comments of a visit, oldest first, and where the ones before them begin (or None)."""

    comments: list[Comment]
    before: int | None


def discussion_of(visit: Visit, user: User, *, before: int | None = None) -> Discussion:
    """The last comments that a person may read, or the last ones before another."""
    seen = Comment.objects.visible_to(user).filter(visit=visit)
    if before is not None:
        seen = seen.filter(pk__lt=before)
    newest = seen.select_related("by").prefetch_related("mentions").order_by("-pk")
    found = list(newest[: MOST + 1])
    comments = found[:MOST][::-1]
    return Discussion(comments, comments[0].pk if len(found) > MOST else None)
