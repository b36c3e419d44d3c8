"""Settings, read top to bottom. Everything that differs between machines comes from the environment.

| Variable | Meaning | Default |
|---|---|---|
| DEMO | a throw-away portal on this machine: demo accounts, plain http on localhost | false |
| DEBUG | Django's debug pages and reloading, for development | false |
| SECRET_KEY | signs sessions; required unless DEMO or DEBUG | – |
| ALLOWED_HOSTS | comma-separated host names; required unless DEMO or DEBUG | – |
| DATABASE_URL | a PostgreSQL 15–18 | the embedded PostgreSQL 18 |
| EMBEDDED_POSTGRES_DIR | folder of the embedded PostgreSQL | see embedded_postgres/places.py |
| MEDIA_ROOT | uploaded files | `var/media` |
| STORAGE_URL | S3-compatible storage instead: `s3://KEY:SECRET@host/bucket/folder?region=…` | none |
| PORTAL_URL | where links in mails and QR codes lead | the first of ALLOWED_HOSTS |
| EMAIL_URL, DEFAULT_FROM_EMAIL | outgoing mail | printed to the console; in production none |
| TRUST_PROXY | the portal stands behind a proxy that sets X-Forwarded-Proto | false |
| MAP_TILES_URL, MAP_TILES_CREDIT | background of maps, and whom it is owed to (see below) | none |
| LOG_LEVEL | what the log shows | INFO |
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from portal.file_storage import storage_at

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# What kind of portal this is

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
PRODUCTION = not (DEBUG or DEMO)


def required_in_production(name: str, read, otherwise, *, what: str):
    """The value of an environment variable; production does not start without it."""
    value = read(name, default=otherwise if not PRODUCTION else None)
    if not value:
        raise ImproperlyConfigured(
            f"{name} belum diatur. Isi variabel lingkungan {name} dengan {what}, "
            "atau jalankan `make run` untuk portal contoh di komputer sendiri."
        )
    return value


SECRET_KEY = required_in_production(
    "SECRET_KEY",
    env.str,
    "only-for-a-demo-on-localhost-or-development-never-for-production",
    what="teks acak sepanjang 50 huruf atau lebih",
)
ALLOWED_HOSTS = required_in_production(
    "ALLOWED_HOSTS",
    env.list,
    ["localhost", "127.0.0.1", "[::1]"],
    what="nama domain portal, dipisah koma",
)
# Links in mails and on papers begin with it.
PORTAL_URL = env.str(
    "PORTAL_URL",
    default=f"https://{ALLOWED_HOSTS[0].lstrip('*.')}" if PRODUCTION else "http://localhost:8000",
).rstrip("/")

# Applications

INSTALLED_APPS = [
    "portal.apps.PortalConfig",
    "portal.home.apps.HomeConfig",
    "portal.imports.apps.ImportsConfig",
    "portal.notices.apps.NoticesConfig",
    "portal.documents.apps.DocumentsConfig",
    "schools.apps.SchoolsConfig",
    "indicators.apps.IndicatorsConfig",
    "mentoring.apps.MentoringConfig",
    "portal.admin_site.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "pgtrigger",
    "pghistory",
    "rules",
]

MIDDLEWARE = [
    "portal.logs.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "portal.errors.WrongMethodMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.errors.UnreadableAddressMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.portal",
            ],
            "builtins": ["django.templatetags.i18n", "portal.templatetags.portal"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
FILTERS_EMPTY_CHOICE_LABEL = _("Semua")

# Data

if env.str("DATABASE_URL", default=""):
    DATABASES = {"default": env.db("DATABASE_URL")}
    if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL harus menunjuk PostgreSQL: postgres://…")
else:
    DATABASES = {
        "default": {
            "ENGINE": "portal.embedded_postgres",
            "NAME": "portal",
            "HOST": env.str("EMBEDDED_POSTGRES_DIR", default=""),
        }
    }
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# A record's page joins it to many single rows: weighing every order of ten joins takes PostgreSQL
# 11 ms, of the order in which they are written 1.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c join_collapse_limit=5")
# Counts of sign-in attempts: shared by all processes. A migration makes the table.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
# Long work leaves the request; `manage.py db_worker` carries it out.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# What `manage.py daily` carries out: functions that do no harm when they run again on the same day.
DAILY_JOBS = [
    "mentoring.operations.follow_up_reminders.remind_due",
    "mentoring.operations.bundles.discard_expired",
    "portal.imports.operations.discard_expired",
    "mentoring.operations.reminders.remind_of_endings",
    "mentoring.operations.need.refresh_need",
    "portal.notices.mails.send_digests",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(BASE_DIR / "var" / "media")))
FILE_UPLOAD_PERMISSIONS = 0o640
# A photo of a visit may be 10 MB; the rest of a form is small.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# The attendance of a large webinar is one checkbox a participant.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

PGHISTORY_APPEND_ONLY = True
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)
PGHISTORY_MIDDLEWARE_METHODS = ("POST",)

# Who you are

AUTH_USER_MODEL = "portal.User"
AUTHENTICATION_BACKENDS = [
    "portal.accounts.backend.PortalBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "portal.accounts.adapter.ClosedAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Mitra Mutu] "
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to addresses that have no account
# allauth's own generator copies addresses into its table, where an old one would stay valid.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
# A whole office or training room may share one IP address; one account is guessed slowly.
ACCOUNT_RATE_LIMITS = {
    "login": "100/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    # The public page of a paper: read, and asked whether a file is that paper.
    "paper_read": "120/m/ip",
    "paper_file": "20/m/ip",
}
ACCOUNT_USER_DISPLAY = str
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are entered by an admin, nobody signs up
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_FORMS = {
    "add_webauthn": "portal.accounts.forms.AddKeyForm",
    "authenticate_webauthn": "portal.accounts.forms.SecondStepByKeyForm",
    "edit_webauthn": "portal.accounts.forms.RenameKeyForm",
    "login_webauthn": "portal.accounts.forms.SignInByKeyForm",
    "reauthenticate_webauthn": "portal.accounts.forms.ConfirmByKeyForm",
}
MFA_TOTP_TOLERANCE = 1  # phones whose clock is half a minute off
MFA_TOTP_ISSUER = "Mitra Mutu Banjarmasin"

# Language, place, time

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Makassar"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["portal.formats"]

# Static files

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("vendor/chart", BASE_DIR / "node_modules" / "chart.js" / "dist"),
    ("vendor/leaflet", BASE_DIR / "node_modules" / "leaflet" / "dist"),
    ("vendor/bootstrap", BASE_DIR / "node_modules" / "bootstrap" / "dist"),
    ("vendor/htmx", BASE_DIR / "node_modules" / "htmx.org" / "dist"),
]
STORAGES = {
    "default": storage_at(env.str("STORAGE_URL", default="")),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION

# Security

# Addresses of map tiles, e.g. https://tile.example.org/{z}/{x}/{y}.png; without them no map asks
# anyone for anything. The credit stands on the map, as their owners demand.
MAP_TILES_URL = env.str("MAP_TILES_URL", default="")
MAP_TILES_CREDIT = env.str("MAP_TILES_CREDIT", default="")
TILES_FROM = ["{0.scheme}://{0.netloc}".format(urlsplit(MAP_TILES_URL))] if MAP_TILES_URL else []

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *TILES_FROM],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SESSION_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_FAILURE_VIEW = "portal.errors.csrf_failure"
if env.bool("TRUST_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

# Mail, log

# Mails hold links that set passwords: production's log, where the console goes, never shows them.
EMAIL_CONFIG = env.email("EMAIL_URL", default="dummymail://" if PRODUCTION else "consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_IS_CONFIGURED = (
    EMAIL_CONFIG["EMAIL_BACKEND"] != "django.core.mail.backends.dummy.EmailBackend"
)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Mitra Mutu <portal@localhost>")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "portal.logs.RequestFilter"}},
    "formatters": {"json": {"()": "portal.logs.JsonFormatter"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request"],
            "formatter": "json",
        }
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.server": {"handlers": [], "propagate": True},
        # What people are told (403, 404, 422) is no fault to look into; a 500 is.
        "django.request": {"level": "ERROR"},
    },
}
