"""One record of every sort inside a scope, and the same elsewhere, for tests of access."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone

from indicators.models import Indicator, IndicatorSet, Measurement
from mentoring.models import (
    Agreement,
    Assignment,
    Attendance,
    Attendees,
    Clause,
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
    Participant,
    Party,
    Session,
    Snippet,
    Training,
    Transition,
    Visit,
    VisitCompanion,
    VisitKind,
)
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
    _add_training(world, name)
    _add_planning(world)
    return world


def _add_registry(world: World) -> None:
    spm = IndicatorSet.objects.get(code="spm")
    indicator = Indicator.objects.get(pk=spm.members.get(indicator__code="A.1").indicator_id)
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
        "measurement": Measurement.objects.create(
            indicator=indicator, school=world.school, year=2025, value=55, source="contoh"
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
            follow_up=follow_up, file=file, thumbnail=file, sha256="0" * 64, uploaded_by=officer
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
    world.records |= {
        "holiday": Holiday.objects.create(
            date=date(2026, 9, 24), name="Hari jadi", area=world.area
        ),
    }
