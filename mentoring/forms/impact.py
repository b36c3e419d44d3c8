"""What is asked of the evidence of impact: indicator, years, area, and who counts as accompanied."""

from django import forms
from django.utils.translation import gettext_lazy as _

from indicators.operations import newest_year
from indicators.queries import default_indicators
from mentoring.queries.impact import Question
from portal.forms import FilterSelect
from portal.models import Area, User
from schools.models import Programme

FIRST_YEAR = 2019
VISITED = ""


class QuestionForm(forms.Form):
    """The question in the address; `question` is what it asks, once it is valid."""

    indikator = forms.ChoiceField(label=_("Indikator"), widget=FilterSelect)
    dari = forms.TypedChoiceField(label=_("Dari Rapor"), coerce=int, widget=FilterSelect)
    sampai = forms.TypedChoiceField(label=_("Sampai Rapor"), coerce=int, widget=FilterSelect)
    kelompok = forms.ChoiceField(label=_("Didampingi berarti"), required=False, widget=FilterSelect)
    wilayah = forms.ChoiceField(label=_("Wilayah"), widget=FilterSelect)

    def __init__(self, data, *, user: User):
        newest = newest_year()
        self.areas = {one.pk: one for one in areas_asked_by(user)}
        self.programmes = {one.code: one for one in Programme.objects.visible_to(user)}
        self.indicators = {
            str(one.pk): one for one in default_indicators(user, newest) if one.at_school
        }
        usual = {
            "indikator": next(iter(self.indicators), ""),
            "dari": newest - 1,
            "sampai": newest,
            "kelompok": VISITED,
            "wilayah": next(iter(self.areas), ""),
        }
        super().__init__(usual | data.dict())
        years = [(str(year), str(year)) for year in range(newest, FIRST_YEAR - 1, -1)]
        self.fields["dari"].choices = self.fields["sampai"].choices = years
        self.fields["indikator"].choices = [(pk, str(one)) for pk, one in self.indicators.items()]
        self.fields["kelompok"].choices = [
            (VISITED, _("pernah dikunjungi, laporan terverifikasi")),
            *((code, _("anggota %s") % one.name) for code, one in self.programmes.items()),
        ]
        self.fields["wilayah"].choices = [(pk, one.name) for pk, one in self.areas.items()]

    def clean(self):
        data = super().clean()
        first, last = data.get("dari"), data.get("sampai")
        indicator = self.indicators.get(data.get("indikator"))
        if first is None or last is None:
            return data
        if first >= last:
            self.add_error("sampai", _("Tahun akhir harus sesudah tahun awal."))
        elif indicator and not indicator.can_compare(first):
            self.add_error(
                "dari",
                _(
                    "Tidak dapat dibandingkan: definisi atau skala indikator ini berubah pada %d. "
                    "Pilih tahun awal %d atau sesudahnya."
                )
                % (indicator.comparable_from, indicator.comparable_from),
            )
        return data

    @property
    def question(self) -> Question:
        data = self.cleaned_data
        return Question(
            indicator=self.indicators[data["indikator"]],
            first_year=data["dari"],
            last_year=data["sampai"],
            area=self.areas[data["wilayah"]],
            programme=self.programmes.get(data["kelompok"]),
        )


def areas_asked_by(user: User) -> list[Area]:
    """The areas a person may ask about: the own one and its parts; the provinces of the nation."""
    if user.area_id is None:
        return list(Area.objects.filter(level=Area.Level.PROVINCE).order_by("pk"))
    parts = Area.objects.filter(parent=user.area).exclude(level=Area.Level.VILLAGE)
    return [user.area, *parts.order_by("pk")]
