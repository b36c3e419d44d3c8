"""What an agreement holds: visits, trainings, sessions and reviews that an edit may not leave outside."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from portal.models import inside_area


def left_behind(before, after) -> dict:
    """What the edit of an agreement would leave outside it, in words beside the changed field.

    Only a change is told of: what stood outside before the edit does not forbid other edits.
    Cancelled visits and reviews do not count.
    """
    draft = after.State.DRAFT
    errors = {}
    if after.starts_on and (left := _between(after, before.starts_on, after.starts_on)):
        errors["starts_on"] = _("Sebelum tanggal ini masih ada %s. Majukan tanggalnya.") % left
    day = timedelta(days=1)
    if after.ends_on and (left := _between(after, after.ends_on + day, before.ends_on + day)):
        errors["ends_on"] = _("Setelah tanggal ini masih ada %s. Mundurkan tanggalnya.") % left
    if after.area_id and after.area_id != before.area_id and (left := _outside_area(after)):
        errors["area"] = _("Di luar wilayah ini masih ada %s. Pilih wilayah lain.") % left
    if after.state == draft and before.state != draft and (left := _all(after)):
        errors["state"] = _("Naskah ini menaungi %s. Pilih keputusan selain draf.") % left
    return errors


def held_since(agreement, day: date) -> str:
    """What was held under an agreement on a day or later, in words; plans do not count."""
    after = {"date__gte": day}
    visits = _visits(agreement).exclude(state=agreement.visits.model.State.PLANNED)
    present = Q(sessions__attendance__isnull=False, sessions__date__gte=day)
    sessions = agreement.trainings.aggregate(found=Count("sessions", filter=present, distinct=True))
    return _told(
        visits=visits.filter(**after).count(),
        sessions=sessions["found"],
        reviews=agreement.reviews.held().filter(**after).count(),
    )


def _visits(agreement) -> models.QuerySet:
    return agreement.visits.exclude(state=agreement.visits.model.State.CANCELLED)


def _reviews(agreement) -> models.QuerySet:
    return agreement.reviews.standing()


def _all(agreement) -> str:
    return _told(
        visits=_visits(agreement).count(),
        trainings=agreement.trainings.count(),
        reviews=_reviews(agreement).count(),
    )


def _between(agreement, first: date, end: date) -> str:
    """The visits, sessions and reviews from a day until before another one."""
    if first >= end:
        return ""
    days = {"date__gte": first, "date__lt": end}
    visits, reviews = _visits(agreement).filter(**days), _reviews(agreement).filter(**days)
    within = Q(sessions__date__gte=first, sessions__date__lt=end)
    sessions = agreement.trainings.aggregate(found=Count("sessions", filter=within))
    return _told(visits=visits.count(), sessions=sessions["found"], reviews=reviews.count())


def _outside_area(agreement) -> str:
    """The visits, trainings and reviews outside the area as edited."""
    visits = _visits(agreement).exclude(inside_area(agreement.area, "school__district__code"))
    trainings = agreement.trainings.exclude(inside_area(agreement.area, "area__code"))
    within = inside_area(agreement.area, "post__school__district__code")
    within |= inside_area(agreement.area, "post__area__code")
    reviews = _reviews(agreement).exclude(pk__in=agreement.reviews.filter(within).values("pk"))
    return _told(visits=visits.count(), trainings=trainings.count(), reviews=reviews.count())


def _told(*, visits: int = 0, sessions: int = 0, trainings: int = 0, reviews: int = 0) -> str:
    """What is held, in words: `3 kunjungan dan 2 sesi pelatihan`; empty for nothing."""
    found = [
        visits and _("%d kunjungan") % visits,
        sessions and _("%d sesi pelatihan") % sessions,
        trainings and _("%d pelatihan") % trainings,
        reviews and _("%d tinjauan pos kinerja") % reviews,
    ]
    return str(_(" dan ")).join(str(words) for words in found if words)
