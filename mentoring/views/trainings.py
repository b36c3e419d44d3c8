"""Pages of the trainings: list, page, form and sessions."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.filters.trainings import ParticipantFilter, TrainingFilter
from mentoring.forms.trainings import (
    SessionAddForm,
    SessionEditForm,
    TrainingAddForm,
    TrainingEditForm,
)
from mentoring.models import Participant, Session, Training
from mentoring.operations.trainings import (
    add_session,
    create_training,
    delete_session,
    edit_session,
    edit_training,
)
from mentoring.queries.trainings import life_of, training_left_by
from mentoring.tables.trainings import COLUMNS, TAKING_OUT, participant_columns
from portal.access import may
from portal.lists import ListPage, render_list
from portal.operations import Conflict, Refused
from portal.views import create_once

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("mentoring.list_trainings")
def trainings(request):
    """The trainings in the reader's scope."""
    visible = Training.objects.visible_to(request.user).with_overview(request.user)
    listing = ListPage(request, visible, columns=COLUMNS, filters=TrainingFilter, order="-tanggal")
    empty = {
        "empty_title": _("Belum ada pelatihan"),
        "empty_text": _("Pelatihan dalam cakupan Anda akan tampil di sini setelah dicatat."),
    }
    return render_list(request, "mentoring/trainings/list.html", listing, **empty)


@require_safe
@may("mentoring.view_training", Training)
def training(request, training):
    """One training: its sessions, its participants with their JP, and its history."""
    sessions = training.sessions.with_attendance(request.user)
    total_hours = sum(session.hours for session in sessions)
    people = Participant.objects.visible_to(request.user).filter(training=training)
    columns = participant_columns(total_hours)
    if request.user.has_perm("mentoring.change_training", training):
        columns.append(TAKING_OUT)
    listing = ListPage(
        request,
        people.with_hours().select_related("school"),
        columns=columns,
        filters=ParticipantFilter,
        order="nama",
    )
    context = {
        "training": training,
        "sessions": sessions,
        "total_hours": total_hours,
        "participant_count": people.count(),
        "empty_title": _("Belum ada peserta"),
        "empty_text": _("Peserta didaftarkan dengan NPSN sekolah asalnya."),
    }
    if request.user.has_perm("mentoring.view_training_history", training):
        context["entries"] = life_of(training)
    return render_list(request, "mentoring/trainings/page.html", listing, **context)


@form_page
@may("mentoring.add_training")
def training_add(request):
    """Record a new training."""
    form = TrainingAddForm(request.POST if request.method == "POST" else None, user=request.user)
    page = {
        "heading": _("Catat pelatihan"),
        "submit": _("Simpan pelatihan"),
        "back": reverse("mentoring:trainings"),
        "trail": [_place(), {"label": _("Catat pelatihan")}],
    }
    done = _("Pelatihan tersimpan. Sekarang tambahkan sesinya.")
    return _make(request, form, page, create_training, done)


@form_page
@may("mentoring.change_training", Training)
def training_edit(request, training):
    """Edit a training, noticing who saved meanwhile."""
    data = request.POST if request.method == "POST" else None
    form = TrainingEditForm(data, user=request.user, instance=training)
    page = _page_of(training, _("Ubah pelatihan"), _("Simpan perubahan"))
    return _edit(request, form, page, edit_training)


@form_page
@may("mentoring.change_training", Training)
def session_add(request, training):
    """Add a session to a training."""
    data = request.POST if request.method == "POST" else None
    form = SessionAddForm(data, instance=Session(training=training))
    page = _page_of(training, _("Tambah sesi"), _("Simpan sesi"))
    return _make(request, form, page, add_session, _("Sesi tersimpan."))


@form_page
@may("mentoring.change_training", Session)
def session_edit(request, session):
    """Edit a session, noticing who saved meanwhile."""
    data = request.POST if request.method == "POST" else None
    form = SessionEditForm(data, instance=session)
    page = _page_of(session.training, _("Ubah sesi"), _("Simpan perubahan"))
    return _edit(request, form, page, edit_session)


@form_page
def session_delete(request, pk: int):
    """Delete a session; one that was deleted already leads back to its training."""
    if Session.objects.filter(pk=pk).exists():
        return _delete_session(request, pk=pk)
    return back_to_training(request, pk=training_left_by(Session, pk))


@may("mentoring.change_training", Session)
def _delete_session(request, session):
    training = session.training
    if request.method == "POST":
        try:
            delete_session(session)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Sesi “%s” dihapus.") % session.topic)
        return redirect(training)
    context = {"session": session, "training": training, "attended": session.attendance.count()}
    return render(request, "mentoring/trainings/session_delete.html", context)


@may("mentoring.change_training", Training)
def back_to_training(request, training):
    """Say that what was to be taken away is gone already, to those who may take it away."""
    messages.info(request, _("Ini sudah dihapus sebelumnya."))
    return redirect(training)


def _make(request, form, page: dict, operation, done: str):
    """Show the form, or carry out once what it asks for, and lead to the training."""
    if not form.is_bound:
        return _form_page(request, form, page)
    sent = create_once(
        request,
        form,
        make=lambda: operation(form.save(commit=False)),
        say=lambda _made: messages.success(request, done),
        url_of=lambda made: getattr(made, "training", made).get_absolute_url(),
    )
    return sent or _form_page(request, form, page)


def _edit(request, form, page: dict, operation):
    """Show the form, or save its record on top of the version that the editor saw."""
    if not form.is_valid():
        return _form_page(request, form, page)
    try:
        operation(form.save(commit=False), version=form.cleaned_data["version"])
    except Refused as refused:
        form.add_error(None, str(refused))
        return _form_page(request, form, page)
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return _form_page(request, form, page, status=409)
    messages.success(request, _("Perubahan tersimpan."))
    return redirect(page["back"])


def _form_page(request, form, page: dict, *, status: int | None = None):
    status = status or (422 if form.is_bound else 200)
    return render(request, "pieces/form_page.html", page | {"form": form}, status=status)


def _place() -> dict:
    return {"label": _("Pelatihan"), "url": reverse("mentoring:trainings")}


def _page_of(training: Training, heading: str, submit: str) -> dict:
    """What a form page of a training says around its form."""
    url = training.get_absolute_url()
    trail = [_place(), {"label": str(training), "url": url}, {"label": heading}]
    return {
        "heading": heading,
        "lead": str(training),
        "submit": submit,
        "back": url,
        "trail": trail,
    }
