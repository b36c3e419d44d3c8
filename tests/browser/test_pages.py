"""Every page, dark on a phone and light at a desk: axe-core finds nothing, nothing sticks out."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from indicators.models import (
    Headcount,
    Indicator,
    Measurement,
    SpmOfficialIndex,
    SpmRequirement,
    Target,
)
from mentoring.models import (
    Activity,
    Agreement,
    Assignment,
    Bundle,
    FollowUp,
    Instrument,
    Issue,
    ItemKind,
    Paper,
    Participant,
    PerformancePost,
    Review,
    Session,
    Training,
    Visit,
)
from mentoring.operations.bundles import carry_on
from mentoring.operations.instruments import new_version, publish
from portal.imports.models import Batch
from portal.imports.operations import commit, receive
from portal.imports.profiles import profile_of
from portal.models import Area, User
from schools.models import Membership, Proposal, School
from schools.operations.duplicates import tell_apart
from schools.operations.mergers import merge
from tests.browser.conftest import DESK, PHONE

AXE = Path(settings.BASE_DIR / "node_modules/axe-core/axe.min.js")
NPSN = "30304061"
State = Visit.State


def visit_in(state: str) -> Visit:
    """The demo's newest visit of the first facilitator in this state."""
    visits = Visit.objects.filter(state=state, facilitator__email="fasilitator@contoh.id")
    return visits.latest("date")


def of_school(names: str) -> list[str]:
    return [reverse(name, args=[NPSN]) for name in names.split()]


def pages_of_everyone() -> list[str]:
    return [
        reverse("home"),
        reverse("search") + "?q=sd",
        *of_school("schools:school indicators:school"),
        reverse("mentoring:visits"),
        reverse("mentoring:visit", args=[visit_in(State.VERIFIED).pk]),
        reverse("mentoring:follow-ups"),
        reverse("mentoring:follow-ups-ageing"),
        reverse("mentoring:issues"),
        reverse("mentoring:trainings"),
        *pages_of_posts(),
        reverse("notices:notices"),
        reverse("mentoring:discussion", args=[visit_in(State.VERIFIED).pk]),
    ]


def pages_of_posts() -> list[str]:
    """The list, the post of the head's school, and a review of it that was approved."""
    post = PerformancePost.objects.get(school__npsn=NPSN)
    approved = post.reviews.filter(state=Review.State.APPROVED).first()
    return [reverse("mentoring:posts"), post.get_absolute_url(), approved.get_absolute_url()]


def pages_of_accounts() -> list[str]:
    names = (
        "account_change_password mfa_index mfa_activate_totp mfa_list_webauthn account_logout "
        "mfa_add_webauthn account_reauthenticate notices:mail-choice"
    )
    return [reverse(name) for name in names.split()]


def pages_of_spm() -> list[str]:
    """A complete year and a quarter with a part missing, a row, an official index, their forms."""
    row, official = SpmRequirement.objects.first(), SpmOfficialIndex.objects.first()
    quarter = SpmRequirement.objects.exclude(quarter=0).first()
    asked = {
        "spm": [quarter, official],
        "spm-steps": [quarter, official],
        "spm-espm": [quarter],
    }
    return [
        *(
            reverse(f"indicators:{name}", args=[one.area_id])
            + f"?tahun={one.year}&triwulan={one.quarter}"
            for name, records in asked.items()
            for one in records
        ),
        *(reverse(f"indicators:spm-{name}-add", args=["63.71"]) for name in ("row", "official")),
        row.get_absolute_url(),
        official.get_absolute_url(),
        reverse("indicators:spm-row-correct", args=[row.pk]),
        reverse("indicators:spm-row-remove", args=[row.pk]),
    ]


def pages_of_participation() -> list[str]:
    record = Headcount.objects.first()
    return [
        reverse("indicators:participation", args=["63.71"]),
        reverse("indicators:headcount-add", args=["63.71"]),
        record.get_absolute_url(),
        reverse("indicators:headcount-correct", args=[record.pk]),
        reverse("indicators:headcount-remove", args=[record.pk]),
        reverse("indicators:area", args=["63.71.01"]),
    ]


def pages_of_dinas() -> list[str]:
    measurement = Measurement.objects.filter(school__npsn=NPSN).first()
    submitted = visit_in(State.SUBMITTED)
    return [
        reverse("schools:schools"),
        reverse("schools:schools") + "?q=tidakadasekolahini",
        reverse("schools:map"),
        reverse("schools:proposals"),
        *(proposal.get_absolute_url() for proposal in Proposal.objects.all()),
        reverse("schools:school-add"),
        *of_school("schools:school-edit schools:membership-add"),
        reverse("schools:membership-edit", args=[Membership.objects.get(school__npsn=NPSN).pk]),
        reverse("indicators:overview"),
        reverse("indicators:area", args=["63.71"]),
        reverse("indicators:area-schools", args=["63.71"]),
        reverse("indicators:area-year", args=["63.71", measurement.year]),
        reverse("indicators:area-year-act", args=["63.71", measurement.year, "ajukan"]),
        reverse("imports:upload", args=["capaian"]),
        reverse("indicators:catalogue"),
        reverse(
            "indicators:indicator", args=[Indicator.objects.get(pk=measurement.indicator_id).pk]
        ),
        reverse("indicators:measurement", args=[measurement.pk]),
        reverse("indicators:measurement-add"),
        reverse("indicators:measurement-add") + f"?school={NPSN}",
        reverse("indicators:measurement-correct", args=[measurement.pk]),
        *pages_of_spm(),
        *pages_of_participation(),
        reverse("indicators:targets"),
        reverse("indicators:school-comparison", args=[NPSN]),
        reverse("indicators:quality", args=["63.71"]),
        Target.objects.first().get_absolute_url(),
        reverse("indicators:target-correct", args=[Target.objects.first().pk]),
        reverse("mentoring:impact") + "?kelompok=sekolah-penggerak",
        reverse("mentoring:visit", args=[submitted.pk]),
        reverse("mentoring:visit-send-back", args=[submitted.pk]),
        *pages_of_papers(),
        *pages_of_agreements(),
        *pages_of_imports(),
        *pages_of_desks(),
        reverse("mentoring:post-add"),
        reverse("mentoring:post-edit", args=[PerformancePost.objects.first().pk]),
        Review.objects.get(state=Review.State.HELD).get_absolute_url(),
    ]


def pages_of_desks() -> list[str]:
    """What waits, and the forms of those at whose desk it does."""
    issue = Issue.objects.get(state=Issue.State.HANDLED, level=Issue.Level.CITY)
    done = FollowUp.objects.waiting_for_verification().first()
    return [
        reverse("mentoring:desks"),
        reverse("mentoring:desks") + "?meja=bpmp&jenis=rtl&kecamatan=63.71.01",
        issue.get_absolute_url(),
        reverse("mentoring:issue-up", args=[issue.pk]),
        reverse("mentoring:issue-answer", args=[issue.pk]),
        reverse("mentoring:visit-issue-add", args=[issue.visit_id]),
        done.get_absolute_url(),
        reverse("mentoring:follow-up-send-back", args=[done.pk]),
    ]


def pages_of_papers() -> list[str]:
    """Minutes that hold and some that were replaced, a facilitator's papers, bundles in both states."""
    dinas = User.objects.get(email="dinas@contoh.id")
    issued = Paper.objects.filter(kind=Paper.Kind.MINUTES)
    replaced = issued.get(state=Paper.State.REPLACED)
    waiting, made = (
        Bundle.objects.create(by=dinas, visits=[replaced.visit_id], total=1) for _bundle in range(2)
    )
    carry_on(made)
    facilitator = User.objects.get(email="fasilitator@contoh.id")
    return [
        replaced.visit.get_absolute_url(),
        *(reverse("mentoring:paper-check", args=[p.token]) for p in (replaced, issued.first())),
        reverse("mentoring:paper-check", args=["tidakada"]),
        reverse("mentoring:minutes-correct", args=[replaced.visit_id]),
        reverse("mentoring:facilitator-papers", args=[facilitator.pk]),
        reverse("mentoring:letter-add", args=[facilitator.pk]),
        reverse("mentoring:bundles"),
        waiting.get_absolute_url(),
        made.get_absolute_url(),
    ]


def pages_of_planning() -> list[str]:
    """Assignments, year plans, the calendar and need, as those who decide see them."""
    assignment = Assignment.objects.on().earliest("pk")
    names = "assignments assignment-coverage assignment-add year-plans calendar need fairness"
    return [
        *(reverse(f"mentoring:{name}") for name in [*names.split(), "calendar-feed"]),
        reverse("mentoring:calendar") + f"?pekan={timezone.localdate()}",
        reverse("mentoring:need") + "?sekolah=semua",
        reverse("mentoring:fairness") + "?keadaan=kurang",
        reverse("mentoring:facilitator", args=[assignment.facilitator_id]),
        reverse("mentoring:assignment-end", args=[assignment.pk]),
        reverse("mentoring:assignment-hand-over", args=[assignment.pk]),
    ]


def pages_of_agreements() -> list[str]:
    agreement = Agreement.objects.get()
    return [
        reverse("mentoring:agreements"),
        reverse("mentoring:agreement-add"),
        reverse("mentoring:agreement", args=[agreement.pk]),
        reverse("mentoring:agreement-edit", args=[agreement.pk]),
        reverse("mentoring:agreement-as-of", args=[agreement.pk]),
        reverse("mentoring:agreement-end", args=[agreement.pk]),
        reverse("mentoring:addendum-add", args=[agreement.pk]),
        *pages_of_plans(agreement),
    ]


def pages_of_plans(agreement: Agreement) -> list[str]:
    activity = Activity.objects.filter(form=Activity.Form.MENTORING).last()
    regulation, report = agreement.regulations.get(), agreement.progress_reports.get()
    return [
        reverse("mentoring:work-plan-add", args=[agreement.pk]),
        activity.plan.get_absolute_url(),
        activity.clause.get_absolute_url(),
        activity.get_absolute_url(),
        reverse("mentoring:activity-add", args=[activity.plan_id]),
        reverse("mentoring:activity-edit", args=[activity.pk]),
        reverse("mentoring:visit-activity", args=[activity.visits.first().pk]),
        reverse("mentoring:regulations"),
        regulation.get_absolute_url(),
        reverse("mentoring:regulation-edit", args=[regulation.pk]),
        reverse("mentoring:regulation-step", args=[regulation.pk]),
        reverse("mentoring:regulation-add", args=[agreement.pk]),
        reverse("mentoring:progress-reports", args=[agreement.pk]),
        report.get_absolute_url(),
        reverse("mentoring:progress-report-send-back", args=[report.pk]),
    ]


def pages_of_imports() -> list[str]:
    """A list with a new, a changed, a wrong and a repeated row; saved, and one to be matched."""
    header = "NPSN,Nama Sekolah,BP,Status,Kecamatan"
    new = "30399999,SD BARU,SD,N,Banjarmasin Utara"
    rows = [header, new, new, f"{NPSN},SD GANTI NAMA,SD,N,", "123456,SD SALAH,SD,N,Martapura"]
    open_batch = imported("diperiksa.csv", rows)
    saved = imported("tersimpan.csv", [header, new.replace("30399999", "30399998")])
    commit(saved, by=None)
    unmatched = imported("kolom.csv", ["Nomor,Nama Sekolah,Status", "1,SD,N"])
    return [
        reverse("imports:batches"),
        reverse("imports:kinds"),
        reverse("imports:upload", args=["sekolah"]),
        reverse("imports:batch", args=[open_batch.pk]),
        reverse("imports:batch", args=[open_batch.pk]) + "?hasil=changed",
        reverse("imports:batch", args=[open_batch.pk]) + "?hasil=duplicate",
        reverse("imports:batch", args=[saved.pk]),
        reverse("imports:matching", args=[unmatched.pk]),
    ]


def imported(name: str, lines: list[str]) -> Batch:
    return receive(
        ContentFile("\n".join(lines).encode(), name=name),
        name=name,
        profile=profile_of("sekolah"),
        by=None,
        area=Area.objects.get(pk="63.71"),
        holds_from=timezone.localdate(),
    )


def pages_of_facilitator() -> list[str]:
    draft, planned = visit_in(State.DRAFT), visit_in(State.PLANNED)
    undone = FollowUp.objects.filter(state=FollowUp.State.RETURNED)
    follow_up = undone.filter(visit__facilitator__email="fasilitator@contoh.id").first()
    training = Training.objects.first()
    session = Session.objects.filter(training=training).first()
    participant = Participant.objects.filter(training=training).first()
    review = Review.objects.get(state=Review.State.PLANNED)
    city = PerformancePost.objects.get(school=None)
    return [
        reverse("mentoring:review-add", args=[city.pk]),
        review.get_absolute_url(),
        *(reverse(f"mentoring:review-{name}", args=[review.pk]) for name in ("edit", "cancel")),
        reverse(
            "mentoring:review-send-back",
            args=[Review.objects.get(state=Review.State.HELD).pk],
        ),
        reverse("mentoring:visit-plan"),
        reverse("mentoring:visit", args=[draft.pk]),
        reverse("mentoring:visit-record", args=[draft.pk]),
        reverse("mentoring:visit-record", args=[planned.pk]),
        reverse("mentoring:visit-cancel", args=[planned.pk]),
        reverse("mentoring:calendar"),
        reverse("mentoring:need"),
        reverse("mentoring:visit-reschedule", args=[planned.pk]),
        reverse("mentoring:visit-record", args=[visit_of_every_kind(planned).pk]),
        reverse("mentoring:snippets"),
        reverse("mentoring:snippet-add"),
        reverse("mentoring:visit", args=[visit_in(State.SENT_BACK).pk]),
        reverse("mentoring:confirmation-sign", args=[visit_in(State.SUBMITTED).pk]),
        reverse("mentoring:follow-up", args=[follow_up.pk]),
        reverse("mentoring:follow-up-report", args=[follow_up.pk]),
        reverse("mentoring:training", args=[training.pk]),
        reverse("mentoring:training-add"),
        reverse("mentoring:training-edit", args=[training.pk]),
        reverse("mentoring:session-add", args=[training.pk]),
        reverse("mentoring:session-edit", args=[session.pk]),
        reverse("mentoring:session-delete", args=[session.pk]),
        reverse("mentoring:attendance", args=[session.pk]),
        reverse("mentoring:participant-add", args=[training.pk]),
        reverse("mentoring:participant-delete", args=[participant.pk]),
    ]


def visit_of_every_kind(planned: Visit) -> Visit:
    """A visit that is asked items of every kind: the draft of the demo, published."""
    draft = Instrument.objects.get(state=Instrument.State.DRAFT)
    publish(draft, version=draft.version)
    visit = Visit.objects.get(pk=planned.pk)
    visit.pk, visit.instrument = None, draft
    visit.save()
    return visit


def pages_of_instruments() -> list[str]:
    """The list, a published version, and a draft with the forms of its parts."""
    published = Instrument.objects.published().first()
    draft = Instrument.objects.filter(state=Instrument.State.DRAFT).first()
    draft = draft or new_version(published)
    section = draft.sections.last()
    items = {item.kind: item for item in draft.items.all()}
    return [
        reverse("mentoring:instruments"),
        reverse("mentoring:instrument-add"),
        reverse("mentoring:instrument-import"),
        published.get_absolute_url(),
        draft.get_absolute_url(),
        reverse("mentoring:instrument-edit", args=[draft.pk]),
        reverse("mentoring:instrument-delete", args=[draft.pk]),
        reverse("mentoring:instrument-section-add", args=[draft.pk]),
        reverse("mentoring:instrument-section-edit", args=[section.pk]),
        reverse("mentoring:instrument-item-add", args=[section.pk, ItemKind.NUMBER]),
        *(reverse("mentoring:instrument-item-edit", args=[item.pk]) for item in items.values()),
        reverse("mentoring:visits"),
    ]


def pages_of_duplicates() -> list[str]:
    """A kecamatan with a likely pair and one told apart, two schools side by side, a merger."""
    admin = User.objects.get(email="admin@contoh.id")
    school = School.objects.get(npsn=NPSN)
    twins = [
        School.objects.create(
            npsn=f"3039000{number}",
            name=school.name,
            form=school.form,
            status=school.status,
            district=school.district,
        )
        for number in range(3)
    ]
    tell_apart(school, twins[1], by=admin)
    made = merge(
        twins[1],
        twins[2],
        versions=(1, 1),
        on=timezone.localdate(),
        reason="tercatat dua kali",
        take=set(),
        by=admin,
    )
    return [
        reverse("schools:duplicates"),
        f"{reverse('schools:duplicates')}?district={school.district_id}",
        f"{reverse('schools:duplicates')}?first=1&second=2",
        f"{reverse('schools:school-merge', args=[twins[0].npsn])}?dengan={NPSN}",
        made.get_absolute_url(),
        twins[2].get_absolute_url(),
        reverse("schools:school-close", args=[NPSN]),
    ]


def pages_of_admin() -> list[str]:
    pages = [reverse("home"), reverse("admin:index"), *pages_of_duplicates()]
    pages += pages_of_instruments()
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        pages.append(reverse(f"{name}_changelist"))
        found = model._default_manager.first()
        if found is not None:
            pages.append(reverse(f"{name}_change", args=[found.pk]))
    # The history of every record is one page of Django's.
    return [*pages, reverse("admin:schools_school_history", args=[School.objects.first().pk])]


WALKS = {
    None: lambda: [reverse(f"account_{name}") for name in ("login", "reset_password", "signup")],
    "walikota@contoh.id": lambda: [*pages_of_everyone(), "/tidak-ada/"],
    "sekolah@contoh.id": lambda: [*pages_of_everyone(), *pages_of_accounts(), "/kerja-sama/"],
    "dinas@contoh.id": lambda: [reverse("home"), *pages_of_dinas(), *pages_of_planning()],
    "fasilitator@contoh.id": lambda: [reverse("home"), *pages_of_facilitator()],
    "admin@contoh.id": pages_of_admin,
}
# Forms that come back with errors when they are sent empty.
REFUSED = {
    "dinas@contoh.id": ["schools:school-add", "mentoring:agreement-add", "mentoring:training-add"],
    "fasilitator@contoh.id": ["mentoring:visit-plan", "mentoring:post-add"],
}
LOOKS = {"dark, phone": ("dark", PHONE), "light, desk": ("light", DESK)}
# Only what is found comes back: the whole of axe-core's answer takes as long again to carry over.
FIND = """options => axe.run(document, {resultTypes: ['violations'], ...options}).then(found =>
    found.violations.flatMap(one => one.nodes.map(node => `${one.id} ${node.target}`)))"""
# What the look decides; all else is the same page as in the look before.
BY_LOOK = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
# What a script unfolds at a desk only, while the page opens.
DECIDED_ON_OPENING = "[data-open-wide]"
AT_REST = """Promise.all(document.getAnimations()
    .filter(animation => animation instanceof CSSTransition)
    .map(transition => transition.finished.catch(() => null)))"""


def take_on(visitor, look: str) -> None:
    scheme, viewport = LOOKS[look]
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.page.set_viewport_size(viewport)


def faults_of(visitor, path: str) -> list[str]:
    """What is found on a page in each look; it is opened again only where the look decides more.

    What a desk adds beside colours and sizes stands around every page: it is asked of the start page.
    """
    faults, is_open = [], False
    for look in LOOKS:
        take_on(visitor, look)
        if not is_open or visitor.page.locator(DECIDED_ON_OPENING).count():
            visitor.open(path)
        asked = BY_LOOK if is_open and path != reverse("home") else {}
        faults += faults_here(visitor, f"{path} ({look})", asked)
        is_open = True
    return faults


def faults_of_a_refused_form(visitor, path: str) -> list[str]:
    """What is found on the page that comes back when a form is sent empty."""
    faults = []
    for look in LOOKS:
        take_on(visitor, look)
        visitor.open(path)
        visitor.page.locator("main form .form-actions [type=submit]").click()
        visitor.page.locator(".form-errors").wait_for()
        faults += faults_here(visitor, f"{path} (refused, {look})", {})
    return faults


def faults_here(visitor, place: str, options: dict) -> list[str]:
    """What axe-core and the eye for overflow find as the page stands, with all its panels loaded."""
    page = visitor.page
    for panel in page.locator("[data-panel]").all():
        panel.locator(".skeleton").wait_for(state="detached")
    page.evaluate(AT_REST)
    said = visitor.complaints.copy()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(FIND, options)
    visitor.complaints.clear()  # axe-core itself tries inline styles, which the policy refuses
    faults = said + [f"{place}: {fault}" for fault in found]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{place}: wider than the screen")
    return faults


@pytest.mark.parametrize("email", WALKS, ids=lambda email: (email or "nobody").partition("@")[0])
def test_no_page_has_a_fault(email, visitor_of):
    visitor = visitor_of(email, reduced_motion="reduce")  # colours do not fade into one another
    faults = []
    for path in WALKS[email]():
        faults += faults_of(visitor, path)
    for name in REFUSED.get(email, ()):
        faults += faults_of_a_refused_form(visitor, reverse(name))
    assert not faults, "\n".join(faults)
