"""What may happen to a performance post: opened, renamed, closed and taken up again."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import PerformancePost
from mentoring.operations.soundness import require_sound
from portal.models import User
from portal.operations import Refused, lock, refused_by, save_edit

ALREADY_THERE = _("Pos dengan nama ini sudah ada.")
LABELS = ("post_label_once_per_school", "post_label_once_per_area")


@transaction.atomic
def open_post(post: PerformancePost, *, by: User) -> PerformancePost:
    """Save a new post and return it.

    Raises Refused when it names no place or two, when one of this name stands there already, or
    when its school is not entrusted to the facilitator who opens it.
    """
    require_sound(post)
    if not by.has_perm("mentoring.change_post", post):
        raise Refused(_("%s bukan sekolah dampingan Anda. Pilih sekolah lain.") % post.place)
    with refused_by(ALREADY_THERE, *LABELS):
        post.save()
    return post


@transaction.atomic
def edit_post(post: PerformancePost, *, version: int) -> None:
    """Save a post's name, description and whether it goes on, on top of the version that was seen.

    Raises Conflict when somebody saved it meanwhile; Refused when another post there has this name,
    and when it is closed while a review is planned.
    """
    lock(post, version=version)
    require_sound(post)
    if not post.active and post.reviews.filter(state=post.reviews.model.State.PLANNED).exists():
        raise Refused(_("Masih ada tinjauan yang direncanakan. Laksanakan atau batalkan dahulu."))
    with refused_by(ALREADY_THERE, *LABELS):
        save_edit(post, version=version)
