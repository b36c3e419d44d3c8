"""Di meja siapa: what waits, on whose desk, and for how many working days."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from mentoring.forms.desks import DeskForm
from mentoring.queries.desks import Desk, Desks, Thing
from portal.access import may


@require_safe
@may("mentoring.see_desks")
def desks(request: HttpRequest) -> HttpResponse:
    """Everything that waits in the reader's scope, the oldest first, with a count for each desk."""
    form = DeskForm(request.GET, user=request.user)
    asked = {name: form.asked(name) for name in ("meja", "jenis", "kecamatan")}
    found = Desks(request.user, area=asked["kecamatan"], thing=asked["jenis"], desk=asked["meja"])
    counts = found.counts()
    rows, has_next = found.page(form.page)
    context = {
        "form": form,
        "tiles": [_tile(desk, counts, asked) for desk in Desk],
        "rows": rows,
        "previous": _at(asked, hal=form.page - 1) if form.page > 1 else "",
        "next": _at(asked, hal=form.page + 1) if has_next else "",
    }
    return render(request, "mentoring/desks/desks.html", context)


def _tile(desk: Desk, counts: dict[tuple[str, str], int], asked: dict[str, str]) -> dict:
    """A desk with how much lies on it, of each kind, each number with the address of its rows."""
    kinds = [(thing, counts.get((desk.value, thing.value), 0)) for thing in Thing]
    return {
        "label": desk.label,
        "total": sum(total for _thing, total in kinds),
        "url": _at(asked, meja=desk.value),
        "is_chosen": asked["meja"] == desk.value,
        "kinds": [
            (thing.label, total, _at(asked, meja=desk.value, jenis=thing.value))
            for thing, total in kinds
            if total
        ],
    }


def _at(asked: dict[str, str], **changes) -> str:
    return "?" + urlencode({name: value for name, value in (asked | changes).items() if value})
