"""What may happen in the discussion of a visit."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Comment, Mention, Visit
from mentoring.operations.notices import tell_mentioned
from mentoring.queries.comments import named_in
from portal.models import Role, User
from portal.operations import Refused, lock


@transaction.atomic
def add_comment(visit: Visit, *, by: User, text: str) -> Comment:
    """Say something under a visit; whom it names (`@Nama Lengkap`) is told, if they may read it.

    Raises Refused when a school speaks before the visit is verified.
    """
    visit = lock(visit)
    if by.role == Role.SCHOOL and not visit.is_verified:
        raise Refused(_("Diskusi terbuka bagi sekolah setelah laporan diverifikasi."))
    comment = Comment.objects.create(visit=visit, by=by, text=text, with_school=visit.is_verified)
    _name(comment, text)
    return comment


@transaction.atomic
def edit_comment(comment: Comment, *, by: User, text: str) -> None:
    """Change one's own comment within 15 minutes; whom it names now is told, once.

    Raises Refused when it is another's, is deleted or stood longer.
    """
    comment = lock(comment)
    _require_own(comment, by)
    if not comment.is_editable:
        raise Refused(_("Komentar hanya dapat diubah dalam 15 menit. Tulis komentar baru."))
    if comment.text != text:
        comment.text, comment.edited_at = text, timezone.now()
        comment.save()
        _name(comment, text)


@transaction.atomic
def delete_comment(comment: Comment, *, by: User) -> None:
    """Take back one's own comment; its place says that it was deleted. Again changes nothing.

    Raises Refused when it is another's.
    """
    comment = lock(comment)
    _require_own(comment, by)
    if comment.deleted_at is None:
        comment.named.all().delete()
        comment.text, comment.deleted_at = "", timezone.now()
        comment.save()


def _require_own(comment: Comment, by: User) -> None:
    if comment.by_id != by.pk:
        raise Refused(_("Komentar ini ditulis orang lain."))


def _name(comment: Comment, text: str) -> None:
    """Keep whom a comment names, and tell those whom it did not name before."""
    named = {user.pk: user for user in named_in(text, comment.visit)}
    if not comment.with_school:
        named = {pk: user for pk, user in named.items() if user.role != Role.SCHOOL}
    comment.named.exclude(user__in=named).delete()
    known = set(comment.named.values_list("user", flat=True))
    new = [user for pk, user in named.items() if pk not in known]
    Mention.objects.bulk_create(Mention(comment=comment, user=user) for user in new)
    tell_mentioned(comment.visit, new, by=comment.by)
