"""Pages of a review: its own, its plan, the sheet of what it says, its minutes, an activity's panel."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.documents import review_minutes as minutes
from mentoring.forms.reviews import ReviewAddForm, ReviewSheet
from mentoring.models import Activity, PerformancePost, Review
from mentoring.operations.review_records import record_review
from mentoring.operations.reviews import plan_review
from mentoring.queries.reviews import (
    MOST_FOLLOW_UPS,
    follow_ups_at,
    life_of,
    missing_in,
    part_changes,
    split,
    with_parts,
)
from mentoring.views.form_pages import form_page, make_record, sent
from mentoring.views.papers import kept, shown
from mentoring.views.posts import page_of
from portal.access import may
from portal.operations import Conflict, Refused

PANEL_ROWS = 10


@require_safe
@may("mentoring.view_review", Review)
def review(request: HttpRequest, review: Review) -> HttpResponse:
    """A review: what it says, where it stands, and what it still lacks for whoever writes it."""
    review = with_parts(Review.objects.filter(pk=review.pk)).get()
    papers = list(review.papers.all())
    steps = list(review.steps.all())
    context = {
        "review": review,
        "post": review.post,
        "targets": split(review.targets.all()),
        "follow_ups": follow_ups_at(review.post, request.user)[:MOST_FOLLOW_UPS],
        "papers": papers,
        "minutes": next((paper for paper in papers if paper.is_current), None),
        "last_step": steps[-1] if steps else None,
        "steps": steps,
    }
    if review.is_open and request.user.has_perm("mentoring.record_review", review):
        context["missing"] = missing_in(review)
    if request.user.has_perm("mentoring.view_review_history", review):
        context["entries"] = life_of(review)
    return render(request, "mentoring/reviews/page.html", context)


@form_page
@may("mentoring.plan_review", PerformancePost)
def review_add(request: HttpRequest, post: PerformancePost) -> HttpResponse:
    """Plan the next review of a post."""
    form = ReviewAddForm(
        **sent(request),
        user=request.user,
        post=post,
        initial={"activity": request.GET.get("kegiatan")} if "kegiatan" in request.GET else {},
    )
    page = page_of(post, _("Rencanakan tinjauan"), _("Simpan tinjauan"))

    def make() -> Review:
        return plan_review(form.save(commit=False), by=request.user)

    return make_record(request, form, page, make, _("Tinjauan direncanakan."))


@form_page
@may("mentoring.record_review", Review)
def review_edit(request: HttpRequest, review: Review) -> HttpResponse:
    """Write what a review says, noticing who saved meanwhile."""
    if request.method != "POST":
        if not review.is_open:
            messages.info(request, _("Tinjauan ini %s.") % review.get_state_display())
            return redirect(review)
        return _sheet_page(request, review, ReviewSheet(request.user, review))
    sheet = ReviewSheet(request.user, review, request.POST)
    if not sheet.is_valid():
        return _sheet_page(request, review, sheet, HTTPStatus.UNPROCESSABLE_ENTITY)
    seen = sheet.form.cleaned_data["version"]
    try:
        record_review(sheet.form.save(commit=False), by=request.user, version=seen, **sheet.parts)
    except Conflict as conflict:
        sheet.form.note_conflict(conflict.current)
        sheet.form.conflict += part_changes(review, since=seen)
        return _sheet_page(request, review, sheet, HTTPStatus.CONFLICT)
    except Refused as refused:
        sheet.form.add_error(None, str(refused))
        return _sheet_page(request, review, sheet, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Tinjauan tersimpan."))
    return redirect(review)


def _sheet_page(request: HttpRequest, review: Review, sheet: ReviewSheet, status: int = 200):
    page = page_of(review.post, _("Isi tinjauan"), _("Simpan tinjauan"), review)
    context = page | {"sheet": sheet, "review": review}
    return render(request, "mentoring/reviews/form.html", context, status=status)


@require_safe
@may("mentoring.view_review", Review)
def review_minutes(request: HttpRequest, review: Review) -> HttpResponse:
    """The minutes of a review that hold now; before there are any, a draft that says so."""
    if issued := review.papers.current().first():
        return kept(issued)
    review = with_parts(Review.objects.filter(pk=review.pk)).get()
    content = minutes.print_minutes(minutes.snapshot_of(review))
    return shown(content, f"{_('draf-berita-acara')}-{review.number}.pdf")


@require_safe
@may("mentoring.view_activity", Activity)
def activity_reviews(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Part of an activity's page: the reviews held for it, newest first."""
    reviews = Review.objects.visible_to(request.user).filter(activity=activity)
    reviews = reviews.select_related("post__school", "post__area").order_by("-date", "-pk")
    page = Paginator(reviews, PANEL_ROWS).get_page(request.GET.get("hal"))
    context = {"activity": activity, "page": page}
    return render(request, "mentoring/reviews/activity_panel.html", context)
