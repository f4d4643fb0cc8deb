"""Who helped: yeses to sharing, referrals and what became of them, help received."""

from datetime import time

from referrals import wording
from referrals.models import Consent
from workspace.demo.alvarez.story import STROKES
from workspace.demo.texts import said


def add_consents_and_referrals(story):
    for told in story.told["consents"]:
        _consent(story, told)
    for told in story.told["referrals"]:
        _referral(story, told)


def _service_of(story, told):
    return story.ground.services[told["partner"], told["service"]]


def _consent(story, told):
    partner = next(s.partner for (code, _s), s in story.ground.services.items() if code == told["partner"])
    consent = Consent(
        partner=partner,
        records=told["records"],
        restricted=told.get("restricted", []),
        purpose=said(told["purpose"], told["language"]),
        expires_on=story.day(told["until"]),
    )
    shown = wording.consent_text(consent, told["language"])
    story.consents[told["code"]] = story.tables.consent.add(
        family=story.pk,
        records=told["records"],
        restricted=told.get("restricted", []),
        purpose=story.said(told["purpose"]),
        partner=partner.pk,
        given_on=story.day(told["on"]),
        expires_on=story.day(told["until"]),
        language=told["language"],
        text_shown=shown,
        text_hash=wording.hash_of(shown),
        signer=story.members[told["signer"]],
        method=told["method"],
        strokes=STROKES if told["method"] == "drawn" else None,
        copy_given_on=story.day(told["on"]),
        taken_by=story.staff("monica").pk,
    )


def _referral(story, told):
    service, monica = _service_of(story, told), story.staff("monica")
    received = next((s for s in story.told["services_received"] if s["referral"] == told["code"]), None)
    left = story.tables.disclosure.next()
    pk = story.tables.referral.add(
        family=story.pk,
        disclosure=left,
        need=story.needs[told["need"]],
        goal=story.goals[told["goal"]][0],
        service=service.pk,
        about=story.members[told["about"]],
        state=told["events"][-1]["to"],
        reason=story.said(told["reason"]),
        is_urgent=told["urgent"],
        how_sent=told["how_sent"],
        handed_over_to=story.said(told["handed_over_to"]),
        consent=story.consents[told["consent"]],
        sent_on=story.day(told["made"]),
        appointment_on=story.day(told["appointment"]),
        appointment_time=told["appointment_time"] and time.fromisoformat(told["appointment_time"]),
        service_received=_helped(story, received),
        need_met=told["need_met"],
        confirmed_by=told["confirmed_by"],
        satisfaction=told["satisfaction"],
        closed_on=story.day(told["events"][-1]["on"]),
        made_by=monica.pk,
        made_on=story.day(told["made"]),
        rerouted_from=_before(story, told, monica),
    )
    _life_of(story, told, pk, monica)
    _disclosed(story, left, told, pk, service)


def _life_of(story, told, pk, monica):
    """What happened to a referral; an answer that differed from ours, and how it was settled."""
    before, other = "draft", None
    first = {"on": told["made"], "to": "draft", "source": "staff", "note": None}
    for event in (first, *told["events"]):
        said = event.get("said", "")
        kept = story.tables.event.add(
            referral=pk,
            from_state=before,
            to_state=event["to"],
            source=event["source"],
            note=story.said(event["note"]),
            said=said,
            differs=bool(said),
            told={"received_on": str(story.day(event["received"]))} if said else None,
            settles=other if "settles" in event else None,
            happened_on=story.day(event["on"]),
            recorded_at=story.at(event["on"], 880),
            recorded_by=None if said else monica.pk,
        )
        before, other = event["to"], kept if said else other


def _before(story, told, monica):
    """The place that was tried before this one: the number was given, and it did not fit."""
    old = told.get("instead_of")
    if old is None:
        return None
    facts = {"need": story.needs[told["need"]], "goal": story.goals[told["goal"]][0]}
    pk = story.tables.referral.add(
        **facts, family=story.pk, service=_service_of(story, old).pk, about=story.members[told["about"]],
        state="rerouted", reason=story.said(old["reason"]), sent_on=story.day(old["given"]), barrier=old["barrier"],
        closed_on=story.day(old["left"]), made_by=monica.pk, made_on=story.day(old["given"]),
    )  # fmt: skip
    moves = (("draft", "draft", "given"), ("draft", "informed", "given"), ("informed", "rerouted", "left"))
    for before, to, on in moves:
        story.tables.event.add(
            referral=pk, from_state=before, to_state=to, source="staff", happened_on=story.day(old[on]),
            recorded_at=story.at(old[on], 870), recorded_by=monica.pk,
            note=story.said(old["note"]) if to == "rerouted" else "",
        )  # fmt: skip
    return pk


def _disclosed(story, pk, told, referral, service):
    member = story.members[told["about"]]
    left = [("names", f"families.familymember.{name}", member) for name in ("first_name", "last_name", "reach_by")]
    left.append(("need", "referrals.referral.reason", referral))
    story.tables.disclosure.put(
        pk,
        family=story.pk,
        partner=service.partner_id,
        recipient=f"{service.partner}, {service}",
        what=[{"record": record, "field": field, "of": of} for record, field, of in left],
        why=story.said(told["reason"]),
        consent=story.consents[told["consent"]],
        how=told["how_sent"],
        made_at=story.at(told["made"], 880),
        made_by=story.staff("monica").pk,
    )


def add_help_received(story):
    for told in story.told["services_received"]:
        if told["source"] != "referral":
            _helped(story, told)


def _helped(story, told):
    program = story.ground.programs["hs"].pk
    pk = story.tables.service_received.add(
        family=story.pk,
        category=story.ground.categories[told["category"]].pk,
        what=story.said(told["what"]),
        received_on=story.day(told["on"]),
        program_year=story.ground.year_on(program, story.day(told["on"]).toordinal()),
        source=told["source"],
        need=story.needs.get(told["need"]),
        recorded_by=story.staff("monica").pk,
        recorded_at=story.at(told["on"], 940),
    )
    for code in told["participants"]:
        story.tables.participants.raw(f"{pk}\t{story.members[code]}")
    return pk
