"""What the address of a page asks for, read safely: anything else than expected is 404."""

import re

from django.http import Http404, HttpRequest


def whole_number(text: str) -> int:
    """A number of at most nine ASCII digits."""
    if re.fullmatch(r"[0-9]{1,9}", text) is None:
        raise Http404
    return int(text)


def typed_search(request: HttpRequest) -> str:
    """What was typed into the page's search (?q=)."""
    return request.GET.get("q", "").strip()[:80]
