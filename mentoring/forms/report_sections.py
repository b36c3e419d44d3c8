"""The sections of a visit's report, as its form shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from mentoring.forms.answers import AnswerRow
from mentoring.queries.reports import FACTS, TEXTS
from mentoring.queries.visits import Progress


@dataclass
class Section:
    """A part of the report's form, open or closed, with how far it is."""

    name: str
    title: str
    state: Progress
    has_errors: bool = False
    is_open: bool = False
    rows: list[AnswerRow] | None = None


SECTIONS = (
    ("facts", _("Waktu dan jenis")),
    ("people", _("Peserta")),
    ("indicators", _("Indikator yang dibahas")),
    ("report", _("Tujuan dan temuan")),
)
LAST_SECTION = ("follow_ups", _("Tindak lanjut"))


def section_of(field_name: str) -> str:
    """The section in which a field of the report's form stands, those of the instrument apart."""
    if field_name in FACTS:
        return "facts"
    if field_name in TEXTS:
        return "report"
    return "indicators" if field_name == "indicators" else "people"
