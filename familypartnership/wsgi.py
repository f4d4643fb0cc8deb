"""The door gunicorn opens."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "familypartnership.settings")

application = get_wsgi_application()
get_resolver().check()  # loads every view once, before gunicorn makes its worker processes; so the first page is quick
