"""Is everything there? For load balancers and for `run.py`."""

from celery import current_app
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse


@login_not_required
def healthz(request):
    """200 when web, database and broker answer; an exception, and so 500, when one does not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    cache.get("healthz")
    with current_app.connection_for_read() as broker:
        broker.ensure_connection(max_retries=1, timeout=2)
    return HttpResponse("ok", content_type="text/plain")
