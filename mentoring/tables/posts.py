"""How performance posts are listed, and the badges of their reviews and targets."""

from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mentoring.models import PerformancePost, Review, ReviewTarget
from portal.lists import Column
from portal.templatetags.portal import badge, day, number

State, Outcome = Review.State, ReviewTarget.Outcome
LOOK = {
    State.PLANNED: ("quiet", "calendar-event"),
    State.HELD: ("middle", "hourglass-split"),
    State.RETURNED: ("bad", "arrow-return-left"),
    State.APPROVED: ("good", "check-circle"),
    State.CANCELLED: ("quiet", "x-circle"),
}
OUTCOMES = {
    Outcome.MET: ("good", "check-circle"),
    Outcome.PARTLY: ("middle", "circle-half"),
    Outcome.MISSED: ("bad", "x-circle"),
}


def state_badge(review: Review) -> str:
    """The state of a review as word, icon and colour."""
    tone, icon = LOOK[review.state]
    return badge(tone, icon, review.get_state_display())


def outcome_badge(target: ReviewTarget) -> str:
    """What came of a target as word, icon and colour."""
    if not target.outcome:
        return badge("quiet", "dash-circle", _now("belum dinilai"))
    tone, icon = OUTCOMES[target.outcome]
    return badge(tone, icon, target.get_outcome_display())


def _day(value) -> str:
    return format_html('<span class="text-nowrap">{}</span>', day(value))


def _label(post: PerformancePost) -> str:
    return post.label if post.active else _now("%s (ditutup)") % post.label


COLUMNS = [
    Column("nama", _("Nama pos"), _label, ("label",), on_phone=True),
    Column("tempat", _("Bersama"), lambda post: post.place.name, on_phone=True),
    Column("tinjauan", _("Tinjauan"), lambda post: number(post.review_count or 0), numeric=True),
    Column("terakhir", _("Terakhir"), lambda post: _day(post.last_held), ("last_held",)),
    Column(
        "berikutnya",
        _("Berikutnya"),
        lambda post: _day(post.next_planned),
        ("next_planned",),
        on_phone=True,
    ),
]
