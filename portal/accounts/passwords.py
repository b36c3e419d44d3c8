"""Accounts that an admin made get their password through a link sent by mail."""

from collections.abc import Callable
from functools import wraps

from allauth.account.forms import ResetPasswordForm
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.models import User
from portal.operations import Refused


def send_password_link(user: User, *, request: HttpRequest) -> None:
    """Mail the user a link, valid three days, behind which a password can be set.

    Raises Refused for an account that is not active, and where the portal sends no mail. Errors of
    the mail server pass through.
    """
    if not settings.EMAIL_IS_CONFIGURED:
        raise Refused(_("Surel belum diatur pada portal ini. Minta pengelola server mengaturnya."))
    form = ResetPasswordForm({"email": user.email})
    if not form.is_valid() or user not in form.users:
        raise Refused(_("Akun %s tidak aktif.") % user.email)
    form.save(request)


def needing_mail(view: Callable) -> Callable:
    """A page that promises a mail; where the portal sends none it says so (503) and takes no form."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if settings.EMAIL_IS_CONFIGURED:
            return view(request, *args, **kwargs)
        return render(request, "account/no_mail.html", status=503)

    return wrapped
