"""How issues look in lists, and the badge of each state."""

from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mentoring.models import Issue, IssueStep
from portal.lists import Column
from portal.templatetags.portal import badge, day

LOOK = {
    Issue.State.HANDLED: ("middle", "hourglass-split"),
    Issue.State.ANSWERED: ("info", "arrow-down-circle"),
    Issue.State.RETURNED: ("info", "chat-left-text"),
    Issue.State.CLOSED: ("good", "check-circle"),
}


def state_badge(issue: Issue) -> str:
    """The state of an issue as word, icon and colour."""
    tone, icon = LOOK[issue.state]
    return badge(tone, icon, issue.get_state_display())


def desk(issue: Issue) -> str:
    """On whose desk the issue lies: a level, who raised it, or nobody's any more."""
    if not issue.is_open:
        return "–"
    if issue.state == Issue.State.RETURNED:
        return issue.raised_by.name
    if issue.level == Issue.Level.MINISTRY:
        return _now("pusat, dicatat oleh BPMP")
    return issue.get_level_display()


def step_sentence(step: IssueStep) -> str:
    """What a step did, in words: dinaikkan dari sekolah ke daerah."""
    words = {"step": step.get_kind_display(), "from": step.get_from_level_display()}
    words["to"] = step.get_to_level_display()
    if step.kind == IssueStep.Kind.RAISED:
        sentence = _now("%(step)s ke tingkat %(to)s")
    elif step.kind == IssueStep.Kind.CLOSED:
        sentence = "%(step)s"
    elif step.to_state == Issue.State.RETURNED:
        sentence = _now("%(step)s di tingkat %(from)s, kembali kepada pengusul")
    else:
        sentence = _now("%(step)s dari tingkat %(from)s ke tingkat %(to)s")
    told = sentence % words
    return told[:1].upper() + told[1:]


COLUMNS = [
    Column("pokok", _("Hambatan"), lambda i: i.title, order=("title",), on_phone=True),
    Column(
        "sekolah", _("Sekolah"), lambda i: i.school.name, order=("school__name",), on_phone=True
    ),
    Column("meja", _("Di meja"), desk, order=("level", "since"), on_phone=True),
    Column(
        "sejak",
        _("Sejak"),
        lambda i: format_html('<span class="text-nowrap">{}</span>', day(i.since)),
        order=("since",),
    ),
    Column("pengusul", _("Pengusul"), lambda i: i.raised_by.name, order=("raised_by__name",)),
    Column("status", _("Status"), state_badge, order=("state", "since"), on_phone=True),
]
