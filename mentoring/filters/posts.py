"""The filters of the list of performance posts."""

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from mentoring.models import PerformancePost, Review
from portal.forms import FilterSearch, FilterSelect
from schools.models import School


class Kind(TextChoices):
    """With whom a post is held."""

    SCHOOL = "sekolah", _("sekolah")
    AREA = "wilayah", _("wilayah")


class PostFilter(django_filters.FilterSet):
    """By name or school, by place, by where its reviews stand, and whether it goes on."""

    q = django_filters.CharFilter(
        label=_("Nama pos, sekolah, atau NPSN"),
        method="search",
        max_length=120,
        widget=FilterSearch(),
    )
    tingkat = django_filters.ChoiceFilter(
        label=_("Bersama"), method="of_kind", choices=Kind.choices, widget=FilterSelect()
    )
    tinjauan = django_filters.ChoiceFilter(
        label=_("Ada tinjauan"),
        method="with_review",
        choices=Review.State.choices,
        widget=FilterSelect(),
    )
    keadaan = django_filters.ChoiceFilter(
        label=_("Keadaan"),
        method="standing",
        choices=[("aktif", _("aktif")), ("ditutup", _("ditutup"))],
        widget=FilterSelect(),
    )

    class Meta:
        model = PerformancePost
        fields = []

    def search(self, posts: QuerySet, _name: str, text: str) -> QuerySet:
        return posts.filter(Q(label__icontains=text) | Q(school__in=School.objects.search(text)))

    def of_kind(self, posts: QuerySet, _name: str, kind: str) -> QuerySet:
        return posts.filter(school__isnull=kind == Kind.AREA)

    def with_review(self, posts: QuerySet, _name: str, state: str) -> QuerySet:
        return posts.filter(Exists(Review.objects.filter(post=OuterRef("pk"), state=state)))

    def standing(self, posts: QuerySet, _name: str, standing: str) -> QuerySet:
        return posts.filter(active=standing == "aktif")
