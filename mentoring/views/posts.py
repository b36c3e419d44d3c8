"""Pages of the performance posts: list, page, forms, and the panel of a school."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.filters.posts import PostFilter
from mentoring.forms.posts import PostAddForm, PostEditForm
from mentoring.models import PerformancePost, Review
from mentoring.operations.posts import edit_post, open_post
from mentoring.queries.reviews import for_list
from mentoring.tables.posts import COLUMNS
from mentoring.views.form_pages import edit_record, form_page, make_record, sent
from portal.access import may
from portal.history import history_of
from portal.lists import ListPage, render_list
from schools.models import School

NEWEST = 5
REVIEWS_SHOWN = 40  # ten years of quarters


@require_safe
@may("mentoring.list_posts")
def posts(request: HttpRequest) -> HttpResponse:
    """The posts in the reader's scope."""
    listing = ListPage(
        request, for_list(request.user), columns=COLUMNS, filters=PostFilter, order="nama"
    )
    empty = {"empty_title": _("Belum ada pos kinerja")}
    if request.user.has_perm("mentoring.add_post"):
        empty |= {
            "empty_text": _("Buka pos pertama bersama sekolah atau wilayah Anda."),
            "empty_url": reverse("mentoring:post-add"),
            "empty_action": _("Buka pos kinerja"),
        }
    else:
        empty["empty_text"] = _("Pos bersama sekolah atau wilayah Anda akan tampil di sini.")
    return render_list(request, "mentoring/posts/list.html", listing, **empty)


@require_safe
@may("mentoring.view_post", PerformancePost)
def post(request: HttpRequest, post: PerformancePost) -> HttpResponse:
    """A post with its reviews, newest first."""
    post = PerformancePost.objects.select_related("school", "area").get(pk=post.pk)
    reviews = post.reviews.select_related("led_by").order_by("-period_from", "-pk")[:REVIEWS_SHOWN]
    context = {
        "post": post,
        "reviews": reviews,
        "is_ready": post.active and not any(review.is_open for review in reviews),
    }
    if request.user.has_perm("mentoring.view_review_history"):
        context["entries"] = history_of(post)
    return render(request, "mentoring/posts/page.html", context)


@form_page
@may("mentoring.add_post")
def post_add(request: HttpRequest) -> HttpResponse:
    """Open a post with a school (`?sekolah=` its NPSN) or for an area."""
    asked = {"npsn": request.GET.get("sekolah")}
    form = PostAddForm(**sent(request), user=request.user, initial=asked)
    page = {
        "heading": _("Buka pos kinerja"),
        "submit": _("Simpan pos"),
        "back": reverse("mentoring:posts"),
        "trail": [place(), {"label": _("Buka pos kinerja")}],
    }

    def make() -> PerformancePost:
        return open_post(form.save(commit=False), by=request.user)

    return make_record(request, form, page, make, _("Pos kinerja tersimpan."))


@form_page
@may("mentoring.change_post", PerformancePost)
def post_edit(request: HttpRequest, post: PerformancePost) -> HttpResponse:
    """Edit a post's name and description, noticing who saved meanwhile."""
    form = PostEditForm(**sent(request), instance=post)
    page = page_of(post, _("Ubah pos kinerja"), _("Simpan perubahan"))
    return edit_record(
        request, form, page, lambda seen: edit_post(form.save(commit=False), version=seen)
    )


@require_safe
@may("schools.view_school", School, by="npsn")
def school_posts(request: HttpRequest, school: School) -> HttpResponse:
    """The posts of a school, as a panel of its page."""
    found = for_list(request.user).filter(school=school).order_by("-active", "label", "pk")
    context = {"school": school, "posts": found[:NEWEST]}
    return render(request, "mentoring/posts/school_panel.html", context)


def place() -> dict:
    """Where posts are found, for a breadcrumb."""
    return {"label": _("Pos kinerja"), "url": reverse("mentoring:posts")}


def page_of(post: PerformancePost, heading: str, submit: str, *above: Review) -> dict:
    """What a form page of a post, or of a review of it, says around its form."""
    records = [post, *above]
    trail = [{"label": _name_of(one), "url": one.get_absolute_url()} for one in records]
    return {
        "heading": heading,
        "lead": str(post),
        "submit": submit,
        "back": records[-1].get_absolute_url(),
        "trail": [place(), *trail, {"label": heading}],
    }


def _name_of(record: PerformancePost | Review) -> str:
    """A post or a review as a breadcrumb names it."""
    return record.label if isinstance(record, PerformancePost) else record.number
