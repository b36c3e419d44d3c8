"""One record of every sort inside a scope, and the same elsewhere, for tests of access."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone

from indicators.models import (
    FindingAcceptance,
    Headcount,
    Indicator,
    IndicatorSet,
    Measurement,
    QualityRule,
    SpmOfficialIndex,
    SpmRequirement,
    Target,
)
from mentoring.models import (
    Activity,
    ActivityIndicator,
    ActivityMonth,
    Addendum,
    Agreement,
    Assignment,
    Attendance,
    Attendees,
    Bundle,
    CalendarFeed,
    Ceiling,
    Clause,
    Comment,
    Confirmation,
    Evidence,
    FollowUp,
    FollowUpEvidence,
    FollowUpReminder,
    FollowUpStep,
    Holiday,
    Instrument,
    Issue,
    IssueStep,
    ItemKind,
    Mention,
    Paper,
    Participant,
    Party,
    PerformancePost,
    PlaceProof,
    ProgressReport,
    Regulation,
    RegulationStep,
    ReportSignature,
    Review,
    ReviewIssue,
    ReviewStep,
    ReviewTarget,
    Session,
    Snippet,
    Training,
    Transition,
    Visit,
    VisitCompanion,
    VisitKind,
    WorkPlan,
    YearPlan,
)
from mentoring.models.feeds import digest_of
from mentoring.models.progress_reports import checksum_of
from mentoring.queries.addenda import terms_of
from mentoring.queries.progress import Period, compose
from portal.documents.models import NumberSeries
from portal.imports.models import Batch, StagedRow
from portal.models import Area, Role, SavedView, User
from portal.notices.models import MailChoice, Notice
from schools.models import (
    DistinctPair,
    Membership,
    Merger,
    Programme,
    Proposal,
    School,
    SchoolAccount,
)


@dataclass
class World:
    """Records that belong together, reached by name."""

    people: dict[str, User]
    area: Area
    school: School
    telling_names: list[str]
    elsewhere: "World | None" = None
    records: dict[str, models.Model] = field(default_factory=dict)

    def __getattr__(self, name: str) -> models.Model:
        try:
            return self.__dict__["records"][name]
        except KeyError:
            raise AttributeError(name) from None

    def of_model(self, model: type[models.Model]) -> models.Model | None:
        """The record of this model, if the world has one."""
        found = [self.area, self.school, *self.people.values(), *self.records.values()]
        return next((record for record in found if type(record) is model), None)


def build_world(make_school, make_person) -> World:
    """A world in Banjarmasin (63.71) and one in Palangka Raya (62.71), outside every scope of the first."""
    here = _build(make_school, make_person, "63.71", "63", "SDN SINI SAJA")
    here.elsewhere = _build(make_school, make_person, "62.71", "62", "SDN LUAR JANGKAUAN")
    return here


def _build(make_school, make_person, city: str, province: str, name: str) -> World:
    school = make_school(name=name, district=f"{city}.01")
    people = {
        Role.ADMIN: make_person("admin", area=city, name=f"Admin {name}"),
        Role.DINAS: make_person("dinas", area=city, name=f"Dinas {name}"),
        Role.FACILITATOR: make_person("fasilitator", area=province, name=f"Fasilitator {name}"),
        Role.SCHOOL: make_person("sekolah", school=school, name=f"Kepala {name}"),
        Role.LEADER: make_person("pimpinan", area=city, name=f"Pimpinan {name}"),
    }
    world = World(people, Area.objects.get(pk=city), school, telling_names=[name, school.npsn])
    _add_registry(world)
    _add_merger(world, make_school(name=f"{name} 2", district=f"{city}.01"))
    _add_import(world, name)
    _add_agreement(world, name)
    _add_draft_instrument(world)
    _add_visits(world)
    _add_papers(world)
    _add_training(world, name)
    _add_planning(world)
    _add_plan(world, name)
    _add_regulation_and_reports(world, name)
    _add_posts(world, name)
    return world


def _add_registry(world: World) -> None:
    spm = IndicatorSet.objects.get(code="spm")
    indicator = Indicator.objects.get(pk=spm.members.get(indicator__code="A.1").indicator_id)
    measurement = Measurement.objects.create(
        indicator=indicator, school=world.school, year=2025, value=55, source="contoh"
    )
    world.records |= {
        "membership": Membership.objects.create(
            school=world.school,
            programme=Programme.objects.get(code="sekolah-penggerak"),
            cohort=1,
            starts_on=date(2022, 7, 1),
        ),
        "account": SchoolAccount.objects.get(school=world.school),
        "proposal": _proposal(world),
        "saved_view": SavedView.objects.create(
            user=world.people[Role.ADMIN], path="/sekolah/", name="Swasta", query="status=swasta"
        ),
        "notice": Notice.objects.create(
            user=world.people[Role.DINAS], kind="contoh", text=f"Kabar {world.school.name}", url="/"
        ),
        "mail_choice": MailChoice.objects.create(user=world.people[Role.DINAS]),
        "indicator": indicator,
        "measurement": measurement,
        "acceptance": FindingAcceptance.objects.create(
            rule=QualityRule.objects.get(code="berulang"),
            measurement=measurement,
            version=1,
            reason="Sudah dicocokkan",
            by=world.people[Role.DINAS],
        ),
        "target": Target.objects.create(
            indicator=indicator,
            school=world.school,
            baseline_year=2024,
            baseline=50,
            year=2027,
            value=65,
        ),
        "headcount": Headcount.objects.create(
            area=world.area,
            year=2025,
            kind="penduduk",
            age_from=7,
            age_to=12,
            count=70_000,
            source="Dukcapil",
            source_year=2025,
        ),
        "spm_row": SpmRequirement.objects.create(
            area=world.area,
            year=2025,
            service="paud",
            part="penerima",
            name=f"Anak usia dini di sekitar {world.school.name}",
            needed=100,
            met=90,
            source="contoh",
            source_year=2025,
        ),
        "spm_official": SpmOfficialIndex.objects.create(
            area=world.area, year=2025, service="paud", value=90, source="contoh"
        ),
    }


def _proposal(world: World) -> Proposal:
    proposal = Proposal.objects.create(
        school=world.school, by=world.people[Role.SCHOOL], holds_from=date(2024, 1, 2)
    )
    proposal.changes.create(field="address", old="", new="Jl. Contoh 1")
    return proposal


def _add_merger(world: World, other: School) -> None:
    """A merger that was undone, and two schools told apart."""
    admin = world.people[Role.ADMIN]
    world.records |= {
        "pair": DistinctPair.objects.create(first=world.school, second=other, by=admin),
        "merger": Merger.objects.create(
            kept=world.school,
            absorbed=other,
            merged_on=date(2023, 1, 2),
            reason="contoh",
            by=admin,
            undone_at=timezone.now(),
            undone_by=admin,
        ),
    }


def _add_import(world: World, name: str) -> None:
    batch = Batch.objects.create(
        kind="sekolah",
        by=world.people[Role.ADMIN],
        area=world.area,
        file=ContentFile(b"NPSN,Nama\n", name="sekolah.csv"),
        file_name=f"{name}.csv",
        state="siap",
        sheets=[""],
        header_row=1,
        headers=["NPSN", "Nama"],
        matching={"npsn": 0, "nama": 1},
    )
    cells = ["", name, *[""] * 9]
    world.records |= {
        "batch": batch,
        "staged_row": StagedRow.objects.create(
            batch=batch, number=2, cells=cells, outcome="error", errors=["npsn.empty"]
        ),
    }


def _add_agreement(world: World, name: str) -> None:
    agreement = Agreement.objects.create(
        kind=Agreement.Kind.JOINT,
        title=f"Kerja sama {name}",
        first_number="1",
        second_number="2",
        area=world.area,
        signed_on=date(2022, 11, 2),
        starts_on=date(2022, 11, 2),
        ends_on=timezone.localdate() + timedelta(days=365),
        state=Agreement.State.IN_FORCE,
        scan=ContentFile(b"%PDF-1.7", name="scan.pdf"),
    )
    world.records |= {
        "agreement": agreement,
        "party": Party.objects.create(
            agreement=agreement, side="dinas", institution="Pemko", name="A", position="B"
        ),
        "clause": Clause.objects.create(agreement=agreement, order=1, text="Pendampingan"),
    }


def _add_draft_instrument(world: World) -> None:
    """A draft with an item that nobody was asked yet; like all instruments it belongs to everyone."""
    draft = Instrument.objects.create(code=f"draf-{world.area.pk}".replace(".", "-"), name="Draf")
    section = draft.sections.create(title="Bagian")
    item = draft.items.create(section=section, code="b1", kind=ItemKind.ONE, text="Butir")
    world.records |= {
        "instrument": draft,
        "section": section,
        "item": item,
        "choice": item.choices.create(text="Pilihan"),
    }


def _add_visits(world: World) -> None:
    facilitator = world.people[Role.FACILITATOR]
    world.records["assignment"] = Assignment.objects.create(
        facilitator=facilitator, school=world.school, starts_on=date(2022, 11, 7)
    )
    for name, state in (
        ("verified_visit", Visit.State.VERIFIED),
        ("submitted_visit", Visit.State.SUBMITTED),
        ("open_visit", Visit.State.DRAFT),
        ("planned_visit", Visit.State.PLANNED),
    ):
        world.records[name] = Visit.objects.create(
            school=world.school,
            facilitator=facilitator,
            agreement=world.agreement,
            instrument=Instrument.objects.published().get(),
            kind=VisitKind.objects.first(),
            date=timezone.localdate() - timedelta(days=3),
            starts_at=time(8),
            ends_at=time(10),
            state=state,
        )
    verified = world.verified_visit
    _add_discussion(world, verified)
    world.records |= {
        "companion": VisitCompanion.objects.create(
            visit=world.open_visit, user=world.people[Role.FACILITATOR]
        ),
        "snippet": Snippet.objects.create(
            owner=facilitator, title=f"Templat {world.school.name}", text="Guru sudah"
        ),
        "attendees": Attendees.objects.create(visit=verified, part="ks", women=1),
        "transition": Transition.objects.create(
            visit=verified,
            from_state=Visit.State.SUBMITTED,
            to_state=Visit.State.VERIFIED,
            by=world.people[Role.DINAS],
        ),
        "follow_up": FollowUp.objects.create(
            visit=verified,
            description=f"Tindak lanjut {world.school.name}",
            owner=FollowUp.Owner.SCHOOL,
            due_on=timezone.localdate(),
        ),
        "evidence": _photo(verified),
        "open_evidence": _photo(world.open_visit),
    }
    _add_follow_up_parts(world)
    _add_issue(world)


def _add_discussion(world: World, visit: Visit) -> None:
    """What the school and the offices say about a verified visit, and where it was."""
    officer = world.people[Role.DINAS]
    comment = Comment.objects.create(
        visit=visit, by=officer, text=f"Komentar {world.school.name}", with_school=True
    )
    world.records |= {
        "comment": comment,
        "mention": Mention.objects.create(comment=comment, user=visit.facilitator),
        "confirmation": Confirmation.objects.create(
            visit=visit,
            way=Confirmation.Way.ACCOUNT,
            agrees=True,
            name="Kepala",
            position="Kepala sekolah",
            by=world.people[Role.SCHOOL],
        ),
        "place_proof": PlaceProof.objects.create(
            visit=visit, latitude="-3.3", longitude="114.6", accuracy=20
        ),
    }


def _add_papers(world: World) -> None:
    """Minutes and a letter as they are stored; what they print is for tests of papers."""
    dinas, count = world.people[Role.DINAS], Paper.objects.count()
    for number, (name, kind, visit) in enumerate(
        [
            ("minutes", Paper.Kind.MINUTES, world.verified_visit),
            ("letter", Paper.Kind.LETTER, None),
        ],
        start=count + 1,
    ):
        world.records[name] = Paper.objects.create(
            kind=kind,
            number=f"{number}/X/2026",
            year=2026,
            sequence=number,
            visit=visit,
            facilitator=world.people[Role.FACILITATOR],
            area=world.area,
            issued_on=date(2026, 1, 2),
            issued_at=timezone.now(),
            issued_by=dinas,
            file=ContentFile(b"%PDF-1.7", name="x.pdf"),
            sha256="0" * 64,
            size=8,
            template_version="contoh",
            snapshot={"period": "Januari"},
        )
    world.records |= {
        "bundle": Bundle.objects.create(
            by=dinas,
            visits=[world.verified_visit.pk],
            total=1,
            state=Bundle.State.DONE,
            file=ContentFile(b"PK", name="x.zip"),
        ),
        "number_series": NumberSeries.objects.get(code=Paper.Kind.MINUTES),
    }


def _photo(visit: Visit) -> Evidence:
    file = ContentFile(b"a picture", name="photo.jpg")
    return Evidence.objects.create(
        visit=visit,
        file=file,
        thumbnail=file,
        original=file,
        sha256="0" * 64,
        uploaded_by=visit.facilitator,
    )


def _add_follow_up_parts(world: World) -> None:
    follow_up, officer = world.follow_up, world.people[Role.DINAS]
    file = ContentFile(b"a picture", name="bukti.jpg")
    world.records |= {
        "follow_up_step": FollowUpStep.objects.create(
            follow_up=follow_up, from_state="belum", to_state="berjalan", by=officer
        ),
        "follow_up_reminder": FollowUpReminder.objects.create(
            follow_up=follow_up, due_on=follow_up.due_on, stage=-7
        ),
        "follow_up_evidence": FollowUpEvidence.objects.create(
            follow_up=follow_up,
            file=file,
            thumbnail=file,
            original=file,
            sha256="0" * 64,
            uploaded_by=officer,
        ),
    }


def _add_issue(world: World) -> None:
    facilitator = world.people[Role.FACILITATOR]
    issue = Issue.objects.create(
        school=world.school,
        visit=world.verified_visit,
        title=f"Hambatan {world.school.name}",
        description="Belum ada guru BK",
        raised_by=facilitator,
        first_level=Issue.Level.CITY,
        level=Issue.Level.CITY,
    )
    step = IssueStep.objects.create(
        issue=issue, kind="diajukan", to_level=issue.level, to_state=issue.state, by=facilitator
    )
    world.records |= {"issue": issue, "issue_step": step}


def _add_training(world: World, name: str) -> None:
    training = Training.objects.create(
        kind=Training.Kind.BIMTEK,
        title=f"Bimtek {name}",
        organiser="BPMP",
        agreement=world.agreement,
        area=world.area,
    )
    session = Session.objects.create(
        training=training,
        topic="Materi",
        date=date(2026, 3, 2),
        starts_at=time(8),
        ends_at=time(11),
        hours=4,
    )
    participant = Participant.objects.create(
        training=training, school=world.school, name=f"Peserta {name}"
    )
    world.records |= {
        "training": training,
        "session": session,
        "participant": participant,
        "attendance": Attendance.objects.create(session=session, participant=participant),
    }


def _add_planning(world: World) -> None:
    facilitator = world.people[Role.FACILITATOR]
    world.records |= {
        "holiday": Holiday.objects.create(
            date=date(2026, 9, 24), name="Hari jadi", area=world.area
        ),
        "ceiling": Ceiling.objects.create(facilitator=facilitator, schools=6),
        "year_plan": YearPlan.objects.create(
            school=world.school, year=timezone.localdate().year, visits=5
        ),
        "calendar_feed": CalendarFeed.objects.create(
            user=facilitator, digest=digest_of(world.area.pk)
        ),
    }


def _add_plan(world: World, name: str) -> None:
    """A year's plan with one activity of mentoring, that the verified visit is done for."""
    year = world.verified_visit.date.year
    plan = WorkPlan.objects.create(agreement=world.agreement, year=year)
    activity = Activity.objects.create(
        plan=plan,
        clause=world.clause,
        form=Activity.Form.MENTORING,
        title=f"Kegiatan {name}",
        target=2,
        side="bpmp",
        person=world.people[Role.FACILITATOR],
    )
    world.records |= {
        "work_plan": plan,
        "activity": activity,
        "activity_month": ActivityMonth.objects.create(activity=activity, month=12, planned=2),
        "activity_indicator": ActivityIndicator.objects.create(
            activity=activity, indicator=world.indicator
        ),
    }
    for visit in (world.verified_visit, world.submitted_visit, world.open_visit):
        visit.activity = activity
        visit.save()


def _add_regulation_and_reports(world: World, name: str) -> None:
    """A regulation with its first step, an addendum, and a progress report that one side signed."""
    agreement, dinas = world.agreement, world.people[Role.DINAS]
    regulation = Regulation.objects.create(
        agreement=agreement,
        kind=Regulation.Kind.CIRCULAR,
        about=f"Surat edaran {name}",
        file=ContentFile(b"%PDF-1.7", name="edaran.pdf"),
    )
    day = date(2023, 2, 1)
    terms, content = terms_of(agreement), compose(agreement, Period(2023, 1))
    report = ProgressReport.objects.create(
        agreement=agreement,
        year=2023,
        semester=1,
        number=1,
        content=content,
        sha256=checksum_of(content),
        proposed_by=dinas,
    )
    world.records |= {
        "regulation": regulation,
        "regulation_step": RegulationStep.objects.create(
            regulation=regulation, to_state=Regulation.State.PROPOSED, on=day, by=dinas
        ),
        "addendum": Addendum.objects.create(
            agreement=agreement,
            order=1,
            first_number="3",
            second_number="4",
            signed_on=day,
            about=f"Adendum {name}",
            scan=ContentFile(b"%PDF-1.7", name="adendum.pdf"),
            before=terms | {"ends_on": "2023-12-31"},
            after=terms,
            by=dinas,
        ),
        "progress_report": report,
        "report_signature": ReportSignature.objects.create(report=report, side="dinas", by=dinas),
    }


def _add_posts(world: World, name: str) -> None:
    """A post with the school: a review that waits for the dinas, and one that is planned."""
    facilitator, today = world.people[Role.FACILITATOR], timezone.localdate()
    post = PerformancePost.objects.create(label=f"Pos {name}", school=world.school)
    kept = {"post": post, "agreement": world.agreement, "side": "bpmp", "led_by": facilitator}
    held = Review.objects.create(
        **kept,
        period_from=today - timedelta(days=100),
        period_to=today - timedelta(days=10),
        date=today - timedelta(days=5),
        state=Review.State.HELD,
    )
    first = today - timedelta(days=9)
    planned = Review.objects.create(
        **kept, period_from=first, period_to=today + timedelta(days=80), date=today
    )
    world.records |= {
        "post": post,
        "held_review": held,
        "planned_review": planned,
        "review_target": ReviewTarget.objects.create(review=held, part="depan", text=f"S {name}"),
        "review_issue": ReviewIssue.objects.create(review=held, issue=world.issue),
        "review_step": ReviewStep.objects.create(
            review=held, from_state="direncanakan", to_state="dilaksanakan", by=facilitator
        ),
    }
