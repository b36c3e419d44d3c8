"""The places of the portal, and who is led to them. The first four are the phone's bottom bar."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """An entry of the navigation: shown to those who hold `permission`."""

    label: str
    icon: str
    url_name: str
    permission: str
    also: tuple[str, ...] = ()  # other URL namespaces or names that belong to this place

    @property
    def url(self) -> str:
        return reverse(self.url_name)

    def holds(self, view_name: str) -> bool:
        """Whether the page with this URL name lies in this place."""
        return view_name == self.url_name or view_name.startswith(self.also)


PLACES = (
    Place(_("Beranda"), "house", "home", "portal.use"),
    Place(
        _("Kunjungan"),
        "journal-check",
        "mentoring:visits",
        "mentoring.list_visits",
        (
            "mentoring:visit",
            "mentoring:evidence",
            "mentoring:confirmation",
            "mentoring:companion",
            "mentoring:discussion",
            "mentoring:comment",
            "mentoring:instrument",
            "mentoring:snippet",
            "mentoring:minutes",
            "mentoring:facilitator",
            "mentoring:letter",
            "mentoring:bundle",
            "mentoring:assignment",
            "mentoring:calendar",
            "mentoring:year-plans",
            "mentoring:need",
            "mentoring:fairness",
        ),
    ),
    Place(
        _("Sekolah"),
        "building",
        "schools:schools",
        "schools.list_schools",
        ("schools:", "imports:"),
    ),
    Place(
        _("Indikator"),
        "bar-chart-line",
        "indicators:overview",
        "indicators.list_measurements",
        ("indicators:",),
    ),
    Place(
        _("Tindak lanjut"),
        "check2-square",
        "mentoring:follow-ups",
        "mentoring.list_follow_ups",
        ("mentoring:follow-up", "mentoring:issue", "mentoring:school-issue-add", "mentoring:desks"),
    ),
    Place(
        _("Pelatihan"),
        "mortarboard",
        "mentoring:trainings",
        "mentoring.list_trainings",
        (
            "mentoring:training",
            "mentoring:session",
            "mentoring:participant",
            "mentoring:attendance",
        ),
    ),
    Place(
        _("Pos kinerja"),
        "clipboard-data",
        "mentoring:posts",
        "mentoring.have_posts_as_place",
        ("mentoring:post", "mentoring:review"),
    ),
    Place(
        _("Kerja sama"),
        "file-earmark-text",
        "mentoring:agreements",
        "mentoring.list_agreements",
        (
            "mentoring:agreement",
            "mentoring:work-plan",
            "mentoring:activity",
            "mentoring:clause",
            "mentoring:addendum",
            "mentoring:regulation",
            "mentoring:progress-report",
            "mentoring:post",
            "mentoring:review",
        ),
    ),
)


def places_for(user) -> list[Place]:
    """The places that this user may open, in order."""
    return [place for place in PLACES if user.has_perm(place.permission)]
