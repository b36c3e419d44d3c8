"""The form of a visit's report, with all its parts."""

import uuid
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.forms.answers import (
    field_name,
    fields_of,
    given_in,
    items_of,
    note_name,
    row_of,
)
from mentoring.forms.follow_ups import FollowUpRows
from mentoring.forms.merging import (
    Clash,
    Words,
    asked_in,
    changed_by_others,
    clashes_of,
    values_of,
)
from mentoring.forms.report_sections import LAST_SECTION, SECTIONS, Section, section_of
from mentoring.forms.visits import check_times
from mentoring.models import Attendees, Given, Visit, VisitKind
from mentoring.models.kinds import kind_of
from mentoring.queries.answers import parts_of
from mentoring.queries.merging import Asked, as_base
from mentoring.queries.reports import (
    FACTS,
    TEXTS,
    Agreed,
    Report,
    changes_of_parts,
    report_of,
    section_name,
)
from mentoring.queries.visits import Progress, indicators_to_discuss
from portal.forms import Laid, VersionedForm

# Empty only in a draft: `missing_in` asks for them before the report is submitted.
NEEDED_LATER = ("starts_at", "ends_at", "aims", "findings")


@dataclass
class PeopleRow:
    """The two number fields of one part of the attendees."""

    label: str
    men: forms.BoundField
    women: forms.BoundField

    @property
    def errors(self) -> list[str]:
        return [*self.men.errors, *self.women.errors]


class ReportForm(Laid, VersionedForm):
    """The report of a visit: one form of all its parts, that may be saved incomplete.

    Fields of the parts are made for this visit: `{part}_men`, and those of forms/answers.py; the
    follow-ups are the formset `rows`. `editor` names this opening of the page, `base` holds the
    report that it was opened with, so that what two people changed can be merged by fields.
    """

    indicators = forms.TypedMultipleChoiceField(
        required=False,
        coerce=int,
        label=_("Indikator yang dibahas"),
        widget=forms.CheckboxSelectMultiple,
    )
    editor = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
    base = forms.CharField(widget=forms.HiddenInput, required=False)
    clashes: list[Clash] = []

    class Meta:
        model = Visit
        fields = [*FACTS, *TEXTS]
        widgets = {"mode": forms.RadioSelect}
        help_texts = {
            "companions": _("Nama dan jabatan orang lain yang ikut mendampingi."),
            "aims": _("Apa yang ingin dicapai pada kunjungan ini."),
            "progress": _("Apa yang berubah sejak kunjungan lalu."),
            "findings": _("Apa yang dilihat dan didengar di sekolah."),
            "obstacles": _("Apa yang menghambat dan belum terselesaikan."),
        }

    def __init__(self, data=None, *, instance: Visit, **kwargs):
        self.parts = parts_of(instance)
        self.items = items_of(self.parts)
        super().__init__(data, instance=instance, **kwargs)
        self.fields["kind"].queryset = VisitKind.objects.filter(active=True) | (
            VisitKind.objects.filter(pk=instance.kind_id)
        )
        self.fields["kind"].empty_label = None
        for name in NEEDED_LATER:
            self.fields[name].needed_later = True
        self.fields["escalation"].choices = [
            ("", _("Belum ditentukan")),
            *Visit.Escalation.choices,
        ]
        self._add_people()
        self._add_answers()
        indicators = [(found.pk, str(found)) for found in indicators_to_discuss(instance)]
        self.fields["indicators"].choices = indicators
        self.initial["indicators"] = [row.indicator_id for row in instance.discussed.all()]
        self.initial["base"] = as_base(report_of(instance))
        self.rows = FollowUpRows(data, visit=instance, indicators=indicators)

    def _add_people(self) -> None:
        known = {row.part: row for row in self.instance.attendees.all()}
        for part, label in Attendees.Part.choices:
            for name, spoken in (("men", _("laki-laki")), ("women", _("perempuan"))):
                count = forms.IntegerField(
                    label=f"{label}, {spoken}", min_value=0, max_value=999, required=False
                )
                count.widget.attrs |= {"inputmode": "numeric", "class": "form-control"}
                count.error_messages["min_value"] = _("Jumlah tidak boleh kurang dari 0.")
                self.fields[f"{part}_{name}"] = count
                row = known.get(part)
                self.initial[f"{part}_{name}"] = getattr(row, name) or None if row else None

    def _add_answers(self) -> None:
        for part in self.parts:
            for line in part.lines:
                for name, (answer, initial) in fields_of(line).items():
                    self.fields[name] = answer
                    self.initial[name] = initial

    def clean(self):
        super().clean()
        check_times(self)
        for item in self.items.values():
            refusal = kind_of(item).refusal(item, given_in(item, self.cleaned_data))
            if refusal and field_name(item) not in self.errors:
                self.add_error(field_name(item), refusal)

    def is_valid(self) -> bool:
        """Whether every part may be saved; the dates of the follow-ups depend on the visit's."""
        own = super().is_valid()
        self.rows.visit_date = self.cleaned_data.get("date")
        return self.rows.is_valid() and own

    def report(self) -> Report:
        """What was typed, as one value."""
        data = self.cleaned_data
        return Report(
            **{name: data[name] for name in ("date", "starts_at", "ends_at", "mode")},
            **{name: _lines(data[name]) for name in ("companions", *TEXTS)},
            kind_id=data["kind"].pk,
            attendees=self._attendees(),
            indicators=frozenset(data["indicators"]),
            answers=self._answers(),
            follow_ups=self._follow_ups(),
        )

    def _attendees(self) -> dict[str, tuple[int, int]]:
        data = self.cleaned_data
        counts = {
            part: (data.get(f"{part}_men") or 0, data.get(f"{part}_women") or 0)
            for part in Attendees.Part.values
        }
        return {part: count for part, count in counts.items() if any(count)}

    def _answers(self) -> dict[int, Given]:
        answers = {pk: given_in(item, self.cleaned_data) for pk, item in self.items.items()}
        return {pk: given for pk, given in answers.items() if given}

    def _follow_ups(self) -> dict:
        return {
            row["key"]: Agreed(
                description=_lines(row["description"]),
                owner=row["owner"],
                owner_name=row["owner_name"],
                due_on=row["due_on"],
                indicator_id=row["indicator"],
                owner_person_id=row["person"],
                priority=row["priority"],
            )
            for row in self.rows.kept
        }

    @property
    def asked(self) -> dict[str, Asked]:
        """What was decided about clashes that the page showed."""
        return asked_in(self.data)

    def note_clashes(self, current: Visit, stored: Report, names: tuple[str, ...]) -> None:
        """Show what somebody else changed, and ask about the fields that both changed.

        What the page was opened with stays, so that the rest is merged when it is sent again.
        """
        seen = self.cleaned_data["version"]
        if seen < current.version:
            super().note_conflict(current)
            self.conflict = [*self.conflict, *changes_of_parts(current, seen)]
        else:
            self.add_error(None, _("Pilih dahulu isian siapa yang dipakai, lalu simpan lagi."))
        words = Words(self.items, stored, self.report())
        self.clashes = clashes_of(words, names, self.asked)

    def merged(self, saved: Report) -> list[str]:
        """The labels of the fields that others changed, after this form was saved among them."""
        typed = self.report()
        words = Words(self.items, saved, typed)
        return [words.label(name) for name in changed_by_others(typed, saved)]

    @property
    def values(self) -> dict:
        """What the form holds before anything is typed, for a page that is open."""
        return values_of(self, self.rows)

    @property
    def all_errors(self) -> list[dict]:
        """Every error of the form and of its rows: id and label of the field, and a sentence."""
        shown = [self, *(row for row in self.rows if row not in self.rows.deleted_forms)]
        errors = [
            {
                "id": "" if name == "__all__" else form[name].auto_id,
                "label": "" if name == "__all__" else f"{form[name].label}: ",
                "message": message,
            }
            for form in shown
            for name, messages in form.errors.items()
            for message in messages
        ]
        whole = self.rows.non_form_errors()
        return errors + [{"id": "follow-ups", "label": "", "message": text} for text in whole]

    @property
    def people_rows(self) -> list[PeopleRow]:
        return [
            PeopleRow(label, self[f"{part}_men"], self[f"{part}_women"])
            for part, label in Attendees.Part.choices
        ]

    def sections(self, states: dict[str, Progress]) -> list[Section]:
        """The parts of the form; open: those with errors, else the first that is not complete."""
        wrong = self._sections_with_errors() if self.is_bound else set()
        names = [
            *SECTIONS,
            *((section_name(part.section), part.section.title) for part in self.parts),
            LAST_SECTION,
        ]
        sections = [
            Section(name, str(title), states[name], has_errors=name in wrong)
            for name, title in names
        ]
        for section, part in zip(sections[len(SECTIONS) :], self.parts, strict=False):
            section.rows = [row_of(self, line, self.items) for line in part.lines]
        unfinished = (s.name for s in sections if s.state != Progress.COMPLETE)
        opened = wrong or {next(unfinished, "facts")}
        for section in sections:
            section.is_open = section.name in opened
        return sections

    def _sections_with_errors(self) -> set[str]:
        by_field = {
            name: section_name(part.section)
            for part in self.parts
            for line in part.lines
            for name in (field_name(line.item), note_name(line.item))
        }
        found = {by_field.get(n) or section_of(n) for n in self.errors if n != "__all__"}
        return found | ({"follow_ups"} if self.rows.total_error_count() else set())


def _lines(text: str) -> str:
    """Text with the line ends of the database, not of the form."""
    return text.replace("\r\n", "\n")
