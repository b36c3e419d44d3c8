"""Accounts that an admin made get their password through a link sent by mail."""

from allauth.account.forms import ResetPasswordForm
from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.models import User
from portal.operations import Refused


def send_password_link(user: User, *, request: HttpRequest) -> None:
    """Mail the user a link, valid three days, behind which a password can be set.

    Raises Refused for an account that is not active. Errors of the mail server pass through.
    """
    form = ResetPasswordForm({"email": user.email})
    if not form.is_valid() or user not in form.users:
        raise Refused(_("Akun %s tidak aktif.") % user.email)
    form.save(request)
