"""The public page of a paper: whether it is genuine and current, and whether a file is that paper.

Without sign-in, so it says nothing about a person; a token is long enough that nobody guesses one.
"""

import hashlib

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from mentoring.models import Paper

MOST_BYTES = 30 * 1024 * 1024  # a paper with twenty photos has about 10 MB


class ChecksumHandler(FileUploadHandler):
    """Takes the checksum of an upload as it comes in, and keeps nothing of it."""

    def __init__(self, request=None):
        super().__init__(request)
        self.digest = None
        self.is_too_large = False

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.digest, self.size = hashlib.sha256(), 0

    def receive_data_chunk(self, raw_data, start):
        self.size += len(raw_data)
        if self.size > MOST_BYTES:
            self.is_too_large = True
            raise StopUpload(connection_reset=True)
        self.digest.update(raw_data)

    def file_complete(self, file_size):
        """No file: nothing goes into request.FILES."""


@login_not_required
@csrf_exempt  # nothing is changed and nobody is signed in; the file is only compared
@require_http_methods(["GET", "HEAD", "POST"])
def paper_check(request: HttpRequest, token: str) -> HttpResponse:
    """What the portal knows about a paper, and the answer about an uploaded file."""
    handler = ChecksumHandler(request)
    request.upload_handlers = [handler]  # before anything reads the form
    if not ratelimit.consume(request, action="paper_read"):
        return _unindexed(ratelimit.respond_429(request))
    papers = Paper.objects.select_related("replaces", "replacement")
    paper = papers.filter(token=token).first()
    if paper is None:
        return _unindexed(render(request, "mentoring/papers/unknown.html", status=404))
    context = {"paper": paper, "replacement": getattr(paper, "replacement", None)}
    status = 200
    if request.method == "POST":
        if not ratelimit.consume(request, action="paper_file"):
            return _unindexed(ratelimit.respond_429(request))
        context["verdict"] = _verdict(request, handler, paper)
        status = 200 if context["verdict"] in ("same", "other") else 422
    return _unindexed(render(request, "mentoring/papers/check.html", context, status=status))


def _verdict(request: HttpRequest, handler: ChecksumHandler, paper: Paper) -> str:
    """What the uploaded file is: `same`, `other`, `none` or `large`."""
    _sent = request.POST  # reading the form is what feeds the handler
    if handler.is_too_large:
        return "large"
    if handler.digest is None or not handler.size:
        return "none"
    return "same" if handler.digest.hexdigest() == paper.sha256 else "other"


def _unindexed(response: HttpResponse) -> HttpResponse:
    """Papers are not found by searching, and what is said of them is not kept."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store"
    return response
