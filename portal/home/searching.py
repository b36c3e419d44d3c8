"""One search box for schools, visits, performance posts and trainings."""

import re
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from mentoring.models import PerformancePost, Training, Visit
from portal.models import User
from schools.models import School

MOST = 10


@dataclass(frozen=True)
class Group:
    """The first finds of one sort, and where the whole list is."""

    title: str
    finds: list[Model]
    more: str  # the list narrowed to the same text; empty where it shows nothing more


def find(text: str, user: User) -> list[Group]:
    """What the user may see that fits the text, grouped by sort; nothing for an empty text."""
    if not text:
        return []
    schools = School.objects.visible_to(user).search(text)
    visits = Visit.objects.visible_to(user).select_related("school")
    number = re.fullmatch(r"k-?0*(\d{1,9})", text.lower())
    visits = visits.filter(pk=number[1]) if number else visits.filter(school__in=schools)
    trainings = Training.objects.visible_to(user).filter(title__icontains=text)
    posts = PerformancePost.objects.visible_to(user).filter(label__icontains=text)
    posts = posts.select_related("school", "area")
    groups = [
        _group(_("Sekolah"), schools.order_by("name", "pk"), "schools:schools", text),
        _group(_("Kunjungan"), visits, "mentoring:visits", text),
        _group(_("Pos kinerja"), posts, "mentoring:posts", text),
        _group(_("Pelatihan"), trainings, "mentoring:trainings", text),
    ]
    return [group for group in groups if group.finds]


def _group(title: str, found: QuerySet, list_name: str, text: str) -> Group:
    first = list(found[: MOST + 1])
    more = f"{reverse(list_name)}?{urlencode({'q': text})}" if len(first) > MOST else ""
    return Group(title, first[:MOST], more)
