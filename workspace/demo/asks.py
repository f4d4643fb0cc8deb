"""Asking partners for help: consent, what left under it, the referral's life, and the help that really came."""

from datetime import time
from functools import lru_cache

from django.utils import translation
from django.utils.formats import date_format

from referrals import wording
from referrals.models import Consent
from referrals.states import WAITING
from workspace.demo import links
from workspace.demo import referrals_closing as closing
from workspace.demo.days import at, day_of
from workspace.demo.texts import read, said

RECORDS = ["names", "language", "need"]
CONSENT_DAYS = 180
SOME_DAY = day_of(700_000)  # stands in the kept text until a consent's own last day is put there

# How a referral's life goes on after it was sent: (state, days since the step before).
LIVES = {
    "completed": (("acknowledged", 3), ("accepted", 4), ("received", 9), ("completed", 14)),
    "quick": (("accepted", 2), ("received", 3), ("completed", 10)),
    "visited": (("acknowledged", 3), ("appointment", 5), ("attended", 8), ("received", 2), ("completed", 18)),
    "missed": (("appointment", 6), ("missed", 7), ("appointment", 3), ("received", 9), ("completed", 9)),
    "waited": (("waitlisted", 6), ("accepted", 40), ("received", 8), ("completed", 20)),
    "declined": (("acknowledged", 4), ("declined", 6)),
    "unmet": (("acknowledged", 5), ("waitlisted", 10), ("not_received", 50)),
    "withdrawn": (("withdrawn", 6),),
}
WEIGHTS = (26, 22, 20, 7, 8, 7, 7, 3)
BARRIERS = ("wait", "transport", "hours", "otherwise", "documents", "child_care", "no_contact")
OURS_TO_TELL = ("draft", "sent", "informed", "not_received", "rerouted")
ENDED = ("declined", "completed", "not_received", "withdrawn", "rerouted")
TOLD_BY = dict.fromkeys(("attended", "received", "completed", "withdrawn"), "family")


def ask(ground, tables, life):
    """A referral for about half of the needs, and the help the program gave itself."""
    chosen = [need for need in life.needs if need.interest == "now" and ground.help.get(need.category.code)]
    special = life.plan.situation
    for number, need in enumerate(chosen):
        if special in ("follow_up", "old_referral", "waitlisted", "consent_ends") and number == len(chosen) - 1:
            continue
        if need.urgency == 3 and need.opened > ground.day - 7:
            continue
        if life.rng.random() < 0.6:
            _referral(ground, tables, life, need, need.opened + life.rng.randrange(2, 20))
    _special(ground, tables, life, special)
    _not_sent_yet(ground, tables, life, chosen)
    closing.gaps(ground, tables, life)
    _own_help(ground, tables, life)


def _special(ground, tables, life, special):
    """A referral that is up for something today."""
    sent = {"follow_up": 14, "old_referral": 49, "waitlisted": 27, "consent_ends": 168}.get(special)
    need = next((n for n in reversed(life.needs) if ground.help.get(n.category.code)), None)
    if sent is None or need is None or need.opened > ground.day - sent:
        return
    fixed = {"waitlisted": (("waitlisted", 6),), "old_referral": (("acknowledged", 4),), "follow_up": ()}
    _referral(ground, tables, life, need, ground.day - sent, fixed.get(special))


def _not_sent_yet(ground, tables, life, chosen):
    """An urgent referral that still lies here."""
    need = next((need for need in chosen if closing.is_urgent_draft(ground, life, need)), None)
    if need is None or need.pk in life.asked:
        return
    worker, day, pk = life.worker_on(ground.day - 1), ground.day - 1, tables.referral.next()
    service, events = ground.help[need.category.code][0], [("draft", day)]
    common = _common(ground, tables, life, need, day, service, events, worker)
    tables.referral.put(pk, **common | {"is_urgent": True, "sent_on": None})
    _events(tables, life, pk, events, worker)


# ---- one referral -------------------------------------------------------------------------------------------------


def _referral(ground, tables, life, need, day, fixed=None):
    if day > min(life.until, life.plan.last_contact):
        return
    service = life.rng.choice(ground.help[need.category.code])
    if fixed is None and life.rng.random() < 0.18:
        _given_as_information(ground, tables, life, need, day, service)
    else:
        _by_name(ground, tables, life, need, day, service, _lived(ground, life, day, fixed))


def _lived(ground, life, day, fixed):
    """What has happened to a referral sent on `day`, as (state, day): one of the LIVES, or the `fixed` one."""
    rng, last = life.rng, min(life.until, life.plan.last_contact)
    events, on = [("draft", day), ("sent", day)], day
    for state, days in fixed if fixed is not None else LIVES[rng.choices(list(LIVES), WEIGHTS)[0]]:
        on += max(1, days + (rng.randrange(-1, 3) if fixed is None else 0))
        if on > last:
            break
        events.append((state, on))
    state, on = events[-1]
    if life.plan.left and state not in ENDED:
        events.append(("completed" if state == "received" else "withdrawn", life.plan.exited))
    elif fixed is None and state in WAITING and on < ground.day - 12:
        events.append((state, ground.day - 1 - rng.randrange(11)))  # asked again, and nothing has changed
    return events


def _by_name(ground, tables, life, need, day, service, events, old=None):
    """Sent with consent, and the disclosure beside it. After a no, another place may be tried."""
    again = old is None and closing.goes_on(ground, life, need, events)
    if again:
        events = [*events, ("rerouted", events[-1][1] + 2)]
    worker, pk = life.worker_on(day), tables.referral.next()
    consent = _consent(ground, tables, life, service, need.category.code, day)
    how = links.way(service, pk, life.rng.choice(("phone", "phone", "in_person", "letter")))
    reason, left = _reason(life, need), tables.disclosure.next()
    tables.referral.put(
        pk,
        disclosure=left,
        goal=next((goal.pk for goal in life.goals if need in goal.needs), None),
        is_urgent=need.urgency == 3,
        how_sent=how,
        consent=consent,
        **_appointment(pk, events),
        rerouted_from=old,
        **closing.waited_for(life, need, events),
        **_common(ground, tables, life, need, day, service, events, worker),
    )
    answer = _events(tables, life, pk, events, worker, by_link=how == "link")
    _disclosed(left, tables, life, service, consent, reason, day, pk, need, how, worker)
    if how == "link":
        links.went(tables, ground, service, pk, day, events, worker, answer)
    closing.said_beside(tables, life, pk, events)
    if again:
        left, others = events[-1][1], [other for other in ground.help[need.category.code] if other.pk != service.pk]
        fixed = LIVES["quick"] if life.pk % 2 else LIVES["visited"]
        _by_name(ground, tables, life, need, left, others[0], _lived(ground, life, left, fixed), old=pk)


def _appointment(pk, events):
    """Six days after it was made, at some hour of a working day."""
    made = next((on for name, on in events if name == "appointment"), None)
    if made is None:
        return {}
    return {"appointment_on": day_of(made + 6), "appointment_time": time(9 + pk % 8, 30 * (pk % 2))}


def _common(ground, tables, life, need, day, service, events, worker):
    """What every referral says, by name or not."""
    return {
        "family": life.pk,
        "need": need.pk,
        "service": service.pk,
        "about": life.adults[0].pk,
        "state": events[-1][0],
        "reason": _reason(life, need),
        "sent_on": day_of(day),
        "service_received": _received(ground, tables, life, need, service, events),
        "made_by": worker.pk,
        "made_on": day_of(day),
        **_outcome(life, need, events),
    }


def _reason(life, need):
    told = read("referrals")["reasons"].get(need.category.code, [dict(need.category.name)])
    return said(told[0], life.spoken)[:300]


def _given_as_information(ground, tables, life, need, day, service):
    """The family has the number and goes there itself: nothing about it leaves."""
    worker, pk = life.worker_on(day), tables.referral.next()
    last = min(life.until, life.plan.last_contact)
    events = [("draft", day), ("informed", day)]
    if day + 12 <= last and life.rng.random() < 0.5:
        events += [("received", day + 12), ("completed", day + 12)]
    elif life.plan.left or day + 60 < last:
        events.append(("not_received", min(day + 60, last)))
    elif day < ground.day - 12:
        events.append(("informed", ground.day - 1 - life.rng.randrange(11)))  # asked again, not gone yet
    tables.referral.put(pk, **_common(ground, tables, life, need, day, service, events, worker))
    _events(tables, life, pk, events, worker)


def _outcome(life, need, events):
    (state, on), rng = events[-1], life.rng
    life.asked.add(need.pk)
    if state not in ENDED:
        return {}
    facts = {"closed_on": day_of(on)}
    if state == "completed":
        met = rng.choices(("yes", "partly", "no"), (74, 20, 6))[0]
        if met != "no":
            need.met(on, "met" if met == "yes" else "partly")
        return facts | {"need_met": met, "confirmed_by": "family", "satisfaction": rng.choice((3, 4, 4, 5, 5))}
    if state == "not_received":
        return facts | {"barrier": rng.choice(BARRIERS), "confirmed_by": "family", "need_met": "no"}
    if state in ("declined", "rerouted"):
        facts["barrier"] = rng.choice(("not_eligible", "no_capacity", "no_contact"))
    return facts


def _events(tables, life, referral, events, worker, *, by_link=False):
    """Everything that happened. Returns the partner's last word; told through a link, nobody of ours wrote it down."""
    last = None
    answers = read("referrals")["partner_answers"]
    before = "draft"
    for state, day in events:
        source = "staff" if state in OURS_TO_TELL or state == before else TOLD_BY.get(state, "partner")
        fitting = [answer for answer in answers if answer["state"] == state] if source == "partner" else []
        note = said(life.rng.choice(fitting)["note"], life.spoken) if fitting else _note(life, state, before)
        event = tables.event.add(
            referral=referral,
            from_state=before,
            to_state=state,
            source=source,
            note=note,
            happened_on=day_of(day),
            recorded_at=at(day, 880),
            recorded_by=None if by_link and source == "partner" else worker.pk,
        )
        before, last = state, event if source == "partner" else last
    return last


def _note(life, state, before):
    texts = read("details")
    if state == before != "draft":
        return said(life.rng.choice(texts["tries"]), life.spoken)
    if state in ("attended", "received", "completed"):
        return said(life.rng.choice(texts["told_by_family"]), life.spoken)
    if state in ("not_received", "withdrawn"):
        return said(life.rng.choice(texts["unmet"]), life.spoken)
    return ""


# ---- consent, and what left under it ------------------------------------------------------------------------------


def _consent(ground, tables, life, service, code, day):
    language = life.language if life.language in ("en", "es") else "en"
    purpose = said(dict(ground.categories[code].name), language)
    expires = day_of(day + CONSENT_DAYS)
    named = [code] if ground.categories[code].is_restricted else []
    shown = _shown(service.partner, purpose, language, tuple(named))
    shown = shown.replace(_written(SOME_DAY, language), _written(expires, language))
    return tables.consent.add(
        family=life.pk,
        records=RECORDS,
        restricted=named,
        purpose=purpose,
        partner=service.partner_id,
        given_on=day_of(day),
        expires_on=expires,
        language=language,
        text_shown=shown,
        text_hash=wording.hash_of(shown),
        signer=life.adults[0].pk,
        method=life.rng.choice(("typed", "paper")),
        copy_given_on=day_of(day),
        taken_by=life.worker_on(day).pk,
    )


@lru_cache(maxsize=2000)
def _shown(partner, purpose, language, named):
    consent = Consent(partner=partner, purpose=purpose, records=RECORDS, restricted=named, expires_on=SOME_DAY)
    return wording.consent_text(consent, language)


@lru_cache(maxsize=8000)
def _written(day, language):
    with translation.override(language):
        return date_format(day, "DATE_FORMAT")


def _disclosed(pk, tables, life, service, consent, why, day, referral, need, how, worker):
    left = [
        ("language", "families.family.language", life.pk),
        ("language", "families.family.also_speaks", life.pk),
        ("need", "referrals.referral.reason", referral),
        ("need", "families.need.category", need.pk),
        ("names", "families.familymember.first_name", life.adults[0].pk),
        ("names", "families.familymember.last_name", life.adults[0].pk),
        ("names", "families.familymember.reach_by", life.adults[0].pk),
    ]
    tables.disclosure.put(
        pk,
        family=life.pk,
        partner=service.partner_id,
        recipient=f"{service.partner}, {service}",
        what=[{"record": record, "field": field, "of": of} for record, field, of in left],
        why=why[:300],
        consent=consent,
        how=how,
        made_at=at(day, 880),
        made_by=worker.pk,
    )


# ---- help that came -----------------------------------------------------------------------------------------------

OURS = ("parenting_curriculum", "home_learning", "health_education", "nutrition_education", "child_progress")


def _received(ground, tables, life, need, service, events):
    day = next((on for state, on in events if state == "received"), None)
    if day is None:
        return None
    return _help(ground, tables, life, need.category.pk, service.name, day, "referral", need.pk)


def _own_help(ground, tables, life):
    """Workshops, books, screenings: what the program gives itself, spread over the stay."""
    rng, last = life.rng, min(life.until, life.plan.last_contact)
    first = life.plan.entered + 15
    if first >= last:
        return
    for _number in range(1 + (last - first) // 110):
        code = rng.choice([code for code in OURS if code in ground.categories])
        day = rng.randrange(first, last + 1)
        source = "program" if rng.random() < 0.9 else "family"
        category = ground.categories[code]
        _help(ground, tables, life, category.pk, said(dict(category.name), life.spoken), day, source)


def _help(ground, tables, life, category, what, day, source, need=None):
    pk = tables.service_received.add(
        family=life.pk,
        category=category,
        what=what[:200],
        received_on=day_of(day),
        program_year=ground.year_on(life.plan.place.program, day),
        source=source,
        need=need,
        recorded_by=life.worker_on(day).pk,
        recorded_at=at(day, 890),
    )
    tables.participants.raw(f"{pk}\t{life.adults[0].pk}")
    return pk
