"""What was typed into the table of a year plan: a number a school, with the version that was seen."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from mentoring.models import PlanningDefaults, YearPlan
from mentoring.models.facilitators import MOST_VISITS
from mentoring.operations.planning import Planned
from mentoring.queries.year_plans import suggestion

NAME = re.compile(r"jumlah-([0-9]{1,12})\Z")
MOST_ROWS = 200  # more than any page of the table holds


@dataclass
class PlanTable:
    """The numbers of the table: `typed` by school, what is wrong with them, what others changed."""

    defaults: PlanningDefaults
    typed: dict[int, str] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)
    errors: dict[int, str] = field(default_factory=dict)

    @classmethod
    def read(cls, data: QueryDict, defaults: PlanningDefaults) -> "PlanTable":
        """The table as it was sent."""
        table = cls(defaults)
        for name, text in list(data.items())[: MOST_ROWS * 3]:
            if found := NAME.match(name):
                school = int(found[1])
                table.typed[school] = text.strip()
                version = data.get(f"versi-{school}", "")
                table.versions[school] = int(version) if re.fullmatch("[0-9]{1,9}", version) else 0
        return table

    def rows(self, allowed: Iterable[int]) -> Mapping[int, Planned]:
        """What is to be saved for the allowed schools; notes in `errors` what is no such number."""
        rows = {}
        for school in self.typed.keys() & set(allowed):
            text = self.typed[school]
            if re.fullmatch("[0-9]{1,2}", text) and int(text) <= MOST_VISITS:
                rows[school] = Planned(int(text), self.versions[school])
            else:
                self.errors[school] = _("Isi angka 0 sampai %d.") % MOST_VISITS
        return rows

    def note_conflict(self, current: Mapping[int, YearPlan | None]) -> None:
        """Say beside each number what others saved; the next save goes on top of it knowingly."""
        for school, plan in current.items():
            self.versions[school] = plan.version if plan else 0
            self.errors[school] = (
                _("Sementara itu disimpan orang lain: %d kunjungan.") % plan.visits
                if plan
                else _("Sementara itu rencana ini dihapus.")
            )

    def value(self, school) -> str:
        """What stands in the field of a school: what was typed, else the number to begin with."""
        typed = self.typed.get(school.pk)
        return str(suggestion(school, self.defaults)) if typed is None else typed

    def version(self, school) -> int:
        """The version of the plan that the reader sees."""
        return self.versions.get(school.pk, school.plan_version)
