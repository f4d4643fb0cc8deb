"""How much one worker is planned to carry, from which day and why; what weighs; and the team's own past."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from agency import planned
from agency.access import Role
from agency.models import AboveLimit, AccessEvent, AuditEvent, CaseloadException, CaseloadLimit
from supervision import load, past
from supervision.models import CaseloadCount, LoadWeight, Sign
from tests.agency.factories import UserFactory
from tests.families.factories import AssignmentFactory, NeedFactory
from tests.supervision.moving import A_WEEK, placed, press, served, today, who_serves

pytestmark = pytest.mark.usefixtures("agency", "clocks")
LIMITS = "/supervision/limits"
WHY = "Two posts are open until the fall."


def day(ahead):
    return timezone.localdate() + timedelta(days=ahead)


def limit(manager, most, ahead=0, program=None):
    return CaseloadLimit.objects.create(most=most, effective_on=day(ahead), program=program, why=WHY, set_by=manager)


def test_the_nearest_limit_of_the_day_holds(manager, worker, center):
    usual = planned.limits([worker.pk])[worker.pk]
    limit(manager, 38, ahead=-9)
    limit(manager, 30, ahead=5)
    agency_wide = [planned.limits([worker.pk], day(n))[worker.pk] for n in (-10, 0, 5)]
    limit(manager, 25, ahead=-3, program=center.program)
    of_program = planned.limits([worker.pk])[worker.pk]
    CaseloadException.objects.create(
        worker=worker, most=44, why=WHY, starts_on=day(0), ends_on=day(3), allowed_by=manager
    )

    assert (usual, agency_wide, of_program) == (40, [40, 38, 30], 25)
    assert [planned.limits([worker.pk], day(n))[worker.pk] for n in (-1, 0, 3, 4)] == [25, 44, 44, 25]


def test_above_the_rule_the_database_wants_the_reason(manager):
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseloadLimit.objects.create(most=41, set_by=manager)

    assert CaseloadLimit.objects.create(most=40, set_by=manager).pk


def test_a_manager_sets_a_limit_with_its_day_and_reason(signed_in, manager):
    client = signed_in(manager)
    said = {"kind": "limit", "most": 45, "program": "", "effective_on": str(day(3)), "why": ""}

    refused = client.post(LIMITS, said).content.decode()
    client.post(LIMITS, said | {"why": WHY})

    assert "The rule is 40. Write down why more is right." in refused
    assert CaseloadLimit.objects.values_list("most", "effective_on", "set_by").get() == (45, day(3), manager.pk)
    assert AuditEvent.objects.get(event="caseload_rule_set").facts == {"on": str(day(3)), "kind": "limit"}


def test_a_worker_has_another_limit_for_a_time(signed_in, manager, worker):
    said = {"most": 44, "starts_on": str(day(0)), "ends_on": str(day(30)), "why": WHY}

    answer = signed_in(manager).post(reverse("supervision:limit", args=[worker.pk]), said)

    assert (answer.status_code, planned.limits([worker.pk])) == (302, {worker.pk: 44})


def test_two_exceptions_at_once_get_a_sentence(signed_in, manager, worker):
    said = {"most": 44, "starts_on": str(day(0)), "ends_on": str(day(30)), "why": WHY}
    client, url = signed_in(manager), reverse("supervision:limit", args=[worker.pk])
    client.post(url, said)

    page = client.post(url, said | {"ends_on": str(day(9))}).content.decode()

    assert ("There is an exception for some of these days already." in page, CaseloadException.objects.count()) == (
        True,
        1,
    )


def test_a_weight_counts_from_its_day_and_never_in_the_planned_count(signed_in, manager, supervisor, worker, family):
    NeedFactory(family=family, urgency=3)
    said = {"kind": "weight", "sign": "urgent", "weight": "2.5", "effective_on": str(day(0))}

    signed_in(manager).post(LIMITS, said)

    row = next(iter(signed_in(supervisor).get("/supervision/").context["table"]["rows"]))
    assert (LoadWeight.objects.get().weight, load.weights(day(-1))[Sign.URGENT]) == (Decimal("2.50"), 1.0)
    assert [cell["value"] for cell in row["cells"][:2]] == [1, "3.5"]


@pytest.mark.parametrize("who", ["worker", "supervisor", "administrator"])
def test_only_who_keeps_the_settings_sets_limits(request, signed_in, worker, who):
    client = signed_in(request.getfixturevalue(who))
    pages = [client.get(url).status_code for url in (LIMITS, reverse("supervision:limit", args=[worker.pk]))]

    assert pages == [403, 403]


# ---- the team's own past ------------------------------------------------------------------------------------------


def test_the_weeks_counts_are_written_once_and_hold_no_name(worker, family):
    NeedFactory(family=family, urgency=3)

    counted = [past.freeze(timezone.localdate()) for _again in range(2)]

    rows = dict(CaseloadCount.objects.filter(worker=worker).values_list("figure", "n"))
    assert (counted, rows["planned"], rows["urgent"]) == ([1, 0], 1, 1)


def test_a_count_cannot_be_changed(worker):
    row = CaseloadCount.objects.create(worker=worker, on=day(-30), figure="urgent", n=3)

    with pytest.raises(Exception, match="append_only|Cannot update"), transaction.atomic():
        CaseloadCount.objects.filter(pk=row.pk).update(n=0)


def test_the_team_stands_beside_its_own_past(signed_in, supervisor, worker, family, center):
    other = UserFactory(role=Role.WORKER, center=center)
    NeedFactory(family=family, urgency=3)
    for person, ago, n in [(worker, 30, 2), (other, 30, 1), (worker, 37, 9), (worker, 85, 4)]:
        CaseloadCount.objects.create(worker=person, on=day(-ago), figure="urgent", n=n)

    client = signed_in(supervisor)
    row = next(row for row in client.get("/supervision/").context["team"]["rows"] if row["head"] == "Urgent")

    assert [cell["value"] for cell in row["cells"]] == [1, 3, 4]
    assert [one["who"] for one in client.get(row["cells"][0]["url"]).context["rows"]] == [str(family)]


def test_who_may_not_know_of_child_welfare_is_shown_no_figure_of_it(signed_in, manager, supervisor, family):
    url = reverse("supervision:figure", args=["consultation"])

    assert [signed_in(who).get(url).status_code for who in (supervisor, manager)] == [200, 404]


def test_notes_behind_a_figure_are_opened_with_a_reason_that_is_kept(signed_in, supervisor, family):
    NeedFactory(family=family, urgency=3)
    client = signed_in(supervisor)
    (row,) = client.get(reverse("supervision:figure", args=["urgent"])).context["rows"]

    answer = client.post(row["act_url"], {"why": "To prepare our supervision hour."})

    client.get(answer.url)
    event = AccessEvent.objects.latest("pk")
    assert (event.page, event.family_ids, event.reason) == (
        "goals:notes", [family.pk], "To prepare our supervision hour."
    )  # fmt: skip


def test_who_had_how_many_on_any_day(signed_in, supervisor, worker, family, center):
    family.assignments.update(starts_on=day(-90), ends_on=day(-10))
    AssignmentFactory(family=family, worker=UserFactory(role=Role.WORKER, center=center), starts_on=day(-9))
    client = signed_in(supervisor)

    def of(ahead):
        rows = client.get("/supervision/history", {"on": str(day(ahead))}).context["table"]["rows"]
        return {row["head"]: row["cells"][0]["value"] for row in rows}[str(worker)]

    assert [of(-91), of(-90), of(-10), of(-9)] == [0, 1, 1, 0]


# ---- above the limit ----------------------------------------------------------------------------------------------
@pytest.fixture
def full(agency, hoa):
    """Whoever has one family has as many as are planned."""
    agency.caseload_limit = 1
    agency.save()
    return served(hoa, 1)


def test_above_the_limit_the_reason_is_written_down(signed_in, supervisor, hoa, center, full):
    family, client = placed(center), signed_in(supervisor)
    said = {f"to-{family.pk}": hoa.pk, "starts_on": str(today())}

    _seen, refused = press(client, "/supervision/assign", **said)
    _seen, done = press(client, "/supervision/assign", **said, why_above=WHY)

    assert "Hoa Nguyen would be above the limit." in refused.content.decode()
    assert (refused.status_code, done.status_code, who_serves(family)) == (200, 302, hoa)
    kept = AboveLimit.objects.values_list("worker", "planned", "limit", "why", "said_by").get()
    assert kept == (hoa.pk, 2, 1, WHY, supervisor.pk)
    assert WHY in client.get(reverse("supervision:caseload", args=[hoa.pk])).content.decode()


def test_a_single_family_is_assigned_above_the_limit_with_the_reason_too(signed_in, supervisor, hoa, center, full):
    family, client = placed(center), signed_in(supervisor)
    said = {"kind": "primary", "worker": hoa.pk, "starts_on": str(today())}
    url = reverse("families:assign", args=[family.pk])

    refused = client.post(url, said)
    done = client.post(url, said | {"why_above": WHY})

    assert "would serve 2 families; 1 are planned at most." in refused.content.decode()
    assert (done.status_code, who_serves(family), AboveLimit.objects.get().why) == (302, hoa, WHY)


def test_who_covers_comes_above_no_limit(signed_in, supervisor, old, hoa, family, full):
    said = {"everybody": hoa.pk, "starts_on": str(today()), "ends_on": str(today() + A_WEEK), "why": "leave"}

    _seen, done = press(signed_in(supervisor), reverse("supervision:absence-new", args=[old.pk]), **said)

    assert (done.status_code, AboveLimit.objects.count()) == (302, 0)
