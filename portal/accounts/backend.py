"""Who a session belongs to."""

from allauth.account.auth_backends import AuthenticationBackend

from portal.models import User


class PortalBackend(AuthenticationBackend):
    """allauth's sign-in; the person of a session comes with the area or school, which every page names."""

    def get_user(self, user_id: int) -> User | None:
        found = User.objects.select_related("area", "school_account__school")
        user = found.defer("school_account__school__search").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
