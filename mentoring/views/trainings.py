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
from mentoring.queries.trainings import life_of
from mentoring.tables.trainings import COLUMNS, participant_columns
from portal.access import may
from portal.lists import ListPage, render_list
from portal.operations import Conflict, once, save_edit

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
    listing = ListPage(
        request,
        people.with_hours().select_related("school"),
        columns=participant_columns(total_hours),
        filters=ParticipantFilter,
        order="nama",
    )
    context = {"training": training, "list": listing}
    if request.htmx.target == "list":
        return render(request, "mentoring/trainings/participants.html", context)
    context |= {
        "sessions": sessions,
        "total_hours": total_hours,
        "participant_count": people.count(),
    }
    if request.user.has_perm("mentoring.view_training_history", training):
        context["entries"] = life_of(training)
    return render(request, "mentoring/trainings/page.html", context)


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
    if not form.is_valid():
        return _form_page(request, form, page)
    record, url = once(
        form.cleaned_data["key"],
        by=request.user,
        url_of=Training.get_absolute_url,
        make=form.save,
    )
    return _made(request, record, url, _("Pelatihan tersimpan. Sekarang tambahkan sesinya."))


@form_page
@may("mentoring.change_training", Training)
def training_edit(request, training):
    """Edit a training, noticing who saved meanwhile."""
    data = request.POST if request.method == "POST" else None
    form = TrainingEditForm(data, user=request.user, instance=training)
    page = _page_of(training, _("Ubah pelatihan"), _("Simpan perubahan"))
    return _edit(request, form, page)


@form_page
@may("mentoring.change_training", Training)
def session_add(request, training):
    """Add a session to a training."""
    data = request.POST if request.method == "POST" else None
    form = SessionAddForm(data, instance=Session(training=training))
    page = _page_of(training, _("Tambah sesi"), _("Simpan sesi"))
    if not form.is_valid():
        return _form_page(request, form, page)
    record, url = once(
        form.cleaned_data["key"],
        by=request.user,
        url_of=lambda session: session.training.get_absolute_url(),
        make=form.save,
    )
    return _made(request, record, url, _("Sesi tersimpan."))


@form_page
@may("mentoring.change_training", Session)
def session_edit(request, session):
    """Edit a session, noticing who saved meanwhile."""
    data = request.POST if request.method == "POST" else None
    form = SessionEditForm(data, instance=session)
    page = _page_of(session.training, _("Ubah sesi"), _("Simpan perubahan"))
    return _edit(request, form, page)


def _edit(request, form, page: dict):
    """Show the form, or save its record on top of the version that the editor saw."""
    if not form.is_valid():
        return _form_page(request, form, page)
    try:
        save_edit(form.save(commit=False), version=form.cleaned_data["version"])
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return _form_page(request, form, page, status=409)
    messages.success(request, _("Perubahan tersimpan."))
    return redirect(page["back"])


def _made(request, record, url: str, done: str):
    """Lead to what a form made, now or when it was first sent."""
    if record is None:
        messages.info(request, _("Formulir ini sudah diproses sebelumnya."))
    else:
        messages.success(request, done)
    return redirect(url)


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
