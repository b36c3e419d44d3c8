"""Pages about the people of a training: registering, taking out, and attendance."""

from django.contrib import messages
from django.db.models import Count, Sum
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentoring.forms.trainings import AttendanceForm, ParticipantForm, school_of_training
from mentoring.models import Attendance, Participant, Session, Training
from mentoring.operations.trainings import add_participant, remove_participant, take_attendance
from portal.access import may
from portal.operations import Conflict, Refused, carried_out, once

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
    valid = form.is_valid()
    if earlier := carried_out(form.cleaned_data.get("key"), by=request.user):
        return _registered(request, training, None, earlier)
    if not valid:
        return _participant_page(request, training, form)
    try:
        record, url = once(
            form.cleaned_data["key"],
            by=request.user,
            url_of=lambda participant: participant.training.get_absolute_url(),
            make=lambda: add_participant(form.save(commit=False)),
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return _participant_page(request, training, form)
    return _registered(request, training, record, url)


def _registered(request, training: Training, participant: Participant | None, url: str):
    """Say who was registered, and go on with the next person of the school where that was asked."""
    if participant is None:
        messages.info(request, _("Formulir ini sudah diproses sebelumnya."))
        return redirect(url)
    text = _("%(name)s (%(school)s) terdaftar sebagai peserta.")
    messages.success(request, text % {"name": participant.name, "school": participant.school.name})
    if "again" not in request.POST:
        return redirect(url)
    again = reverse("mentoring:participant-add", args=[training.pk])
    return redirect(f"{again}?npsn={participant.school.npsn}")


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
@may("mentoring.change_training", Participant)
def participant_delete(request, participant):
    """Take a person out of a training, once what goes with it was shown."""
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
