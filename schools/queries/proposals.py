"""Change proposals as pages show them: values in words, and whether the record moved on."""

from dataclasses import dataclass

from portal.history import readable
from portal.models import Area
from schools.models import Decision, Proposal, ProposedChange, School
from schools.operations.proposals import as_text, field_value


@dataclass(frozen=True)
class ShownChange:
    """A field of a proposal in words; `now` is what the record holds at present."""

    change: ProposedChange
    label: str
    old: str
    new: str
    now: str

    @property
    def has_moved_on(self) -> bool:
        """Whether somebody changed the field since it was proposed, to something else."""
        return self.change.decision == Decision.WAITING and self.now not in (self.old, self.new)


def shown_changes(proposal: Proposal) -> list[ShownChange]:
    """The fields of a proposal, in the order of the form. One query for the kecamatan at most."""
    changes = list(proposal.changes.all())
    codes = {text for c in changes if c.field == "district" for text in (c.old, c.new)}
    codes.add(proposal.school.district_id)
    areas = Area.objects.in_bulk(codes) if any(c.field == "district" for c in changes) else {}
    return [_shown(change, proposal.school, areas) for change in changes]


def _shown(change: ProposedChange, school: School, areas: dict[str, Area]) -> ShownChange:
    field = School._meta.get_field(change.field)

    def said(text: str) -> str:
        if field.is_relation:
            return areas[text].name if text in areas else text
        return readable(field, field_value(change.field, text))

    now = as_text(getattr(school, field.attname))
    return ShownChange(
        change, str(field.verbose_name), said(change.old), said(change.new), said(now)
    )
