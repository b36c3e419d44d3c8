"""How allauth behaves here: accounts are made by an admin, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.urls import reverse


class ClosedAccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        return False

    def get_password_change_redirect_url(self, request) -> str:
        return reverse("home")
