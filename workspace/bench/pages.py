"""The pages people open on a working day, each opened by who opens it."""

from dataclasses import dataclass, field
from functools import partial
from itertools import cycle

from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agency.access import Role, give_reason
from agency.models import User
from families.actions import start_assessment
from families.conversation import current_versions
from families.models import Assessment, Assignment, Family
from goals.models import ProgressNote
from reports import kinds
from reports.actions import make
from reports.models import ReportRun
from reports.periods import Month
from reports.scope import Scope
from workspace.bench import finding, matching, seven_years, supervising
from workspace.bench.measure import PAGE, Budget, measured

SEARCH = Budget(p95_ms=100, statements=25, kb=200)
INTAKE = Budget(p95_ms=150, statements=45)  # three looks for families known already, seven rows and their log


class NotAnswered(Exception):
    """A page did not answer as it should; measuring an error page says nothing."""


@dataclass
class People:
    """Who opens the pages: the worker with the most families, one supervisor, the manager."""

    worker: User
    supervisor: User
    manager: User
    families: list = field(default_factory=list)  # of the worker, the one with the most notes first

    @classmethod
    def found(cls):
        main = Assignment.objects.in_force().filter(kind="primary")
        busiest = main.values("worker").annotate(families=Count("pk")).order_by("-families", "worker").first()
        worker = User.objects.get(pk=busiest["worker"])
        notes = ProgressNote.objects.filter(family__in=main.filter(worker=worker).values("family"))
        by_notes = notes.values_list("family").annotate(notes=Count("pk")).order_by("-notes", "family")
        return cls(
            worker,
            _holder(Role.SUPERVISOR),
            _holder(Role.MANAGER),
            list(Family.objects.in_bulk([family for family, _notes in by_notes]).values()),
        )


def _holder(role):
    return User.objects.filter(role_grants__role=role).order_by("pk").first()


class Browser:
    """One person's browser, without a network: the whole of Django answers, middleware and templates too."""

    def __init__(self, person):
        host = next(
            (host for host in settings.ALLOWED_HOSTS if "*" not in host and not host.startswith(".")), "localhost"
        )
        self.client = Client(SERVER_NAME=host)
        self.client.force_login(person)

    def get(self, url):
        return self._must_be(self.client.get(url, secure=settings.SECURE_SSL_REDIRECT), 200, url)

    def post(self, url, typed):
        return self._must_be(self.client.post(url, typed, secure=settings.SECURE_SSL_REDIRECT), 302, url)

    def say_why(self, family):
        """A manager says once a day why a family's record is opened."""
        request = type("Request", (), {"session": self.client.session})()
        give_reason(request, family, "bench")
        request.session.save()

    def _must_be(self, response, status, url):
        if response.status_code != status:
            raise NotAnswered(f"{url} answered {response.status_code}, not {status}.")
        return response


def kb(response):
    return len(response.content) / 1024


def misspelt(name):
    """One letter left out of the middle, as one types in a hurry."""
    return name[: len(name) // 2] + name[len(name) // 2 + 1 :]


def rows(people, runs):
    """Measure one page after the other."""
    worker, supervisor, manager = (Browser(person) for person in (people.worker, people.supervisor, people.manager))
    fullest = people.families[0]
    manager.say_why(fullest)
    for who, browser, pages in (
        ("worker", worker, _of_a_worker(people)),
        ("supervisor", supervisor, _of_a_supervisor()),
        ("manager", manager, _of_a_manager(people)),
    ):
        for name, url, budget in pages:
            yield measured(f"{name}, {who}", budget, partial(browser.get, url), runs=runs, size_of=kb)
    yield from seven_years.rows(worker, fullest, people.worker, runs, kb)
    yield from supervising.rows(people.supervisor, supervisor, runs, kb)
    yield from finding.rows(worker, runs, kb)
    yield from matching.rows(worker, fullest, runs, kb)
    yield _note(worker, fullest, runs)
    yield _intake(worker, fullest, runs)
    yield _tap(people, worker, runs)


def _of_a_worker(people):
    fullest = people.families[0]
    return [
        ("My day", reverse("workspace:my-day"), PAGE),
        ("Families", reverse("families:list"), PAGE),
        ("Family page", reverse("workspace:family", args=[fullest.pk]), PAGE),
        ("Then and now", reverse("families:compare", args=[_most_talked(people.families).pk]), PAGE),
        ("Timeline", reverse("workspace:timeline", args=[fullest.pk]), PAGE),
        ("Search, misspelt", _search(people), SEARCH),
        ("Directory", reverse("partners:directory"), PAGE),
        ("Directory, search", reverse("partners:directory") + "?q=engish", PAGE),
        ("Referrals", reverse("referrals:mine"), PAGE),
    ]


def _of_a_supervisor():
    return [
        ("My day", reverse("workspace:my-day"), PAGE),
        ("Caseloads", reverse("supervision:caseloads"), PAGE),
        ("Activities", reverse("families:activities"), PAGE),
        ("What is missing", reverse("families:missing"), PAGE),
        ("Ask these families", reverse("referrals:call-list") + "?whose=all", PAGE),
    ]


def _of_a_manager(people):
    return [
        ("My day", reverse("workspace:my-day"), PAGE),
        ("Families", reverse("families:list"), PAGE),
        ("Family page", reverse("workspace:family", args=[people.families[0].pk]), PAGE),
        ("Search, misspelt", _search(people), SEARCH),
        ("Caseloads", reverse("supervision:caseloads"), PAGE),
        ("All referrals", reverse("referrals:list"), PAGE),
        ("All referrals, filtered", reverse("referrals:list") + "?kind=ended&age=45&urgent=on", PAGE),
        ("Reports", reverse("reports:list"), PAGE),
        ("Report", _report().get_absolute_url(), PAGE),
    ]


def _search(people):
    return f"{reverse('workspace:search')}?q={misspelt(_longest(people.families))}"


def _report():
    """The agency's newest report; the large demos come without."""
    newest = ReportRun.objects.filter(program=None).order_by("-period", "-edition").first()
    month = Month.of(timezone.localdate()).previous()
    return newest or make(kind=kinds.named("monthly"), scope=Scope(month))


def _longest(families):
    return max((family.name for family in families), key=lambda name: (len(name), name))


def _note(browser, family, runs):
    """Saving a note: checked, written, logged, answered with a redirect."""
    url = reverse("goals:note-add", args=[family.pk])
    typed = {"contact": "phone", "text": "Called to ask how it went.", "visibility": "general", "language": "en"}
    typed |= {"happened_on": str(ProgressNote.objects.filter(family=family).first().happened_on)}
    return measured("Note, saved", PAGE, lambda: browser.post(url, typed), runs=runs)


def _most_talked(families):
    """The family with the most finished conversations."""
    held = Assessment.objects.done().filter(family__in=families).values_list("family")
    family, _talks = held.annotate(talks=Count("pk")).order_by("-talks", "family").first()
    return next(one for one in families if one.pk == family)


def _tap(people, browser, runs):
    """One part of a conversation, kept: eight questions posted, one of them changed each time."""
    talk = start_assessment(
        family=people.families[-1],
        version=current_versions().first(),
        occasion=Assessment.Occasion.FIRST,
        language="en",
        by=people.worker,
    )
    url = reverse("families:assess-part", args=[talk.family_id, talk.pk, 1])
    codes = list(talk.version.items.filter(outcome=1).values_list("code", flat=True))
    levels = cycle("345")

    def tap():
        typed = {f"{code}-level": "3" for code in codes} | {f"{codes[-1]}-level": next(levels)}
        return browser.post(url, typed)

    return measured("Conversation, a part kept", PAGE, tap, runs=runs)


def _intake(browser, family, runs):
    """The first page of intake: looked up among all families by names, birth date, telephone and street, then kept."""
    url = reverse("families:intake")
    typed = {"name": misspelt(family.name), "language": "en", "center": family.center_id, "first_name": "Elena"}
    typed |= {"relationship": "mother", "phone": "(530) 555-0142", "child_first_name": "Angel", "known": "no"}
    typed |= {"born_on": "1996-03-04", "child_born_on": "2023-03-04", "address_1": "418 Orchard Rd", "city": "Chico"}

    def begun():
        with transaction.atomic():
            browser.post(url, typed)
            transaction.set_rollback(True)

    return measured("Intake, saved", INTAKE, begun, runs=runs)
