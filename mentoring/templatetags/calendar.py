"""Draws the days of the calendar. In Python, because a month of many people holds hundreds of visits."""

from datetime import time
from functools import lru_cache
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from mentoring.models import Visit
from mentoring.queries.calendar import Day, Entry
from mentoring.tables.visits import LOOK
from portal.templatetags.portal import icon

register = template.Library()


@register.simple_tag(takes_context=True)
def calendar_days(context, days: list[Day], *, own: int | None, named: bool) -> SafeString:
    """The cells of a calendar, a list item a day.

    Planned visits of the person with the key `own` can be dragged; `named` shows whose a visit is.
    """
    pen = Pen(own, named, quote(context["request"].GET.urlencode()))
    return mark_safe("".join(pen.day(day) for day in days))  # noqa: S308  (escaped by the pen)


@register.simple_tag
def calendar_marks() -> SafeString:
    """The icons of the calendar, drawn once: each visit of hundreds refers to them."""
    icons = {str(state): name for state, (_tone, name) in LOOK.items()}
    icons |= {"bentrok": "exclamation-triangle", "pindah": "arrows-move"}
    drawn = (
        icon(name).replace("<svg ", f'<svg id="ikon-{key}" ', 1) for key, name in icons.items()
    )
    return mark_safe(f"<div hidden>{''.join(drawn)}</div>")  # noqa: S308  (our own icons)


def _mark(key: str) -> str:
    """A reference to one of the icons of `calendar_marks`."""
    return (
        '<svg class="bi" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">'
        f'<use href="#ikon-{key}"/></svg>'
    )


class Pen:
    """What is the same for all visits of a page, prepared once; draws days and visits."""

    def __init__(self, own: int | None, named: bool, back: str):
        self.own, self.named = own, named
        self.today = timezone.localdate()
        self.clashes = f'<span class="visit-clash" title="{escape(_("Bentrok pada hari ini"))}">'
        self.clashes += f'{_mark("bentrok")}<span class="visually-hidden">'
        self.clashes += f"{escape(_('Bentrok pada hari ini'))}</span></span>"
        self.labels = {str(state): escape(label) for state, label in Visit.State.choices}
        self.marks = {str(state): (tone, _mark(state)) for state, (tone, _icon) in LOOK.items()}
        self.page = reverse("mentoring:visit", args=[0])
        self.move = reverse("mentoring:visit-reschedule", args=[0])
        self.back = escape(back)
        self.moving = escape(_("Pindahkan"))

    def day(self, day: Day) -> str:
        """A day: its name and number, its holidays, its visits."""
        classes = ["day"]
        classes += ["day-around"] * (not day.in_period) + ["day-off"] * day.is_off
        classes += ["day-today"] * (day.date == self.today) + ["day-empty"] * (not day.entries)
        name = date_format(day.date, "l, j F Y")
        holidays = "".join(
            f'<p class="day-holiday">{escape(holiday)}</p>' for holiday in day.holidays
        )
        entries = "".join(self.entry(entry, entry.pk in day.clashing) for entry in day.entries)
        return (
            f'<li class="{" ".join(classes)}" data-day="{day.date.isoformat()}">'
            f'<p class="day-name"><time datetime="{day.date.isoformat()}">'
            f'<span class="day-long">{escape(name)}</span>'
            f'<span class="day-number" aria-hidden="true">{day.date.day}</span></time></p>'
            f'{holidays}<ul class="day-visits">{entries}</ul></li>'
        )

    def entry(self, entry: Entry, clashes: bool) -> str:
        """A visit: its state, time and school, whose it is, and the way to move it."""
        tone, mark = self.marks[entry.state]
        movable = entry.facilitator_id == self.own and entry.state == Visit.State.PLANNED
        school = escape(entry.school)
        who = f'<span class="visit-who">{escape(entry.facilitator)}</span>' if self.named else ""
        at = _clock(entry.starts_at)
        label = f'<span class="visually-hidden">, {self.labels[entry.state]}</span>'
        page = self.page.replace("/0/", f"/{entry.pk}/")
        link = f'<a href="{page}" draggable="false">{at}{school}{label}</a>'
        drag, handle = "", ""
        if movable:
            drag = f' data-visit="{entry.pk}" data-version="{entry.version}"'
            move = self.move.replace("/0/", f"/{entry.pk}/")
            handle = (
                f'<a class="visit-handle" href="{move}?kembali={self.back}" '
                f'title="{self.moving}" draggable="false">{_mark("pindah")}'
                f'<span class="visually-hidden">{self.moving} {school}</span></a>'
            )
        return (
            f'<li class="visit visit-{tone}"{drag}><span class="visit-mark">{mark}</span>'
            f'<span class="visit-text">{link}{who}</span>{self.clashes if clashes else ""}'
            f"{handle}</li>"
        )


@lru_cache(maxsize=1500)
def _clock(at: time | None) -> str:
    return f'<span class="visit-time">{time_format(at, "H.i")}</span> ' if at else ""
