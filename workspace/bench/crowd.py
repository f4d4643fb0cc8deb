"""Eight people open My day at once, through gunicorn with two processes on this machine."""

import http.client
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from agency.access import Role
from agency.models import User
from workspace.bench.measure import Budget, Row, peak_mb
from workspace.bench.pages import Browser, NotAnswered

ADDRESS = "127.0.0.1"
PEOPLE = 8
PROCESSES = 2
REQUESTS = 400  # in all
LONGEST = 20  # seconds
PATIENCE = 30  # seconds until the server must answer
BUDGET = Budget(per_second=60)


def row():
    """How many pages a second eight workers get together."""
    cookies = [_signed_in(user) for user in _workers()]
    with _server() as (port, process):
        _wait_until_it_answers(port, cookies[0], process)
        _ask(port, cookies, REQUESTS // 5)  # warm
        times, seconds = _ask(port, cookies, REQUESTS)
        peak = max(peak_mb(child) for child in [process.pid, *_children(process.pid)])
    return Row(f"My day, {PEOPLE} workers at once", BUDGET, times, peak_mb=peak, per_second=len(times) / seconds)


def _workers():
    found = User.objects.filter(role_grants__role=Role.WORKER, assignments__isnull=False).distinct().order_by("pk")
    people = list(found[:PEOPLE])
    return [people[number % len(people)] for number in range(PEOPLE)]


def _signed_in(user):
    return Browser(user).client.cookies[settings.SESSION_COOKIE_NAME].value


@contextmanager
def _server():
    """Gunicorn as the site runs it, on a free port."""
    port = _free_port()
    words = ["-m", "gunicorn", "familypartnership.wsgi:application", "--bind", f"{ADDRESS}:{port}"]
    words += ["--workers", str(PROCESSES), "--worker-class", "gthread", "--threads", "4", "--preload"]
    process = subprocess.Popen(
        [sys.executable, *words, "--no-control-socket", "--log-level", "error"],
        cwd=settings.BASE_DIR,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield port, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _free_port():
    with socket.socket() as found:
        found.bind((ADDRESS, 0))
        return found.getsockname()[1]


def _children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _wait_until_it_answers(port, cookie, process):
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and process.poll() is None:
        try:
            return _page(http.client.HTTPConnection(ADDRESS, port, timeout=PATIENCE), cookie)
        except OSError:
            time.sleep(0.1)
    raise NotAnswered("The web server did not start.")


def _page(connection, cookie):
    connection.request(
        "GET", reverse("workspace:my-day"), headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}"}
    )
    response = connection.getresponse()
    response.read()
    if response.status != 200:
        raise NotAnswered(f"My day answered {response.status}, not 200.")


def _ask(port, cookies, requests):
    """Everybody asks again as soon as they have their page; returns all times and how long it took."""
    times, began = [], time.perf_counter()
    ends = began + LONGEST
    people = [
        threading.Thread(target=_one_person, args=(port, cookie, requests // len(cookies), ends, times))
        for cookie in cookies
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    if not times:
        raise NotAnswered("Nobody got a page.")
    return times, time.perf_counter() - began


def _one_person(port, cookie, requests, ends, times):
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=PATIENCE)
    for _request in range(requests):
        if time.perf_counter() > ends:
            break
        began = time.perf_counter()
        _page(connection, cookie)
        times.append(1000 * (time.perf_counter() - began))
    connection.close()
