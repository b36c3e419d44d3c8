"""Who is told of what happens to a review."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Review
from mentoring.queries.concerned import accounts_of, approvers_of
from portal.models import User
from portal.notices.operations import notify


def tell_planned(review: Review, *, by: User) -> None:
    """The school and the other side learn when a review is to take place."""
    sentence = _("Tinjauan %(review)s direncanakan pada %(date)s.")
    text = sentence % {"review": review, "date": date_format(review.date)}
    _tell([*_school_of(review), *approvers_of(review)], review, text, "planned", by=by)


def tell_held(review: Review, *, by: User) -> None:
    """The other side can approve a review."""
    text = _("Tinjauan %s menunggu pengesahan.") % review
    _tell(approvers_of(review), review, text, "held", by=by)


def tell_sent_back(review: Review, *, by: User) -> None:
    """Who recorded the review has it to correct; the reason stands on its page."""
    _tell([review.led_by], review, _("Tinjauan %s dikembalikan.") % review, "sent-back", by=by)


def tell_approved(review: Review, *, by: User) -> None:
    """Who recorded the review and the school learn that it holds."""
    text = _("Tinjauan %s sudah disahkan.") % review
    _tell([review.led_by, *_school_of(review)], review, text, "approved", by=by)


def _school_of(review: Review) -> list[User]:
    return list(accounts_of(review.post.school)) if review.post.school_id else []


def _tell(people, review: Review, text: str, what: str, *, by: User) -> None:
    url = review.get_absolute_url()
    notify(people, kind=f"review-{what}", text=text, url=url, by=by)
