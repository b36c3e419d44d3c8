"""The demo: real areas, schools and catalogue; people, visits, trainings and figures are made up.

Everything made up carries the source "contoh". The same day gives the same data (fixed seed).
"""

import random

import pghistory
from django.db import transaction
from django.utils import timezone

from portal.home.demo import (
    cooperation,
    figures,
    instruments,
    issues,
    papers,
    participation,
    people,
    photos,
    planning,
    plans,
    posts,
    spm,
    targets,
    trainings,
    visits,
    voices,
)
from portal.models import User
from schools.models import School, SchoolAccount
from schools.operations.proposals import propose
from schools.reference import load_cohort_members, load_schools

SEED = 20221102
TWICE = "30304064"


def demo_accounts() -> list[tuple[str, str, str]]:
    """Label, e-mail and password of each person of the demo that one may sign in as."""
    return [(person.label, person.email, people.PASSWORD) for person in people.PEOPLE]


@transaction.atomic
def build_demo() -> bool:
    """Fill the database with the demo; False (and nothing written) where it already stands."""
    if User.objects.filter(email=people.PEOPLE[0].email).exists():
        return False
    load_schools()
    load_cohort_members()
    _write_a_school_twice()
    chance = random.Random(SEED)  # noqa: S311  (believable, not secret)
    crew = people.make_people()
    _propose_a_change()
    with pghistory.context(user=crew.admin.pk, source="contoh"):
        agreement = cooperation.make_agreement()
        cohort = cooperation.assign_cohort(crew)
        figures.make_figures(cohort, chance)
        figures.make_figures_of_others(cohort, random.Random(SEED + 1))  # noqa: S311
        figures.make_yearly_figures(cohort, random.Random(SEED))  # noqa: S311
        targets.make_targets(cohort)
        participation.make_participation()
        spm.make_spm()
        made = visits.make_visits(cohort, agreement, crew, chance)
        photos.add_photos(made)
        voices.add_voices(made, crew)
        papers.make_papers(made, crew)
        trainings.make_trainings(cohort, agreement, chance)
        plans.make_plans(agreement, crew)
        instruments.make_instruments()
        planning.make_plans(cohort, chance)
    issues.make_issues(made, crew)
    posts.make_posts(crew)
    return True


def _write_a_school_twice() -> None:
    """A likely pair for the page of duplicates: one school typed by another hand. Made up."""
    school = School.objects.get(npsn=TWICE)
    School.objects.create(
        npsn="30399901",
        name=school.name.replace("SD NEGERI", "SDN"),
        form=school.form,
        status=school.status,
        district=school.district,
        source="contoh",
    )


def _propose_a_change() -> None:
    """What a school would have changed in its own record, waiting for a decision. Made up."""
    account = SchoolAccount.objects.select_related("school", "user").earliest("pk")
    address = f"{account.school.address} RT 05" if account.school.address else "Jl. Contoh RT 05"
    propose(
        account.school,
        {"address": address, "accreditation": "A"},
        by=account.user,
        holds_from=timezone.localdate(),
        note="SK akreditasi terbaru ada pada kami.",
    )
