"""Filters of the list of trainings and of a training's participants."""

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms import SearchInput
from django.utils.translation import gettext_lazy as _

from mentoring.filters.periods import PeriodForm
from mentoring.models import Participant, Session, Training
from portal.filters import ListFilter
from portal.forms import FilterDate, FilterSelect


class TrainingFilter(ListFilter):
    redrawn = ["sampai"]

    q = django_filters.CharFilter(
        label=_("Cari judul"),
        field_name="title",
        lookup_expr="icontains",
        widget=SearchInput(attrs={"class": "form-control"}),
    )
    jenis = django_filters.ChoiceFilter(
        label=_("Jenis"),
        field_name="kind",
        choices=Training.Kind.choices,
        widget=FilterSelect(),
    )
    dari = django_filters.DateFilter(label=_("Sejak tanggal"), method="since", widget=FilterDate())
    sampai = django_filters.DateFilter(
        label=_("Sampai tanggal"), method="until", widget=FilterDate()
    )

    class Meta:
        model = Training
        fields = []
        form = PeriodForm

    def since(self, trainings: QuerySet, name: str, day) -> QuerySet:
        """Trainings with a session on the day or later."""
        return trainings.filter(
            Exists(Session.objects.filter(training=OuterRef("pk"), date__gte=day))
        )

    def until(self, trainings: QuerySet, name: str, day) -> QuerySet:
        """Trainings with a session on the day or earlier."""
        return trainings.filter(
            Exists(Session.objects.filter(training=OuterRef("pk"), date__lte=day))
        )


class ParticipantFilter(ListFilter):
    q = django_filters.CharFilter(
        label=_("Cari nama atau sekolah"),
        method="search",
        widget=SearchInput(attrs={"class": "form-control"}),
    )

    class Meta:
        model = Participant
        fields = []

    def search(self, people: QuerySet, name: str, text: str) -> QuerySet:
        return people.filter(Q(name__icontains=text) | Q(school__name__icontains=text))
