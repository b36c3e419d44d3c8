"""Mails hold links that set passwords: where they go in a demo and in production."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PRODUCTION = {"SECRET_KEY": "7c3f0a" * 10, "ALLOWED_HOSTS": "contoh.go.id"}
ASK = (
    "from django.conf import settings; "
    "print(settings.EMAIL_BACKEND.split('.')[-2], settings.EMAIL_IS_CONFIGURED)"
)


@pytest.mark.parametrize(
    ("variables", "answer"),
    [
        ({"DEMO": "true"}, "console True"),
        (PRODUCTION, "dummy False"),
        (PRODUCTION | {"EMAIL_URL": "smtp+tls://portal:rahasia@mail.go.id:587"}, "smtp True"),
    ],
)
def test_productions_log_never_shows_a_mail(variables, answer):
    own = {"DEMO", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"}
    inherited = {name: value for name, value in os.environ.items() if name not in own}
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=Path(__file__).resolve().parents[2],
        env=inherited | {"DJANGO_SETTINGS_MODULE": "portal.settings"} | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == answer
