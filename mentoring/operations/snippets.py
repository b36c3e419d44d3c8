"""What may happen to text templates: made, edited, removed."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import Snippet
from portal.models import User
from portal.operations import Refused, refused_by, save_edit

MOST = 50


@transaction.atomic
def make_snippet(title: str, text: str, *, owner: User | None) -> Snippet:
    """Keep a template, of one person or (without an owner) of all.

    Raises Refused when there is one with this title, or as many as a menu can show.
    """
    if Snippet.objects.filter(owner=owner).count() >= MOST:
        raise Refused(_("Paling banyak %d templat. Hapus yang tidak dipakai lagi.") % MOST)
    with refused_by(_taken(), "snippet_title_once"):
        return Snippet.objects.create(owner=owner, title=title, text=text)


@transaction.atomic
def edit_snippet(snippet: Snippet, *, version: int) -> None:
    """Save a template on top of the version that its editor saw.

    Raises Refused when another one has this title, Conflict when somebody saved it meanwhile.
    """
    with refused_by(_taken(), "snippet_title_once"):
        save_edit(snippet, version=version)


def _taken() -> str:
    return _("Sudah ada templat dengan judul ini.")
