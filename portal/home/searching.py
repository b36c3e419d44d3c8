"""One search box for schools, visits and trainings."""

import re
from dataclasses import dataclass

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.models import Training, Visit
from portal.models import User
from schools.models import School

MOST = 10


@dataclass(frozen=True)
class Group:
    """The first finds of one sort, and where the whole list is."""

    title: str
    finds: list[Model]
    more: str


def find(text: str, user: User) -> list[Group]:
    """What the user may see that fits the text, grouped by sort; nothing for an empty text."""
    if not text:
        return []
    schools = School.objects.visible_to(user).search(text)
    visits = Visit.objects.visible_to(user).select_related("school")
    number = re.fullmatch(r"k-?0*(\d{1,9})", text.lower())
    visits = visits.filter(pk=number[1]) if number else visits.filter(school__in=schools)
    trainings = Training.objects.visible_to(user).filter(title__icontains=text)
    groups = [
        Group(
            _("Sekolah"), list(schools.order_by("name", "pk")[:MOST]), reverse("schools:schools")
        ),
        Group(_("Kunjungan"), list(visits[:MOST]), reverse("mentoring:visits")),
        Group(_("Pelatihan"), list(trainings[:MOST]), reverse("mentoring:trainings")),
    ]
    return [group for group in groups if group.finds]
