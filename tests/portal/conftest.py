import pytest


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Passwords are hashed quickly: these tests sign in often."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
