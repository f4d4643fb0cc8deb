"""Settings: one file, read from the environment. A value we do not understand stops the start with a sentence."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import environ
import structlog
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from familypartnership.logs import without_words

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
TESTING = "pytest" in sys.modules


def choice(name, allowed, default):
    """The environment's value for `name`, refused unless it is one of `allowed`."""
    value = env.str(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}. Use one of: {', '.join(allowed)}.")
    return value


# ---- the machine ------------------------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("DEMO", False)  # an invented agency: logins are printed, mail lands in the outbox page
SECRET_KEY = env.str("DJANGO_SECRET_KEY", "only-for-tests-and-management-commands" if TESTING or DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set DJANGO_SECRET_KEY to a long random text. `python3 run.py` makes and keeps one.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env.str("SITE_URL", "http://localhost:8000").rstrip("/")
HTTPS = env.bool("HTTPS", SITE_URL.startswith("https://"))

# ---- the rooms --------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "agency",
    "families",
    "partners",
    "goals",
    "referrals",
    "supervision",
    "reports",
    "workspace",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_celery_beat",
    "django_htmx",
    "django_structlog",
    "js_lib_bootstrap5",
    "pghistory",
    "pgtrigger",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "agency.sessions.still_here",
    "agency.middleware.language",
    "agency.middleware.never_stored",
    "familypartnership.logs.RequestLines",
    "agency.middleware.FirstRun",
    "agency.middleware.KeepTypedWords",
    "agency.middleware.LoginRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "agency.middleware.history",
    "agency.middleware.Detours",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "familypartnership.urls"
WSGI_APPLICATION = "familypartnership.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
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
                "agency.context.shell",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# ---- PostgreSQL, Valkey or Redis, Celery --------------------------------------------------------------------------
# No state is kept in a database session, so a transaction-mode pooler may stand between.
DATABASES = {"default": env.db("DATABASE_URL", default="postgres://owner@localhost/familypartnership")}
if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database, postgres://user:password@host/name.")
DATABASES["default"] |= {
    "CONN_MAX_AGE": env.int("CONN_MAX_AGE", 60),
    "CONN_HEALTH_CHECKS": True,
    "DISABLE_SERVER_SIDE_CURSORS": env.bool("POOLER", False),
    "TEST": {"TEMPLATE": env.str("TEST_TEMPLATE", None)},  # a migrated database to copy, made by stack.pytest_servers
}


def redis_addresses(base):
    """The broker's and the cache's address on one server: database 0 and database 1."""
    if base.startswith("unix://"):
        path = base.removeprefix("unix://").partition("?")[0]
        return f"redis+socket://{path}?virtual_host=0", f"unix://{path}?db=1"
    base = base.rstrip("/").removesuffix("/0")
    if base.startswith(("redis://", "rediss://")) and not urlsplit(base).path and "?" not in base:
        # Unless it is told, the broker's client takes any certificate.
        certified = "?ssl_cert_reqs=CERT_REQUIRED" if base.startswith("rediss://") else ""
        return f"{base}/0{certified}", f"{base}/1"
    raise ImproperlyConfigured(
        "REDIS_URL must be redis://host:port, rediss://host:port or unix:///path/to.sock, without a database's number "
        "other than 0: we use number 0 and number 1."
    )


REDIS_PREFIX = env.str("REDIS_PREFIX", "fp")  # two installations may share one server: neither takes the other's tasks
CELERY_BROKER_URL, CACHE_URL = redis_addresses(env.str("REDIS_URL", "redis://localhost:6379"))
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": REDIS_PREFIX,
    }
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True  # a task cut by a killed worker is run again: each of ours is safe to run twice
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "global_keyprefix": f"{REDIS_PREFIX}:",
    "visibility_timeout": env.int("TASK_VISIBILITY_SECONDS", 3600),
    "unacked_restore_interval": env.int("TASK_RESTORE_SECONDS", 30),
    "unacked_restore_throttle": 1,
}
CELERY_TASK_ALWAYS_EAGER = env.bool("TASKS_EAGER", False)
CELERY_TASK_TIME_LIMIT = 1800
CELERY_TASK_SOFT_TIME_LIMIT = 1740  # a task that takes too long has a minute to say so where somebody waits for it
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_TIMEZONE = env.str("TIME_ZONE", "America/Los_Angeles")
DJANGO_CELERY_BEAT_TZ_AWARE = True

# ---- who is asking ------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "agency.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a slow hash protects nobody invented
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workspace:my-day"
ACCOUNT_ADAPTER = "agency.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator makes accounts; nobody signs up
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# Counted in the shared cache, so every web process sees the same tries: five wrong passwords shut an account for
# five minutes, from wherever they come.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,50/m/ip", "reset_password": "20/m/ip,5/m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Family Partnership"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator typed the address; nobody can sign up under somebody else's
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_LOGIN_ON_GET = True  # a link, not a form: our forms may be sent to nobody but us (form-action)
SOCIALACCOUNT_ADAPTER = "agency.accounts.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_PROVIDERS = {}
if env.str("OIDC_SERVER_URL", ""):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": env.str("OIDC_NAME", "OpenID"),
                "client_id": env.str("OIDC_CLIENT_ID"),
                "secret": env.str("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": env.str("OIDC_SERVER_URL"), "email_authentication": True},
            }
        ]
    }

SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_AGE = env.int("SESSION_SECONDS", 2 * 60 * 60)
# Two hours since the last page, not since the log-in: agency.sessions.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # tries to log in are counted by whoever the proxy names, not by the proxy
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# ---- words, days --------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
if TESTING:
    LANGUAGES.append(("eo", "Ƥşḗŭḓǿ"))  # the pseudo-language of tests/guards/test_words.py; Django must know its code
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = env.str("TIME_ZONE", "America/Los_Angeles")
USE_TZ = True
FORMAT_MODULE_PATH = ["familypartnership.formats"]

# ---- files, mail --------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / ".data" / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
# Files people bring (agency/files.py): a folder no web server hands out, or object storage for several nodes.
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", str(BASE_DIR / ".data" / "files")))
FILES_BACKEND = env.str("FILES_BACKEND", "django.core.files.storage.FileSystemStorage")
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.InMemoryStorage" if TESTING else FILES_BACKEND,
        "OPTIONS": {} if TESTING else env.json("FILES_OPTIONS", {}),
    },
    "staticfiles": {
        "BACKEND": env.str("STATICFILES_BACKEND", "django.contrib.staticfiles.storage.ManifestStaticFilesStorage")
    },
}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", "family-partnership@localhost")
# Not "MAIL": a log-in shell sets that to the path of a mailbox.
MAIL = choice("MAIL_DELIVERY", ["smtp", "outbox", "off"], "outbox" if DEMO else "smtp")
EMAIL_BACKEND = {
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "outbox": "agency.outbox.OutboxBackend",
    "off": "django.core.mail.backends.dummy.EmailBackend",
}[MAIL]
EMAIL_HOST = env.str("SMTP_HOST", "localhost")
EMAIL_PORT = env.int("SMTP_PORT", 25)
EMAIL_HOST_USER = env.str("SMTP_USER", "")
EMAIL_HOST_PASSWORD = env.str("SMTP_PASSWORD", "")
EMAIL_USE_TLS = env.bool("SMTP_TLS", False)
EMAIL_TIMEOUT = 20  # seconds; a mail server that never answers must not hold a web process
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# ---- history, logs ------------------------------------------------------------------------------------------------
PGHISTORY_APPEND_ONLY = True
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True

# Structured lines with a request id. Logs carry ids: no names, birthdays, notes or typed words. SQL is never logged.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": structlog.stdlib.ProcessorFormatter, "processor": structlog.processors.JSONRenderer()},
        "plain": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.KeyValueRenderer(key_order=["level", "event", "request_id"]),
        },
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": choice("LOG_FORMAT", ["json", "plain"], "plain"),
            "filters": ["no_typed_words"],
        },
    },
    "filters": {"no_typed_words": {"()": "familypartnership.logs.NoTypedWords"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO" if not TESTING else "WARNING")},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django_structlog": {"level": env.str("LOG_LEVEL", "INFO" if not TESTING else "ERROR")},
        "celery.beat": {"level": "WARNING"},
    },
}
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        without_words,
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=not TESTING,
)
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_CELERY_ENABLED = True
