"""Pages about the people of a training: registering, taking out, and attendance."""

from functools import partial

from django.contrib import messages
from django.db.models import Count, Sum
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentoring.forms.trainings import AttendanceForm, ParticipantForm, school_of_training
from mentoring.models import Attendance, Participant, Session, Training
from mentoring.operations.trainings import add_participant, remove_participant, take_attendance
from mentoring.queries.trainings import training_left_by
from mentoring.views.trainings import back_to_training
from portal.access import may
from portal.operations import Conflict, Refused
from portal.views import create_once

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@may("mentoring.change_training", Training)
def participant_add(request, training):
    """Register a person of a school; htmx asks here for the name that goes with a typed NPSN."""
    npsn = request.GET.get("npsn", "")
    if request.method != "POST":
        if request.htmx.target == "school-name":
            context = {"npsn": npsn, "school": school_of_training(training, npsn)}
            return render(request, "mentoring/trainings/school_name.html", context)
        form = ParticipantForm(training=training, initial={"npsn": npsn})
        return _participant_page(request, training, form)
    form = ParticipantForm(request.POST, training=training)

    def say(person: Participant) -> None:
        text = _("%(name)s (%(school)s) terdaftar sebagai peserta.")
        messages.success(request, text % {"name": person.name, "school": person.school.name})

    done = create_once(
        request,
        form,
        make=lambda: add_participant(form.save(commit=False)),
        say=say,
        url_of=partial(_after_registering, "again" in request.POST),
    )
    return done or _participant_page(request, training, form)


def _after_registering(again: bool, person: Participant) -> str:
    """The training, or the form for the next person of the school where that was asked."""
    if not again:
        return person.training.get_absolute_url()
    form = reverse("mentoring:participant-add", args=[person.training_id])
    return f"{form}?npsn={person.school.npsn}"


def _participant_page(request, training: Training, form: ParticipantForm):
    status = 422 if form.is_bound else 200
    npsn = "" if form["npsn"].errors else form["npsn"].value() or ""
    context = {
        "training": training,
        "form": form,
        "npsn": npsn,
        "school": school_of_training(training, npsn) if npsn else None,
    }
    return render(request, "mentoring/trainings/participant_add.html", context, status=status)


@form_page
def participant_delete(request, pk: int):
    """Take a person out of a training; one who was taken out already leads back to it."""
    if Participant.objects.filter(pk=pk).exists():
        return _take_out(request, pk=pk)
    return back_to_training(request, pk=training_left_by(Participant, pk))


@may("mentoring.change_training", Participant)
def _take_out(request, participant):
    """Take a person out, once what goes with it was shown."""
    training = participant.training
    if request.method == "POST":
        remove_participant(participant)
        messages.success(request, _("%s tidak lagi menjadi peserta.") % participant.name)
        return redirect(training)
    lost = participant.attendance.aggregate(sessions=Count("pk"), hours=Sum("session__hours"))
    context = {"participant": participant, "training": training, "lost": lost}
    return render(request, "mentoring/trainings/participant_delete.html", context)


@form_page
@may("mentoring.change_training", Session)
def attendance(request, session):
    """Who was present at a session: a checklist, saved as a whole."""
    if request.method != "POST":
        return _attendance_page(request, session, ticked=_present(session))
    form = AttendanceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Kehadiran belum tersimpan. Tandai lagi, lalu simpan."))
        return redirect("mentoring:attendance", session.pk)
    ticked = form.cleaned_data["present"]
    try:
        take_attendance(session, version=form.cleaned_data["version"], present=ticked)
    except Conflict as conflict:
        current = conflict.current
        people = list(current.training.participants.all())
        changes = form.changes_since(_present(current), people)
        return _attendance_page(request, current, ticked=ticked, conflict=changes, status=409)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(session.training)
    messages.success(request, _("Kehadiran sesi “%s” tersimpan.") % session.topic)
    return redirect(session.training)


def _present(session: Session) -> set[int]:
    rows = Attendance.objects.filter(session=session)
    return set(rows.values_list("participant_id", flat=True))


def _attendance_page(request, session: Session, *, ticked: set[int], conflict=None, status=200):
    """The checklist with `ticked` people marked; `conflict` is what others changed meanwhile."""
    people = session.training.participants.select_related("school")
    context = {
        "session": session,
        "training": session.training,
        "people": people,
        "ticked": ticked,
        "was": ",".join(str(pk) for pk in sorted(_present(session))),
        "conflict": conflict,
        "is_conflict": conflict is not None,
    }
    return render(request, "mentoring/trainings/attendance.html", context, status=status)
