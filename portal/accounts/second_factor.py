"""A second factor that its owner lost (a phone, a key) is taken off the account by an admin."""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from portal.models import User


def remove_second_factor(user: User) -> None:
    """Delete every authenticator of the user: from now on the password alone opens the account."""
    Authenticator.objects.filter(user=user).delete()


def tell_owner(user: User, *, by: User) -> None:
    """Mail the owner that `by` removed the second factor; nothing where the portal sends no mail.

    Errors of the mail server pass through.
    """
    if settings.EMAIL_IS_CONFIGURED:
        context = {"user": user, "email": user.email, "by": by}
        get_adapter().send_mail("account/email/second_factor_removed", user.email, context)
