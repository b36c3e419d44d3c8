"""Issues go up level by level with reasons, and their answers come down the same way."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.models import Issue, IssueStep, Visit
from mentoring.operations.issues import (
    answer_issue,
    close_issue,
    pass_down,
    raise_issue,
    reopen_issue,
    take_up,
)
from mentoring.operations.visits import AlreadyDone
from portal.notices.models import Notice
from portal.operations import Conflict, Refused

Level, State = Issue.Level, Issue.State
WORDS = "Belum ada anggaran"


@pytest.fixture
def head(make_person, own_school):
    return make_person("sekolah", school=own_school, name="Kepala Sekolah")


@pytest.fixture
def raised(own_school, facilitator):
    """An issue that the facilitator put on the school's desk."""
    return raise_issue(
        own_school, by=facilitator, title="Guru BK", description="Belum ada", level=Level.SCHOOL
    )


def step(issue: Issue, name: str) -> str:
    return reverse(f"mentoring:issue-{name}", args=[issue.pk])


def place(issue: Issue) -> tuple[str, str]:
    issue.refresh_from_db()
    return issue.state, issue.level


def test_an_issue_goes_up_to_the_ministry_and_its_answer_comes_back_level_by_level(
    client_of, raised, head, dinas, facilitator
):
    clients = {"h": client_of(head), "d": client_of(dinas), "f": client_of(facilitator)}
    way = [
        ("h", "up", (State.HANDLED, Level.CITY)),
        ("d", "up", (State.HANDLED, Level.BPMP)),
        ("f", "up", (State.HANDLED, Level.MINISTRY)),
        ("f", "answer", (State.ANSWERED, Level.BPMP)),
        ("f", "down", (State.ANSWERED, Level.CITY)),
        ("d", "down", (State.ANSWERED, Level.SCHOOL)),
        ("h", "down", (State.RETURNED, Level.SCHOOL)),
        ("f", "reopen", (State.HANDLED, Level.SCHOOL)),
        ("h", "answer", (State.RETURNED, Level.SCHOOL)),
        ("f", "close", (State.CLOSED, Level.SCHOOL)),
    ]
    for number, (who, name, arrived) in enumerate(way, start=1):
        assert step(raised, name) in clients[who].get(raised.get_absolute_url()).text, number
        text = f"Alasan langkah {number}."
        clients[who].post(step(raised, name), {"version": number, "text": text})
        assert place(raised) == arrived, number
    page = clients["h"].get(raised.get_absolute_url()).text
    assert all(f"Alasan langkah {number}." in page for number in range(1, 11))
    assert "Dinaikkan dari tingkat sekolah ke tingkat daerah, oleh Kepala Sekolah" in page
    assert raised.answer == "Alasan langkah 9."
    steps = list(raised.steps.all())
    assert len(steps) == 1 + len(way)
    assert raised.since == steps[-1].at
    told = Notice.objects.filter(kind="issue-on-desk").values_list("user", flat=True)
    assert set(told) == {head.pk, dinas.pk, facilitator.pk}


def test_only_those_at_the_desk_act_and_only_who_raised_it_closes(
    client_of, raised, head, dinas, make_person
):
    other = make_person("fasilitator")
    for person, name in ((dinas, "up"), (dinas, "answer"), (other, "up"), (head, "close")):
        client = client_of(person)
        assert step(raised, name) not in client.get(raised.get_absolute_url()).text
        answer = client.post(step(raised, name), {"version": 1, "text": WORDS})
        assert answer.status_code == 422
        assert WORDS in answer.text
    leader = client_of("pimpinan")
    assert leader.get(raised.get_absolute_url()).status_code == 200
    assert leader.post(step(raised, "up"), {"version": 1, "text": WORDS}).status_code == 403
    assert place(raised) == (State.HANDLED, Level.SCHOOL)


def test_the_officers_close_for_somebody_whose_account_was_closed(raised, dinas, facilitator):
    with pytest.raises(Refused, match="Rahmah Fasilitator"):
        close_issue(raised, by=dinas, text=WORDS, version=1)
    facilitator.is_active = False
    facilitator.save()
    assert close_issue(raised, by=dinas, text=WORDS, version=1).state == State.CLOSED


def test_what_cannot_be_done_where_it_lies_is_refused(raised, facilitator, dinas, head, own_school):
    with pytest.raises(Refused, match="masih ditangani"):
        reopen_issue(raised, by=facilitator, text=WORDS, version=1)
    with pytest.raises(Refused, match="ditangani"):
        pass_down(raised, by=head, text=WORDS, version=1)
    top = raise_issue(own_school, by=head, title="x", description="y", level=Level.MINISTRY)
    with pytest.raises(Refused, match="tingkat tertinggi"):
        take_up(top, by=facilitator, text=WORDS, version=1)
    assert answer_issue(top, by=facilitator, text=WORDS, version=1).state == State.RETURNED
    closed = close_issue(top, by=head, text=WORDS, version=2)
    with pytest.raises(Refused, match="sudah ditutup"):
        close_issue(closed, by=head, text=WORDS, version=3)


def test_a_step_sent_twice_counts_once_and_another_on_top_is_noticed(
    client_of, raised, head, dinas
):
    client, data = client_of(head), {"version": 1, "text": WORDS}
    for _again in range(2):
        assert client.post(step(raised, "up"), data).status_code == 302
    assert raised.steps.count() == 2
    with pytest.raises(AlreadyDone):
        take_up(raised, by=head, text=WORDS, version=1)
    answer = client_of(dinas).post(step(raised, "answer"), data | {"text": "Tahun depan"})
    assert answer.status_code == 409
    assert "Tahun depan" in answer.text
    assert place(raised) == (State.HANDLED, Level.CITY)


def test_the_database_keeps_answers_and_levels(raised):
    for fields in ({"state": State.RETURNED}, {"level": "kota"}, {"state": "lain"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Issue.objects.update(**fields)


# Raising


def raised_by_form(client, url: str, **fields) -> Issue:
    opened = client.get(url)
    form = opened.context["form"]
    data = {name: form[name].value() for name in form.fields} | fields
    client.post(url, data)
    client.post(url, data)  # a second click
    return Issue.objects.get()


def test_the_obstacles_of_a_visit_become_an_issue(client_of, verified_visit, facilitator, dinas):
    client = client_of(facilitator)
    url = reverse("mentoring:visit-issue-add", args=[verified_visit.pk])
    assert url not in client.get(verified_visit.get_absolute_url()).text
    text = "Belum ada guru BK. Sudah diminta dua kali."
    Visit.objects.update(obstacles=text, escalation=Visit.Escalation.CITY)
    assert url in client.get(verified_visit.get_absolute_url()).text
    issue = raised_by_form(client, url)
    assert (issue.title, issue.description) == ("Belum ada guru BK", text)
    assert (issue.level, issue.visit, issue.raised_by) == (Level.CITY, verified_visit, facilitator)
    assert issue.number in client.get(verified_visit.get_absolute_url()).text
    assert verified_visit.number in client_of(dinas).get(issue.get_absolute_url()).text


def test_a_school_raises_an_issue_of_its_own_and_reads_no_unverified_visit(
    client_of, head, own_school, submitted_visit, make_school
):
    client = client_of(head)
    panel = client.get(reverse("mentoring:school-issues", args=[own_school.npsn])).text
    url = reverse("mentoring:school-issue-add", args=[own_school.npsn])
    assert url in panel
    issue = raised_by_form(client, url, title="Atap bocor", description="Kelas 4")
    assert (issue.level, issue.school) == (Level.CITY, own_school)
    Issue.objects.update(visit=submitted_visit)
    Visit.objects.update(state=Visit.State.SENT_BACK)
    assert submitted_visit.number not in client.get(issue.get_absolute_url()).text
    assert (
        "Atap bocor" in client.get(reverse("mentoring:school-issues", args=[own_school.npsn])).text
    )
    assert (
        client_of("sekolah", school=make_school()).get(issue.get_absolute_url()).status_code == 404
    )
    other = reverse("mentoring:school-issue-add", args=[make_school().npsn])
    assert client.get(other).status_code == 404


def test_an_issue_without_words_is_shown_again(client_of, dinas, own_school):
    url = reverse("mentoring:school-issue-add", args=[own_school.npsn])
    answer = client_of(dinas).post(url, {"title": "", "description": "Tetap ada"})
    assert answer.status_code == 422
    assert "Tetap ada" in answer.text


# The list


def test_the_list_is_filtered_and_asks_as_often_for_many(client_of, own_school, facilitator, dinas):
    titles = {"A": Level.SCHOOL, "B": Level.CITY, "C": Level.CITY}
    for title, level in titles.items():
        raise_issue(own_school, by=facilitator, title=title, description="x", level=level)
    closed = Issue.objects.get(title="C")
    close_issue(closed, by=facilitator, text=WORDS, version=1)
    client, url = client_of(dinas), reverse("mentoring:issues")

    def found(**query) -> set[str]:
        return {row.title for row in client.get(url, query).context["list"].page.object_list}

    assert found() == {"A", "B", "C"}
    assert found(keadaan="terbuka") == {"A", "B"}
    assert found(keadaan="ditutup", tingkat="daerah") == {"C"}
    assert found(tingkat="sekolah", q="teluk") == {"A"}
    assert found(q="antasan") == set()
    assert set(Issue.objects.open().of_school(own_school).values_list("title", flat=True)) == {
        "A",
        "B",
    }
    counts = []
    for total in (30, 1000):
        Issue.objects.bulk_create(
            Issue(
                school=own_school,
                title=str(n),
                description="x",
                raised_by=facilitator,
                first_level="daerah",
                level="daerah",
            )
            for n in range(total)
        )
        with CaptureQueriesContext(connection) as queries:
            client.get(url, {"keadaan": "terbuka"})
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


# Whatever people do

OPERATIONS = (take_up, answer_issue, pass_down, close_issue, reopen_issue)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.sampled_from(Level.values),
    tries=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(OPERATIONS)), max_size=14),
)
def test_whatever_people_try_an_issue_moves_one_level_at_a_time(
    own_school, head, dinas, facilitator, make_person, first, tries
):
    people = [head, dinas, facilitator, make_person("fasilitator")]
    with transaction.atomic():
        issue = raise_issue(own_school, by=head, title="x", description="y", level=first)
        for who, operation in tries:
            issue.refresh_from_db()
            try:
                operation(issue, by=people[who], text=WORDS, version=issue.version)
            except (Refused, Conflict):
                continue
        issue.refresh_from_db()
        check_way(issue, list(issue.steps.all()), head)
        transaction.set_rollback(True)


def check_way(issue: Issue, steps: list[IssueStep], raiser) -> None:
    """Every step is in the record, joined to the one before, and never jumps over a level."""
    assert issue.version == len(steps)
    order = Level.values
    for before, after in zip(steps, steps[1:], strict=False):
        assert after.from_level == before.to_level
        moved = order.index(after.to_level) - order.index(after.from_level)
        if after.kind == IssueStep.Kind.REOPENED:
            assert after.to_level == issue.first_level
        elif after.kind == IssueStep.Kind.UP:
            assert moved == 1
        else:
            assert moved in (0, -1)
        if after.kind in (IssueStep.Kind.CLOSED, IssueStep.Kind.REOPENED):
            assert after.by == raiser
    last = steps[-1]
    assert (issue.state, issue.level) == (last.to_state, last.to_level)
    assert order.index(issue.level) >= order.index(issue.first_level)
    if issue.state in (State.ANSWERED, State.RETURNED):
        assert issue.answer
