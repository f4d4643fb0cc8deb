"""How many statements a page asks."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

BRACKETS = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT")


def statements(client, url):
    """The statements of the second look at a page, transactions' brackets left out."""
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(url)
    assert response.status_code == 200, response.status_code
    return len([query for query in asked if not query["sql"].startswith(BRACKETS)])
