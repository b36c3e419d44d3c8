"""The computation of the SPM index as a paper: every step of a city's period."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from indicators.counts import written_count, written_exact, written_weight
from indicators.spm.queries import PartResult, Result, SpmReport
from portal.documents.rendering import render

TEMPLATE = "indicators/papers/spm_steps.typ"
NOTHING = {"number": "", "issued_on": "", "replaces": "", "check": ""}


def steps_paper(report: SpmReport) -> dict:
    """What the paper prints of a report."""
    return {
        "title": _("Perhitungan Indeks Pencapaian SPM Pendidikan"),
        "letterhead": [report.area.name],  # the author that the PDF names
        **NOTHING,
        "place": report.area.name,
        "period": str(report.period),
        "results": [_result(one) for one in report.results],
        "made": _("Disusun dari isian portal Mitra Mutu pada %s.")
        % date_format(timezone.localdate()),
    }


def print_steps(snapshot: dict) -> bytes:
    """The PDF of the paper. Raises Unprintable."""
    return render(TEMPLATE, snapshot)


def _result(result: Result) -> dict:
    has_index = result.index is not None
    return {
        "name": result.name,
        "parts": [_part(one) for one in result.parts],
        "weights": [written_weight(one.weight) for one in result.parts],
        "index": written_exact(result.index) if has_index else "",
        "weighted": [written_exact(one.weighted) for one in result.parts] if has_index else [],
        "counted": [written_exact(one.sums.counted) for one in result.parts] if has_index else [],
        "predicate": str(result.predicate or ""),
        "predicate_range": result.predicate_range,
        "rapor": result.rapor_word,
        "rapor_range": result.rapor_range,
        "gaps": list(result.gaps),
        "official": _official(result),
    }


def _part(one: PartResult) -> dict:
    sums = one.sums
    return {
        "name": str(one.part.label),
        "rows": [[t.name, written_count(t.needed), written_count(t.met)] for t in one.terms],
        "rows_summed": sums.rows > 0,
        "needed": written_count(sums.needed),
        "met": written_count(sums.met),
        "percent": "" if sums.percent is None else written_exact(sums.percent),
        "exceeds": sums.exceeds,
        "missing": one.missing,
    }


def _official(result: Result) -> str:
    if result.official is None:
        return ""
    return f"{written_count(result.official.value)} ({result.official.source})"
