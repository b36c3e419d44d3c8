"""The portal's own error pages."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render


@login_not_required
def csrf_failure(request, reason=""):
    """A form whose protection token is missing or too old: say what to do, keep the address."""
    return render(request, "403_csrf.html", status=403)


@login_not_required
def permission_denied(request, exception=None):
    return render(request, "403.html", status=403)


@login_not_required
def not_found(request, exception=None):
    return render(request, "404.html", status=404)


@login_not_required
def server_error(request):
    """Rendered without the request's context: whatever broke must not break this page too."""
    return render(None, "500.html", status=500)
