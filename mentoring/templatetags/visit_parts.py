"""Draws answers, evidence and follow-ups of a visit. In Python, because a visit holds dozens of them.

Labels come from their enumerations: Django's `get_…_display` hashes all choices each time.
"""

from functools import lru_cache

from crispy_forms.utils import render_crispy_form
from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from mentoring.forms.evidence import EvidenceForm
from mentoring.models import Evidence, FollowUp, ItemKind, Visit
from mentoring.queries.answers import Line, Part
from mentoring.tables.follow_ups import due, owner, state_badge
from portal.templatetags.portal import icon, number

register = template.Library()
DETAIL = '<span class="rows-detail">{}</span>'


@register.simple_tag
def answers_told(parts: list[Part]) -> SafeString:
    """What was asked and answered, by section, with the scores."""
    shown = [part for part in parts if part.shown]
    return format_html_join(
        "", "<h3>{}{}</h3>{}", ((p.section.title, _score(p), _rows(p)) for p in shown)
    )


def _score(part: Part) -> str:
    if part.score is None:
        return ""
    told = _("skor %(score)s") % {"score": number(part.score, 2)}
    if part.unscored:
        words = ngettext("%d butir belum dinilai", "%d butir belum dinilai", part.unscored)
        told = f"{told}, {words % part.unscored}"
    return format_html(' <span class="muted">{}</span>', told)


def _rows(part: Part) -> SafeString:
    rows = ((line.item.text, _answer(line), _note(line)) for line in part.shown)
    lines = format_html_join("", "<li><strong>{}</strong>{}{}</li>", rows)
    return format_html('<ul class="rows">{}</ul>', lines)


def _answer(line: Line) -> SafeString:
    is_rubric = line.item.kind == ItemKind.RUBRIC
    if line.photos:
        links = (
            (photo.get_absolute_url(), _("foto %(number)d") % {"number": n})
            for n, photo in enumerate(line.photos, start=1)
        )
        return format_html(DETAIL, format_html_join(" · ", '<a href="{}">{}</a>', links))
    if not line.is_answered:
        return format_html(DETAIL, _("Belum dinilai.") if is_rubric else _("Belum dijawab."))
    if is_rubric:
        told = '<span class="level-shown"><span class="level-number">{}</span> {}</span>'
        return format_html(told, line.given.score, line.told)
    return format_html(
        '<div class="report-text">{}</div>', SafeString(linebreaks(line.told, autoescape=True))
    )


def _note(line: Line) -> str:
    if not line.given.note:
        return ""
    return format_html(DETAIL, _("Catatan: %s") % line.given.note)


@register.simple_tag
def evidence_list(visit: Visit, *, removable: bool) -> SafeString:
    """The photos and papers of a visit; `removable` adds the way to take each away."""
    pen = EvidencePen(visit, removable)
    rows = ([pen.file(file, number)] for number, file in enumerate(visit.evidence.all(), start=1))
    return format_html('<ul class="photos">{}</ul>', format_html_join("", "<li>{}</li>", rows))


class EvidencePen:
    """What is the same for all files of a visit, prepared once."""

    def __init__(self, visit: Visit, removable: bool):
        self.school = visit.school.name
        self.kinds = {str(kind): capfirst(str(kind.label)) for kind in Evidence.Kind}
        self.page = reverse("mentoring:evidence", args=[0])
        self.small = reverse("mentoring:evidence-thumbnail", args=[0])
        self.removal = reverse("mentoring:evidence-delete", args=[0]) if removable else ""
        self.remove = _("Hapus")

    def file(self, file: Evidence, number: int) -> SafeString:
        """A file with its caption."""
        kind = self.kinds[file.kind]
        shown = self.picture(file, kind, number) if file.is_picture else self.paper(file, kind)
        caption = format_html("<span>{}</span>", file.caption) if file.caption else ""
        remove = ""
        if self.removal:
            link = '<a href="{}">{}<span class="visually-hidden"> {} {}</span></a>'
            remove = format_html(link, _at(self.removal, file), self.remove, kind, number)
        return format_html("{}{}{}", shown, caption, remove)

    def picture(self, file: Evidence, kind: str, number: int) -> SafeString:
        """A small picture that leads to the large one; what is no photo says what it is."""
        values = {"kind": kind, "number": number, "school": self.school}
        return format_html(
            '<a href="{}"><img src="{}" alt="{}" loading="lazy"></a>{}',
            _at(self.page, file),
            _at(self.small, file),
            file.caption or _("%(kind)s %(number)d kunjungan ke %(school)s") % values,
            "" if file.is_photo else format_html('<span class="muted">{}</span>', kind),
        )

    def paper(self, file: Evidence, kind: str) -> SafeString:
        """A PDF by its kind."""
        return format_html(
            '<a class="photos-paper" href="{}">{} <span>{} (PDF)</span></a>',
            _at(self.page, file),
            icon("file-earmark-pdf"),
            kind,
        )


def _at(address: str, record) -> str:
    """The address of a record, made from that of the record 0."""
    return address.replace("/0/", f"/{record.pk}/")


@register.simple_tag(takes_context=True)
def agreed_list(context, visit: Visit) -> SafeString:
    """What was agreed at a visit, each leading to its page for those who may open it."""
    user, page = context["request"].user, reverse("mentoring:follow-up", args=[0])
    priorities = {str(one): one.label for one in FollowUp.Priority}
    rows = []
    for row in visit.follow_ups.all():
        name = row.description
        if user.has_perm("mentoring.view_follow_up", row):
            name = format_html('<a href="{}">{}</a>', _at(page, row), name)
        details = [
            owner(row),
            _("prioritas %s") % priorities[row.priority],
            format_html(_("tenggat {}"), due(row)),
            *([str(row.indicator)] if row.indicator else []),
        ]
        shown = format_html(DETAIL, format_html_join(" · ", "{}", ([one] for one in details)))
        rows.append((name, shown, state_badge(row)))
    return format_html('<ul class="rows">{}</ul>', format_html_join("", "<li>{} {}{}</li>", rows))


@register.simple_tag
def evidence_fields(form: EvidenceForm) -> SafeString:
    """The fields of the upload; those of an empty form are the same for every visit."""
    return render_crispy_form(form) if form.is_bound else _blank_fields(get_language())


@lru_cache
def _blank_fields(_language: str) -> SafeString:
    return render_crispy_form(EvidenceForm())
