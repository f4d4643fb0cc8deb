"""Every page that can be opened, opened as each role: one walk, which all guards read."""

import html.parser
import re
import traceback
from dataclasses import dataclass, field

from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from agency.access import Role, give_reason
from agency.models import AccessEvent, User
from reports.periods import Month
from tests.guards.graph import PARTNERS_KEY, PUBLISHED

# What stands before "<int:pk>" in an address, and the row of the graph it means.
NOUNS = {
    "families": "family", "needs": "need", "goals": "goal", "step": "step", "support": "support", "notes": "note",
    "teammates": "teammate", "meetings": "meeting", "actions": "team_action", "classroom": "classroom_goal",
    "photos": "photo", "texts": "text", "writings": "writing", "scans": "scan", "bundles": "bundle",
    "reviews": "review", "celebrations": "celebration", "referrals": "referral", "consents": "consent",
    "consent-papers": "consent_paper", "record-requests": "record_request", "school-no": "school_refusal",
    "sensitive": "sensitive_kind",
    "partners": "partner", "places": "place", "services": "service", "phones": "phone", "wrong": "verification",
    "people": "contact_person", "words": "family_word", "stops": "stop", "merges": "merge",
    "reports": "report", "staff": "person", "programs": "program", "clocks": "clock", "runs": "run",
    "exports": "export", "views": "saved_view",
    "imports": "import_batch", "waiting": "held_row", "proposed": "external_id", "activities": "activity",
    "partner-meetings": "partner_meeting", "partner-actions": "partner_action",
    "onsite": "onsite", "seats": "seat", "partner-plans": "partner_plan", "partner-goals": "partner_goal",
    "agreements": "mou", "parties": "party", "agreement-files": "mou_file", "promises": "promise",
    "exceptions": "exception", "systems": "system", "sessions": "session", "topics": "topic",
    "decisions": "decision", "flags": "flag", "consultations": "consultation",
    "hand-overs": "hand_over", "absences": "absence",
    "years": "year", "forms": "pir_form", "workbooks": "pir_workbook", "frozen": "pir_run",
    "drafts": "draft", "instruments": "instrument", "versions": "draft_version", "questions": "draft_item",
}  # fmt: skip
# Addresses whose words are not the graph's own: the parts of a program, the moves of a state, a figure.
WORDS = {
    ("agency:part-add", "kind"): ["center", "year", "closure"],
    ("agency:part", "kind"): ["center", "year", "closure"],
    ("agency:setting-delete", "kind"): ["program", "center", "year", "closure", "service"],
    ("families:intake-step", "name"): [
        "family",
        "adults",
        "home",
        "children",
        "ties",
        "reach",
        "situation",
        "papers",
        "worker",
    ],
    ("families:snapshot", "moment"): ["enrollment", "end"],
    ("goals:agreement-answer", "move"): ["accept", "not_ready", "decline"],
    ("goals:goal-move", "name"): ["hold", "achieve", "drop"],
    ("workspace:feed", "token"): ["secret"],
    ("workspace:reminders-again", "name"): ["reminders", "urgent-reminders"],
    ("workspace:thing", "kind"): ["no_main_worker", "check_in"],
    ("workspace:thing", "about"): [0],
    ("referrals:answer-link", "token"): [PARTNERS_KEY],
    ("goals:text-add", "whose"): ["own", "agency"],
    ("goals:celebration-take-back", "what"): ["photo"],
    ("goals:goal-part", "number"): [1, 2, 3, 4, 5, 6, 7],
    ("families:assess-part", "number"): [1],
    ("instruments:part", "number"): [1],
    ("instruments:preview", "number"): [1],
    ("goals:agreement-version", "number"): [1],
    ("goals:scan-add", "number"): [1],
    ("goals:phase", "number"): [2, 4],
    ("goals:form-section", "code"): ["goals", "meet", "promise"],
    ("goals:form-section-move", "code"): ["meet"],
    ("goals:form-section-move", "way"): ["up"],
    ("goals:form-section-delete", "code"): ["meet"],
    ("goals:idea", "code"): ["read-together"],
    ("goals:agreement-changes", "number"): [2],
    **{(f"hsds:{name}", "key"): [PUBLISHED] for name in ("service", "organization")},
    ("partners:plan-step", "number"): [1, 3, 6],
    ("partners:mou-move", "name"): ["terminate"],
    ("partners:mou-topic", "code"): ["areas"],
    ("referrals:move", "name"): ["acknowledge", "accept", "decline", "withdraw"],
    ("referrals:request-step", "name"): ["give", "refuse", "keep"],
    ("supervision:figure", "code"): ["no_contact", "consultation", "safety"],
    ("supervision:flag-move", "name"): ["answer", "reopen", "close"],
    ("reports:pir-item", "code"): ["families_total", "any_service_received", "referred_children", "tanf_start"],
    ("reports:pir-run-item", "code"): ["families_total"],
    ("reports:pir-said", "code"): ["check:parents", "item:by_hand:high_risk"],
    ("reports:pir-file", "kind"): ["xlsx", "csv"],
    ("reports:families", "figure"): ["families", "in_care"],
    ("reports:report-file", "kind"): ["xlsx", "csv"],
    ("reports:today", "figure"): ["families", "urgent"],
    ("reports:live", "code"): [
        "monthly",
        "outcomes",
        "timeliness",
        "caseload",
        "referrals",
        "gap",
        "fathers",
        "partners",
        "rights",
        "quality",
        "ask",
    ],
    ("reports:keep", "code"): ["referrals"],
    ("reports:live-families", "code"): ["monthly"],
    ("reports:live-families", "figure"): ["families"],
    ("reports:live-file", "code"): ["monthly"],
    ("reports:live-pdf", "code"): ["gap"],
    ("reports:live-file", "kind"): ["csv"],
    ("reports:own", "code"): [
        "monthly",
        "outcomes",
        "timeliness",
        "caseload",
        "referrals",
        "gap",
        "fathers",
        "rights",
        "quality",
    ],
    ("reports:own-families", "code"): ["monthly"],
    ("reports:own-families", "figure"): ["families"],
}
# Rows that differ from the noun's usual one, because the page asks for a certain state.
SPECIAL = {
    **{f"partners:import{name}": {"pk": "directory_batch"} for name in (
        "", "-columns", "-rows", "-answers", "-issues", "-look", "-write", "-undo", "-drop",
    )},
    "referrals:edit": {"pk": "draft_referral"}, "referrals:send": {"pk": "draft_referral"},
    "referrals:inform": {"pk": "draft_referral"}, "referrals:papers": {"pk": "draft_referral"},
    "goals:note-restricted": {"pk": "restricted_note"}, "workspace:clock-preview": {"pk": "clock"},
    "goals:classroom-note-edit": {"pk": "classroom_note"}, "agency:clock-end": {"pk": "program_clock"},
    "agency:service": {"pk": "category"}, "families:assessment": {"assessment_pk": "finished"},
}  # fmt: skip
KINDS = {"center": "center", "year": "year", "closure": "closure", "program": "program", "service": "category"}
ARGUMENTS = {
    "family_pk": "family", "member_pk": "member", "household_pk": "home", "contact_pk": "contact",
    "assessment_pk": "assessment", "assignment_pk": "assignment", "need_pk": "need", "service_pk": "service",
    "adult_pk": "member", "child_pk": "child", "second_home_pk": "second_home", "homelessness_pk": "homelessness",
    "foster_care_pk": "foster_care", "child_welfare_pk": "child_welfare", "plan_pk": "existing_plan",
    "notice_pk": "family_notice", "answer_pk": "family_consent",
    "help_pk": "help", "snapshot_pk": "snapshot",
    "place_pk": "enrollment", "goal_pk": "goal", "partner_pk": "partner", "double_pk": "double", "user_pk": "person",
    "program_pk": "program", "item_pk": "pir_item", "event_pk": "other_answer",
    "difference_pk": "difference",
    "change_pk": "change", "link_pk": "link", "other_pk": "twin", "worker_pk": "worker",
}  # fmt: skip
QUERIES = {
    "workspace:search": ["?q=quilfeather", "?q=5550177"],  # misspelled, for a page repeats what was asked
    "families:list": ["?q=quilfeather"],
    # The family of the graph came today: the month that is over had nobody.
    **{f"reports:{name}-families": [f"?period={Month.of(timezone.localdate())}"] for name in ("live", "own")},
}


@dataclass
class Page:
    """What one person got at one address."""

    name: str
    role: str
    address: str
    status: int
    kind: str
    headers: dict
    text: str
    saw: list = field(default_factory=list)  # families in the AccessEvents this page wrote
    trouble: str = ""
    requires: str = ""

    @property
    def is_html(self):
        return self.kind.startswith("text/html") and self.status < 300

    def __str__(self):
        return f"{self.name} as {self.role} ({self.address})"


def routes():
    """Each of our own routes: (name, route from the root, view). Packages' pages are walked by name below."""

    def walk(resolver, namespace="", before=""):
        for entry in resolver.url_patterns:
            route = before + str(entry.pattern)
            if isinstance(entry, URLResolver):
                yield from walk(entry, entry.namespace or namespace, route)
            else:
                yield f"{namespace}:{entry.name}" if namespace else entry.name, route, entry.callback

    return list(walk(get_resolver()))


def is_ours(name):
    return bool(name) and ":" in name


DOORS = [
    "account_login", "account_logout", "account_reset_password", "account_reset_password_done", "account_inactive",
    "account_signup", "account_change_password", "account_reauthenticate", "mfa_index",
    "account_reset_password_from_key_done", "socialaccount_login_cancelled", "socialaccount_login_error",
]  # fmt: skip


def rows_of(g, noun, note=0):
    person = g.worker
    return {"person": person, "note": g.notes[note]}.get(noun) or getattr(g, noun)


def unknown_nouns():
    """Addresses the walk cannot fill in. A new one has to be taught above, so that no page is left out."""
    known = {name for name, _argument in WORDS}
    for name, route, _view in routes():
        if is_ours(name):
            try:
                list(_arguments(name, route, None))
            except KeyError as noun:
                yield f"{name}: {noun}" + (" (see WORDS)" if name not in known else "")


def _arguments(name, route, g):
    """Each way to fill in a route."""
    names = re.findall(r"<(?:(\w+):)?(\w+)>", route)
    choices = [{}]
    for kind, argument in names:
        if kind in ("slug", "str") or (name, argument) in WORDS:
            choices = [choice | {argument: word} for choice in choices for word in WORDS[(name, argument)]]
        else:
            choices = [choice | {argument: _row(name, route, argument, choice, g)} for choice in choices]
    return choices


def _row(name, route, argument, chosen, g):
    special = SPECIAL.get(name, {}).get(argument)
    if "kind" in chosen and argument == "pk":
        noun = KINDS[chosen["kind"]]
    elif special:
        noun = special
    elif argument == "pk":
        noun = NOUNS[_before(route, argument)]
    else:
        noun = ARGUMENTS[argument]
    return rows_of(g, noun).pk if g else 0


def _before(route, argument):
    return re.sub(r"/?<.*", "", route.split(f"<int:{argument}>")[0]).rstrip("/").split("/")[-1]


def addresses(g):
    """(name, view, address) of every page of ours and of the doors."""
    for name, route, view in routes():
        if is_ours(name):
            for arguments in _arguments(name, route, g):
                address = reverse(name, kwargs=arguments)
                for query in ["", *QUERIES.get(name, [])]:
                    yield name, view, address + query
        elif name in DOORS:
            yield name, view, reverse(name)


def oddly(g, role, query):
    """Every address as one role, with a query nobody would type: each must answer, whatever it answers."""
    client = _client(g.people[role], g)
    named = {address.partition("?")[0]: (name, view) for name, view, address in addresses(g) if name not in DOORS}
    return [_open(client, name, view, address + query, role) for address, (name, view) in named.items()]


def walk(g, language="en", chosen=lambda name, role: True):
    """Every address as each role, and the doors as nobody; `chosen` says which of them."""
    everything = list(addresses(g))
    pages = []
    for role, person in g.people.items():
        User.objects.filter(pk=person.pk).update(language=language)
        client = _client(person, g)
        for name, view, address in everything:
            if (name not in DOORS or role == Role.WORKER) and chosen(name, str(role)):
                pages.append(_open(client, name, view, address, role))
    for name, view, address in everything:
        if name in DOORS:
            pages.append(_open(Client(headers={"accept-language": language}), name, view, address, "nobody"))
    return pages


class _Request:
    def __init__(self, session):
        self.session = session


def _client(person, g):
    client = Client()
    client.force_login(person)
    session = client.session
    give_reason(_Request(session), g.family, "A complaint of the family")
    session.save()
    return client


def _open(client, name, view, address, role):
    last = AccessEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    page = Page(name, str(role), address, 0, "", {}, "", requires=str(getattr(view, "requires", "")))
    try:
        with transaction.atomic():
            answer = client.get(address)
            page.status, page.headers = answer.status_code, dict(answer.headers)
            page.kind = answer.headers.get("Content-Type", "")
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            page.text = body.decode("utf-8", "replace") if "pdf" not in page.kind else ""
            events = AccessEvent.objects.filter(pk__gt=last)
            page.saw = sorted({pk for event in events for pk in event.family_ids})
            transaction.set_rollback(True)
    except Exception:  # noqa: BLE001  a guard tells of every page that broke, not only of the first
        page.status, page.trouble = 500, traceback.format_exc(limit=-3)
    return page


class Reader(html.parser.HTMLParser):
    """What a person reads or hears on a page: texts and the attributes that speak."""

    SPEAKING = ("aria-label", "aria-description", "placeholder", "title", "alt", "data-label", "data-kept",
                "data-failed", "data-lost", "data-again")  # fmt: skip
    SILENT = ("script", "style", "template")

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.read, self.tags, self._silent = [], [], 0

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._silent += tag in self.SILENT
        self.read += [value for name, value in attrs if name in self.SPEAKING and value]
        if tag == "input" and dict(attrs).get("type") in ("submit", "button"):
            self.read.append(dict(attrs).get("value") or "")

    def handle_endtag(self, tag):
        self._silent -= tag in self.SILENT

    def handle_data(self, data):
        if not self._silent and data.strip():
            self.read.append(data)


def read(text):
    reader = Reader()
    reader.feed(text)
    return reader
