"""Lists that a person keeps under a name: filters, order, columns and day, as their address says."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from portal.access import may
from portal.forms import Laid
from portal.models import SavedView, User
from portal.operations import Refused

MOST = 30  # a person's views of one list


def read_address(address: str) -> tuple[str, str]:
    """Path and query of a list of this portal. Raises ValidationError for any other address."""
    path, _mark, query = address.partition("?")
    try:
        resolve(path)
    except Resolver404:
        path = None
    if path is None or len(path) > SavedView._meta.get_field("path").max_length:
        raise ValidationError(_("Daftar ini tidak dikenal. Buka daftarnya, lalu simpan lagi."))
    return path, query


class SaveForm(Laid, forms.Form):
    """The name under which the list at `address` is kept."""

    address = forms.CharField(widget=forms.HiddenInput, max_length=1000)
    name = forms.CharField(
        label=gettext_lazy("Nama tampilan"),
        max_length=60,
        error_messages={"required": gettext_lazy("Beri nama tampilan ini.")},
    )
    replace = forms.BooleanField(
        label=gettext_lazy("Ganti tampilan yang sudah bernama sama"), required=False
    )

    def clean_address(self):
        path, query = read_address(self.cleaned_data["address"])
        self.cleaned_data["path"], self.cleaned_data["query"] = path, query
        return self.cleaned_data["address"]


@transaction.atomic
def save_view(user: User, *, path: str, query: str, name: str, replace: bool) -> SavedView:
    """Keep a list under a name; the same again changes nothing.

    Raises Refused where another list has the name already (unless `replace`), or there are MOST.
    """
    User.objects.select_for_update().get(pk=user.pk)
    kept = SavedView.objects.filter(user=user, path=path)
    same = kept.filter(name=name).first()
    if same is not None and same.query != query and not replace:
        raise Refused(
            _("Nama ini sudah dipakai tampilan lain. Pilih nama lain, atau ganti yang lama.")
        )
    if same is None and kept.count() >= MOST:
        raise Refused(_("Sudah ada %d tampilan. Hapus yang tidak dipakai lagi.") % MOST)
    return SavedView.objects.update_or_create(
        user=user, path=path, name=name, defaults={"query": query}
    )[0]


@require_safe
@may("portal.use")
def saved_views(request: HttpRequest) -> HttpResponse:
    """What the reader keeps of a list (`?daftar=` its address), and the form that keeps it."""
    address = request.GET.get("daftar", "/")[:1000]
    return _page(request, SaveForm(initial={"address": address}), address)


@require_POST
@may("portal.use")
def view_save(request: HttpRequest) -> HttpResponse:
    """Keep the list that the form names."""
    form = SaveForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            kept = save_view(
                request.user,
                path=values["path"],
                query=values["query"],
                name=values["name"],
                replace=values["replace"],
            )
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Tampilan “%s” tersimpan.") % kept.name)
            return redirect(kept.get_absolute_url())
    address = request.POST.get("address", "/")[:1000]
    return _page(request, form, address, HTTPStatus.UNPROCESSABLE_ENTITY)


@require_POST
@may("portal.change_view", SavedView)
def view_delete(request: HttpRequest, view: SavedView) -> HttpResponse:
    """Forget a view; the list itself stays as it is."""
    view.delete()
    messages.success(request, _("Tampilan “%s” dihapus.") % view.name)
    return redirect(view.path)


def _page(
    request: HttpRequest, form: SaveForm, address: str, status: int = HTTPStatus.OK
) -> HttpResponse:
    try:
        path, query = read_address(address)
    except ValidationError:
        path, query = "/", ""
    page = {
        "form": form,
        "views": SavedView.objects.visible_to(request.user).filter(path=path),
        "query": query,
        "back": f"{path}?{query}",
    }
    part = request.htmx and not request.htmx.boosted
    template = "pieces/saved_views.html" if part else "saved_views.html"
    return render(request, template, page, status=status)
