"""Who a session belongs to."""

from allauth.account.auth_backends import AuthenticationBackend

from portal.models import User


class PortalBackend(AuthenticationBackend):
    """allauth's sign-in; the person of a session comes with the area, which every page names."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("area").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
