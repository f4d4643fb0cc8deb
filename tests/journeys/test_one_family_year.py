"""One family walks the whole year: intake, conversation, needs, agreement, note, referral, help, review, report."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from agency.models import ServiceCategory
from families.models import Assessment, Family, Need, ServiceReceived
from goals.models import AgreementVersion, Goal, PartnershipAgreement
from partners.models import Partner, Service
from referrals.models import Consent, Disclosure, Referral
from reports.models import ReportRun

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate


def ago(days):
    return str(TODAY() - timedelta(days=days))


def add_a_partner(walk, supervisor):
    walk.sign_in(supervisor)
    walk.open("partners:directory")
    walk.look("directory-empty")
    walk.open("partners:partner-add")
    walk.fill(name="Valley Housing", group="vi", email="desk@valley.example", description="Homes people can pay for.")
    walk.look("partner-form")
    walk.save()
    partner = Partner.objects.get()
    walk.open("partners:service-add", partner.pk)
    housing = ServiceCategory.objects.get(code="housing")
    walk.fill(name="Help with rent", description="Three months of rent.", categories=str(housing.pk))
    walk.look("service-form")
    walk.save()
    walk.open("partners:directory")
    walk.look("directory")
    return Service.objects.get()


def take_in(walk, center):
    walk.open("families:intake")
    walk.fill(
        name="Whitfield", center=str(center.pk), first_name="Tanya", relationship="mother", phone="(509) 555-0143"
    )
    walk.look("intake-family")
    walk.press("Next")
    family = Family.objects.get()
    for step in ("adults", "home", "children", "ties", "reach", "situation", "papers"):
        assert f"/intake/{step}" in walk.page.url
        if step == "home":
            walk.fill(address_1="12 Depot Avenue", city="Juniper Flat", state="WA", postal_code="98711")
        if step == "children":
            walk.fill(first_name="Miles", born_on=str(TODAY() - timedelta(days=1500)), relationship="child")
            walk.fill(center=str(center.pk), option="center", entered_on=ago(40))
        walk.look(f"intake-{step}")
        walk.press("Next")
    walk.look("intake-worker")
    walk.press("Finish intake")
    walk.open("workspace:family", family.pk)
    walk.look("family-new")
    return family


def talk(walk, family):
    walk.open("families:assess", family.pk)
    walk.look("conversation-begin")
    walk.press("Turn the screen and begin")
    for number in range(1, 8):
        answer_one_outcome(walk, number)
        walk.save()
    walk.fill(place="home")
    walk.look("conversation-finish")
    walk.save()
    walk.look("conversation-result")


def answer_one_outcome(walk, number):
    """The first question of each outcome is open; the others stay folded, and are left for another day."""
    code = {1: "WB1", 2: "PC1", 3: "LE1", 4: "FL1", 5: "TR1", 6: "CN1", 7: "AL1"}[number]
    walk.fill(**{f"{code}-level": "1" if code == "WB1" else "4"})
    if code == "WB1":
        walk.fill(**{f"{code}-work_on": "now", f"{code}-is_urgent": True})
    else:
        walk.fill(**{f"{code}-strength": "They are sure of this."})
    if number in (1, 2):
        walk.look(f"conversation-{number}")


def offer_and_accept(walk, family):
    walk.open("goals:agreement", family.pk)
    walk.look("agreement-not-offered")
    walk.open("goals:agreement-offer", family.pk)
    walk.save()
    walk.look("agreement-offered")
    walk.open("goals:agreement-answer", family.pk, "accept")
    walk.fill(their_words="We want a place of our own.")
    walk.look("agreement-answer")
    walk.save()


def set_a_goal(walk, family, need):
    walk.open("goals:goal-add", family.pk)
    walk.fill(
        family_words="A door that closes, and a key of our own.",
        statement="Tanya and Miles live in a place of their own by March.",
        whose="family",
        needs=str(need.pk),
        outcomes="1",
    )
    walk.look("goal-1-set")
    walk.save()
    goal = Goal.objects.get()
    for number in range(2, 8):
        walk.open("goals:goal-part", goal.pk, number)
        walk.look(f"goal-{number}")
        if number == 5:
            walk.fill(what="Call Valley Housing", due_on=str(TODAY() + timedelta(days=14)))
            walk.save()
    walk.open("goals:goal-move", goal.pk, "start")
    walk.save()
    return goal


def sign(walk, family):
    walk.open("goals:agreement-read", family.pk)
    walk.look("agreement-read")
    walk.open("goals:agreement-sign", family.pk)
    tanya = family.members.get(first_name="Tanya")
    walk.fill(**{f"m{tanya.pk}-method": "typed", f"m{tanya.pk}-typed_name": "Tanya Whitfield", "staff-method": "typed"})
    walk.look("agreement-sign")
    walk.save()
    walk.open("goals:copy", family.pk)
    walk.look("agreement-copy")
    version = AgreementVersion.objects.get()
    assert (version.number, version.signatures.count(), PartnershipAgreement.objects.get().state) == (1, 2, "signed")


def write_a_note(walk, family, goal):
    walk.open("goals:note-add", family.pk)
    walk.fill(
        contact="home_visit",
        text="Tanya has called the housing office herself. Miles drew the new door.",
        **{f"goal_{goal.pk}": "forward"},
    )
    walk.look("note")
    walk.save()


def refer(walk, family, need, service):
    walk.open("referrals:add", need.pk)
    walk.look("referral-match")
    walk.open("referrals:prepare", need.pk, service.pk)
    walk.fill(reason="Help with the first three months of rent.")
    walk.look("referral-prepare")
    walk.save()
    walk.look("referral-refused")
    assert walk.reads("Not sent.")
    assert Disclosure.objects.count() == 0
    consent(walk, family, service)
    referral = Referral.objects.get()
    walk.open("referrals:send", referral.pk)
    walk.fill(how_sent="phone", handed_over_to="Ruth at the desk spoke with Tanya")
    walk.look("referral-send")
    walk.save()
    referral.refresh_from_db()
    assert (referral.state, Disclosure.objects.count()) == ("sent", 1)
    return referral


def consent(walk, family, service):
    tanya = family.members.get(first_name="Tanya")
    walk.open("referrals:consent-add", family.pk)
    walk.fill(partner=str(service.partner_id), purpose="So that they can help with rent.", signer=str(tanya.pk))
    for record in ("names", "language", "need"):
        walk.fill(records=record)
    walk.look("consent")
    walk.save()
    walk.fill(method="typed", typed_name="Tanya Whitfield", copy_given=True)
    walk.look("consent-sign")
    walk.save()
    assert Consent.objects.in_force().count() == 1


def close_the_loop(walk, referral):
    moves = {
        "accept": {"source": "partner"},
        "receive": {"received_on": str(TODAY()), "what": "Three months of rent", "source": "family"},
        "complete": {"need_met": "yes", "confirmed_by": "family", "satisfaction": "5"},
    }
    for name, fields in moves.items():
        walk.open("referrals:referral", referral.pk)
        walk.unfold(f"/move/{name}")
        walk.fill(**fields)
        walk.look(f"referral-{name}")
        walk.save()
    walk.open("referrals:referral", referral.pk)
    walk.look("referral-closed")
    referral.refresh_from_db()
    assert (referral.state, ServiceReceived.objects.get().source) == ("completed", "referral")


def review_and_celebrate(walk, family, goal):
    walk.open("goals:review-add", family.pk)
    walk.fill(parent_comment="We have the key.", **{f"g{goal.pk}-decision": "achieve"})
    walk.look("review")
    walk.save()
    goal.refresh_from_db()
    assert goal.state == "achieved"
    walk.open("goals:celebrate", family.pk)
    walk.fill(what="Keys to their own door", wish="A cake at the center")
    walk.look("celebration")
    walk.save()
    walk.open("workspace:family", family.pk)
    walk.look("family-at-the-end")
    walk.open("workspace:my-day")
    walk.look("my-day-at-the-end")


def supervise(walk, supervisor, worker, family):
    walk.sign_in(supervisor)
    walk.open("supervision:caseloads")
    walk.look("caseloads")
    assert walk.reads(str(worker))
    walk.open("supervision:caseload", worker.pk)
    walk.look("caseload")
    assert walk.reads("Whitfield family")


def report(walk, manager, family):
    walk.sign_in(manager)
    walk.open("reports:list")
    walk.fill(month=f"{TODAY():%Y-%m}", program=str(family.center.program_id))
    walk.look("reports")
    walk.save()
    walk.page.wait_for_url(re.compile(r"/reports/\d+/?$"))  # the page follows the worker, and leads on by itself
    run = ReportRun.objects.get()
    walk.look("report")
    figures = run.content["figures"]
    assert (figures["families"], figures["goals_reached"], figures["helped"], figures["agreements_signed"]) == (
        1,
        1,
        1,
        1,
    )
    copy = walk.page.context.request.get(f"{walk.server}/reports/{run.pk}/pdf/")
    assert (copy.status, copy.body()[:4]) == (200, b"%PDF")


def test_one_familys_year(walker, staff, house, start_worker):
    start_worker()
    walk, worker = walker, staff["worker"]
    service = add_a_partner(walk, staff["supervisor"])

    walk.sign_in(worker)
    walk.look("my-day-empty")
    family = take_in(walk, house)
    talk(walk, family)
    need = Need.objects.get()
    assert (need.category.code, need.is_urgent, Assessment.objects.get().done_on) == ("housing", True, TODAY())
    offer_and_accept(walk, family)
    goal = set_a_goal(walk, family, need)
    sign(walk, family)
    write_a_note(walk, family, goal)
    referral = refer(walk, family, need, service)
    close_the_loop(walk, referral)
    review_and_celebrate(walk, family, goal)

    supervise(walk, staff["supervisor"], worker, family)
    report(walk, staff["manager"], family)

    assert walk.foreign() == []
