"""Where the chain from clause to indicator is broken, in sentences, and where to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.models import Measurement
from mentoring.models import Activity, Visit
from mentoring.queries.work_plans import Line, Overview

NOTHING_FILED = {
    Activity.Form.MENTORING: gettext_lazy("“%s” belum punya kunjungan."),
    Activity.Form.TRAINING: gettext_lazy("“%s” belum punya pelatihan."),
    Activity.Form.POST: gettext_lazy("“%s” belum punya pos kinerja."),
    Activity.Form.REGULATION: gettext_lazy("“%s” belum punya regulasi."),
}


@dataclass(frozen=True)
class Gap:
    """A place where the chain is broken."""

    text: str
    url: str


@dataclass(frozen=True)
class _Agreed:
    """What an activity's verified visits brought: how many, their follow-ups, those with an indicator."""

    visits: int = 0
    follow_ups: int = 0
    aimed: int = 0


def gaps_of(overview: Overview) -> list[Gap]:
    """The gaps of a work plan by clause and activity, in two queries beyond the overview's.

    Told are clauses without an activity; activities without records, without result or behind their
    months; and, from there to the indicator, activities that aim at none, visits that agreed nothing,
    follow-ups that name no indicator, and aims of which the agreement's area has no figure yet.
    """
    lines = [line for section in overview.sections for line in section.standing]
    agreed, unmeasured = _agreed_under(lines), _unmeasured(overview, lines)
    found = []
    for section in overview.sections:
        if not section.standing:
            words = _("Klausul %d belum punya kegiatan tahun ini.") % section.clause.order
            found.append(Gap(words, section.clause.get_absolute_url()))
        for line in section.standing:
            told = [
                *_progress(line),
                *_results(line, agreed.get(line.activity.pk, _Agreed())),
                *_aims(line, unmeasured),
            ]
            found += [Gap(words, line.activity.get_absolute_url()) for words in told]
    return found


def _agreed_under(lines: list[Line]) -> dict[int, _Agreed]:
    visits = Visit.objects.filter(
        activity__in=[line.activity.pk for line in lines], state=Visit.State.VERIFIED
    )
    named = Q(follow_ups__indicator__isnull=False)
    rows = (
        visits.order_by()
        .values_list("activity")
        .annotate(
            visits=Count("pk", distinct=True),
            agreed=Count("follow_ups"),
            aimed=Count("follow_ups", filter=named),
        )
    )
    return {activity: _Agreed(*counts) for activity, *counts in rows}


def _unmeasured(overview: Overview, lines: list[Line]) -> set[int]:
    """The indicators aimed at of which the area has no figure up to the plan's year."""
    aimed = {aim.indicator_id for line in lines for aim in line.activity.aimed.all()}
    figures = Measurement.objects.of(overview.plan.agreement.area).order_by()
    known = figures.filter(indicator__in=aimed, year__lte=overview.plan.year)
    return aimed - set(known.values_list("indicator", flat=True))


def _progress(line: Line) -> Iterator[str]:
    """How far the activity itself lags: the first of three, because each implies the next."""
    title = line.activity.title
    if not line.filed:
        yield NOTHING_FILED[line.activity.form] % title
    elif not line.realised:
        yield _("“%s” belum ada hasil.") % title
    elif line.is_behind:
        yield _("“%(title)s” tertinggal: %(realised)d dari %(due)d yang sudah jatuh waktu.") % {
            "title": title,
            "realised": line.realised,
            "due": line.due,
        }


def _results(line: Line, agreed: _Agreed) -> Iterator[str]:
    """What the verified visits of an activity leave open."""
    title, unnamed = line.activity.title, agreed.follow_ups - agreed.aimed
    if agreed.visits and not agreed.follow_ups:
        yield _("“%(title)s”: %(count)d kunjungan terverifikasi tanpa tindak lanjut.") % {
            "title": title,
            "count": agreed.visits,
        }
    if unnamed:
        yield _("“%(title)s”: %(count)d tindak lanjut tidak menyebut indikator.") % {
            "title": title,
            "count": unnamed,
        }


def _aims(line: Line, unmeasured: set[int]) -> Iterator[str]:
    """What is missing between the activity and the figures that it should move."""
    title, aims = line.activity.title, line.activity.aimed.all()
    if not aims:
        yield _("“%s” belum menuju indikator mana pun.") % title
    for aim in aims:
        if aim.indicator_id in unmeasured:
            yield _("“%(title)s” menuju %(indicator)s, yang belum punya angka.") % {
                "title": title,
                "indicator": aim.indicator,
            }
