"""The family whose whole year is told, from a closed building site to their own keys, and what they are at today.

The story counts its days from the first day of the last program year that is over; this year goes on from today.
"""

import calendar
import re
from datetime import date, timedelta
from itertools import compress, pairwise

from goals import paper, sections
from referrals import wording
from referrals.models import Consent
from workspace.demo import situations, snapshots
from workspace.demo.copying import plain
from workspace.demo.days import YEAR_2020, at, last_complete
from workspace.demo.texts import read, said

LANGUAGE = "en"  # the team that writes it down keeps its records in English
STROKES = {"lines": [[[12, 60], [40, 22], [58, 66], [84, 30], [120, 58], [160, 40]]], "width": 320, "height": 90}


def own_notes():
    """How many notes the story brings."""
    return len(read("alvarez")["notes"]) + len(THIS_YEAR)


THIS_YEAR = (  # (days before today, key, contact, visibility, by, with whom)
    (61, "note_august", "phone", "general", "monica", ("elena",)),
    (24, "note_goal", "home_visit", "general", "monica", ("elena", "rafael", "amaya")),
    (20, "note_signed", "home_visit", "general", "monica", ("elena", "rafael")),
    (13, "note_step", "phone", "general", "monica", ("elena",)),
    (6, "note_play", "community", "team", "sabina", ("elena", "amaya")),
)


def tell(ground, tables):
    """Write the whole of it."""
    Story(ground, tables).tell()


class Story:
    """The story's own codes on the one hand, primary keys on the other."""

    def __init__(self, ground, tables):
        self.ground, self.tables, self.told = ground, tables, read("alvarez")
        self.start = last_complete(ground.today)
        self.shift = (self.start - YEAR_2020.replace(year=self.start.year)).days
        self.members, self.homes, self.answers, self.needs, self.goals, self.consents = {}, {}, {}, {}, {}, {}
        self.items = {item.code: item for item in ground.items}

    def day(self, number):
        return None if number is None else self.start + timedelta(days=number)

    def at(self, number, minute=900):
        return at(self.day(number).toordinal(), minute)

    def said(self, pair):
        """A text with its calendar days moved to the year in which the story now happens."""
        return DATED.sub(self._moved, said(pair, LANGUAGE)) if pair else ""

    def _moved(self, found):
        month, number = MONTH_NUMBERS[found[2]], int(found[3])
        day = date(2001, month, number) + timedelta(days=self.shift)
        return f"{found[1] or ''}{calendar.month_name[day.month]} {day.day}"

    def staff(self, username):
        return self.ground.people[username]

    def tell(self):
        self._people()
        self._places()
        situations.tell(self)
        self._team()
        self._snapshots()
        self._talks()
        self._needs()
        agreement = self._agreement()
        for told in self.told["goals"]:
            self._goal(told, agreement)
        self._versions(agreement)
        self._notes()
        self._consents_and_referrals()
        self._help()
        self._reviews()
        self._celebrations()
        self._this_year()

    # ---- who they are

    def _people(self):
        family, t = self.told["family"], self.tables
        self.center = self.ground.places[family["center"]]
        self.pk = t.family.add(
            name=family["name"], center=self.center.pk, language=family["language"],
            also_speaks=family["also_speaks"], needs_interpreter=family["needs_interpreter"],
            voice=self.said(family["voice"]), voice_by=family["voice_by"], voice_on=self.day(family["voice_on"]),
            known_since=self.day(family["known_since"]), added_by=self.staff("monica").pk,
        )  # fmt: skip
        for home in self.told["households"]:
            names = ("address_1", "address_2", "city", "state", "postal_code")
            if home["until"] is None:
                self.homes[home["code"]] = t.household.add(
                    family=self.pk, is_hidden=home["hidden"], **{name: home[name] for name in names}
                )
        for member in self.told["members"]:
            self._member(member)

    def _member(self, told):
        # fmt: off
        self.members[told["code"]] = pk = self.tables.member.add(
            family=self.pk, household=self.homes["own"] if told["role"] != "other" else None, role=told["role"],
            relationship=told["relationship"], is_father_figure=told["father_figure"], first_name=told["first_name"],
            last_name=told["last_name"], born_on=self.day(told["born"]), language=told["language"],
            about=self.said(told["about"]), is_main_contact=told["main_contact"], reach_by=told["reach_by"],
            reach_note=self.said(told["reach_note"]),
        )
        # fmt: on
        for point in told["contact_points"]:
            digits = re.sub(r"\D", "", point["value"])
            self.tables.contact_point.add(member=pk, digits=digits, **point)

    def _places(self):
        for told in self.told["enrollments"]:
            self.tables.enrollment.add(
                family=self.pk,
                member=self.members[told["member"]],
                program=self.ground.programs[told["program"]].pk,
                center=self.ground.places[told["center"]].pk,
                option=told["option"],
                entered_on=self.day(told["entered"]),
                exited_on=self.day(told["exited"]),
                exit_reason=told["exit_reason"],
            )

    def _team(self):
        for told in self.told["team"]:
            self.tables.assignment.add(
                family=self.pk,
                worker=self.staff(told["staff"]).pk,
                kind=told["kind"],
                starts_on=self.day(told["from"]),
                assigned_by=self.staff("denise").pk,
            )

    # ---- what is hard

    def _snapshots(self):
        """When they came to each program, and when their year ended."""
        for told in self.told["snapshots"]:
            military = dict.fromkeys(("military_active", "military_veteran"), "no")
            said = {name: "yes" if told[name] else "no" for name in ("employed", "in_training", "in_school")}
            said |= {name: "yes" if told[name] else "no" for name in ("tanf", "ssi", "wic", "snap")}
            said |= {"education": told["education"], "housing": told["housing"]}
            if told["kind"] == "enrollment":
                said |= military | {"parents": told["parents"], "figure": told["figure"]}
            day = self.day(told["on"])
            year = self.ground.year_on(self.ground.programs[told["program"]].pk, day.toordinal())
            snapshots.keep(self.tables, self.pk, told["kind"], day, self.staff("monica").pk, [year], said)

    def _talks(self):
        for told in self.told["assessments"]:
            pk = self.tables.assessment.add(
                family=self.pk,
                version=self.ground.version.pk,
                occasion=told["occasion"],
                started_on=self.day(told["started"]),
                done_on=self.day(told["done"]),
                language=told["language"],
                with_interpreter=told["with_interpreter"],
                place=told["place"],
                staff=self.staff(told["staff"]).pk,
            )
            for code in told["took_part"]:
                self.tables.took_part.raw(f"{pk}\t{self.members[code]}")
            for number, answer in enumerate(told["answers"]):
                self._answer(told, pk, answer, number)

    def _answer(self, talk, assessment, told, number):
        values = (
            assessment,
            self.items[told["item"]].pk,
            told["parent"],
            told["no_level"],
            told["staff"],
            told["work_on"],
            told["urgent"],
            self.said(told["strength"]),
            self.at(talk["done"], 600 + number),
        )
        pk = self.tables.answer.raw("\t".join(map(plain, values)))
        if talk["occasion"] == "first":
            self.answers[told["item"]] = pk

    def _needs(self):
        for told in self.told["needs"]:
            self.needs[told["code"]] = self.tables.need.add(
                family=self.pk,
                category=self.ground.categories[told["category"]].pk,
                what=self.said(told["what"]),
                answer=self.answers[told["item"]],
                urgency=told["urgency"],
                intensity=told["intensity"],
                interest=told["interest"],
                opened_on=self.day(told["opened"]),
                opened_at=self.at(told["opened"], 660),
                first_step_at=self.at(min(told["opened"] + 3, told["closed"]), 700),
                closed_on=self.day(told["closed"]),
                closing=told["closing"],
                closed_through="service",
                added_by=self.staff("monica").pk,
            )

    # ---- what they agreed

    def _agreement(self):
        told = self.told["agreement"]
        return self.tables.agreement.add(
            family=self.pk,
            state="closed",
            offered_on=self.day(told["offered"]),
            answered_on=self.day(told["accepted"]),
            their_words=self.said(told["their_words"]),
            closed_on=self.day(told["closed"]),
            offered_by=self.staff("monica").pk,
        )

    def _goal(self, told, agreement):
        history = told["state_history"]
        words = {
            "family_words": self.said(told["words"]),
            "statement": self.said(told["statement"]),
            "why": self.said(told["why"]),
            "outcomes": told["outcomes"],
            "family_skills": self.said(told["family_skills"]),
            "staff_skills": self.said(told["staff_skills"]),
            "strengths": self.said(told["strengths"]),
            "check_in": self.said(told["check_in"]),
        }
        pk = self.tables.goal.add(
            family=self.pk,
            agreement=agreement,
            state=history[-1]["to"],
            whose=told["whose"],
            about=self.members[told["about"]],
            stressors=self.said(told["stressors"]),
            target_on=self.day(told["target"]),
            confidence=told["confidence"][-1]["value"],
            is_shared_with_team=bool(told["shared_with"]),
            set_on=self.day(told["set"]),
            ended_on=self.day(history[-1]["on"]),
            added_by=self.staff("monica").pk,
            **words,
        )
        for code in told["needs"]:
            self.tables.goal_need.raw(f"{pk}\t{self.needs[code]}")
        for before, after in pairwise([{"to": "draft"}, *history]):
            self._moved_to(pk, before["to"], after["to"], self.said(after.get("reason")), after["on"])
        steps = [self._step(pk, number, step) for number, step in enumerate(told["steps"])]
        supports = [self._support(pk, support) for support in told["supports"]]
        printed = {"id": pk, **words, "target_on": str(self.day(told["target"])), "steps": steps, "supports": supports}
        printed["words"] = printed.pop("family_words")
        self.goals[told["code"]] = (pk, told["set"], history[-1]["on"], printed)

    def _moved_to(self, goal, before, after, reason, number):
        self.tables.status_change.add(
            goal=goal,
            from_state=before,
            to_state=after,
            reason=reason,
            changed_on=self.day(number),
            changed_at=self.at(number, 965),
            changed_by=self.staff("monica").pk,
        )

    def _step(self, goal, position, told):
        what = self.said(told["what"])
        pk = self.tables.step.add(
            goal=goal,
            position=position,
            what=what,
            owner=told["owner"],
            owner_name=told["owner_name"],
            due_on=self.day(told["due"]),
            done_on=self.day(told["done"]),
        )
        due = str(self.day(told["due"]))
        return {"id": pk, "what": what, "owner": told["owner"], "name": told["owner_name"], "due_on": due}

    def _support(self, goal, told):
        until, what = self.said(told["until_then"]), self.said(told["what"])
        pk = self.tables.support.add(
            goal=goal, kind=told["kind"], what=what, until_then=until, cost=self.said(told["cost"])
        )
        return {"id": pk, "kind": told["kind"], "what": what, "until_then": until}

    def _versions(self, agreement):
        for told in self.told["agreement"]["versions"]:
            there = [code for code, (_pk, first, last, _printed) in self.goals.items() if first <= told["on"] < last]
            goals = [self._as_it_stood(code, told["on"]) for code in there]
            self._version(
                agreement, told["number"], self.day(told["on"]), goals, self.said(told["reason"]), told["signatures"]
            )

    def _as_it_stood(self, code, on):
        """What the paper said of a goal on a day: without the steps that came later."""
        printed = self.goals[code][3]
        told = next(goal for goal in self.told["goals"] if goal["code"] == code)
        there = [step.get("added", 0) <= on for step in told["steps"]]
        return printed | {"steps": list(compress(printed["steps"], there))}

    def _version(self, agreement, number, day, goals, reason, signatures):
        monica, moment = self.staff("monica"), at(day.toordinal(), 952)
        content = {
            "agency": self.ground.agency_name,
            "center": self.center.name,
            "family": self.told["family"]["name"],
            "people": [f"{m['first_name']} {m['last_name']}" for m in self.told["members"] if m["role"] != "child"],
            "staff": monica.get_full_name(),
            "phone": monica.phone,
            "agreed_on": str(day),
            "goals": goals,
            "plans": [],  # they have none elsewhere
            "sections": [sections.as_content(section, "") for section in self.ground.form],
        }
        version = self.tables.version.add(
            agreement=agreement,
            number=number,
            language="es",
            content=content,
            content_hash=paper.hash_of(content),
            reason=reason,
            frozen_at=moment,
            frozen_by=monica.pk,
        )
        for signature in signatures:
            self._signature(version, signature, moment)
        self.tables.copy_given.add(
            agreement_version=version, member=self.members["elena"], given_on=day, how="paper", language="es",
            given_at=moment, given_by=monica.pk,
        )  # fmt: skip

    def _signature(self, version, told, moment):
        if "member" in told:
            member = next(m for m in self.told["members"] if m["code"] == told["member"])
            who = {
                "member": self.members[told["member"]],
                "signer_name": f"{member['first_name']} {member['last_name']}",
            }
        else:
            staff = self.staff(told["staff"])
            who = {"staff": staff.pk, "signer_name": staff.get_full_name()}
        self.tables.signature.add(
            agreement_version=version,
            method=told["method"],
            strokes=STROKES if told["method"] == "drawn" else None,
            known_by="login" if "staff" in told else "known",
            signed_at=moment,
            taken_by=self.staff("monica").pk,
            **who,
        )

    # ---- what happened

    def _notes(self):
        for told in self.told["notes"]:
            pk = self._note(
                day=self.day(told["on"]),
                contact=told["contact"],
                language=told["language"],
                minutes=told["minutes"],
                text=self.said(told["text"]),
                visibility=told["visibility"],
                by=told["by"],
                present=told["present"],
                **self._step_after(told["next"]),
            )
            for touch in told["goals"]:
                self.tables.touched.raw(f"{pk}\t{self.goals[touch['goal']][0]}\t{touch['moved']}")

    def _step_after(self, told):
        """What the note said comes next; in the story it came on its day."""
        if told is None:
            return {}
        return {"step": self.said(told["what"]), "step_on": self.day(told["on"]), "step_done": self.day(told["on"])}

    def _note(
        self, *, day, contact, language, minutes, text, visibility, by, present, step="", step_on=None, step_done=None
    ):
        moment = at(day.toordinal(), 1000)
        values = (0, self.pk, day, contact, language, False, minutes, text, visibility, step, step_on, step_done)
        pk = self.tables.note.raw("\t".join(map(plain, (*values, self.staff(by).pk, moment))))
        for code in present:
            self.tables.present.raw(f"{pk}\t{self.members[code]}")
        return pk

    def _consents_and_referrals(self):
        for told in self.told["consents"]:
            self._consent(told)
        for told in self.told["referrals"]:
            self._referral(told)

    def _service_of(self, told):
        return self.ground.services[told["partner"], told["service"]]

    def _consent(self, told):
        partner = next(s.partner for (code, _s), s in self.ground.services.items() if code == told["partner"])
        consent = Consent(
            partner=partner,
            records=told["records"],
            purpose=said(told["purpose"], told["language"]),
            expires_on=self.day(told["until"]),
        )
        shown = wording.consent_text(consent, told["language"])
        self.consents[told["code"]] = self.tables.consent.add(
            family=self.pk,
            records=told["records"],
            purpose=self.said(told["purpose"]),
            partner=partner.pk,
            given_on=self.day(told["on"]),
            expires_on=self.day(told["until"]),
            language=told["language"],
            text_shown=shown,
            text_hash=wording.hash_of(shown),
            signer=self.members[told["signer"]],
            method=told["method"],
            strokes=STROKES if told["method"] == "drawn" else None,
            copy_given_on=self.day(told["on"]),
            taken_by=self.staff("monica").pk,
        )

    def _referral(self, told):
        service, monica = self._service_of(told), self.staff("monica")
        received = next((s for s in self.told["services_received"] if s["referral"] == told["code"]), None)
        left = self.tables.disclosure.next()
        pk = self.tables.referral.add(
            family=self.pk,
            disclosure=left,
            need=self.needs[told["need"]],
            goal=self.goals[told["goal"]][0],
            service=service.pk,
            about=self.members[told["about"]],
            state=told["events"][-1]["to"],
            reason=self.said(told["reason"]),
            is_urgent=told["urgent"],
            how_sent=told["how_sent"],
            handed_over_to=self.said(told["handed_over_to"]),
            consent=self.consents[told["consent"]],
            sent_on=self.day(told["made"]),
            appointment_on=self.day(told["appointment"]),
            service_received=self._helped(received),
            need_met=told["need_met"],
            confirmed_by=told["confirmed_by"],
            satisfaction=told["satisfaction"],
            closed_on=self.day(told["events"][-1]["on"]),
            made_by=monica.pk,
            made_on=self.day(told["made"]),
            rerouted_from=self._before(told, monica),
        )
        self._life_of(told, pk, monica)
        self._disclosed(left, told, pk, service)

    def _life_of(self, told, pk, monica):
        """What happened to a referral; an answer that differed from ours, and how it was settled."""
        before, other = "draft", None
        first = {"on": told["made"], "to": "draft", "source": "staff", "note": None}
        for event in (first, *told["events"]):
            said = event.get("said", "")
            kept = self.tables.event.add(
                referral=pk,
                from_state=before,
                to_state=event["to"],
                source=event["source"],
                note=self.said(event["note"]),
                said=said,
                differs=bool(said),
                told={"received_on": str(self.day(event["received"]))} if said else None,
                settles=other if "settles" in event else None,
                happened_on=self.day(event["on"]),
                recorded_at=self.at(event["on"], 880),
                recorded_by=None if said else monica.pk,
            )
            before, other = event["to"], kept if said else other

    def _before(self, told, monica):
        """The place that was tried before this one: the number was given, and it did not fit."""
        old = told.get("instead_of")
        if old is None:
            return None
        facts = {"need": self.needs[told["need"]], "goal": self.goals[told["goal"]][0]}
        pk = self.tables.referral.add(
            **facts, family=self.pk, service=self._service_of(old).pk, about=self.members[told["about"]],
            state="rerouted", reason=self.said(old["reason"]), sent_on=self.day(old["given"]), barrier=old["barrier"],
            closed_on=self.day(old["left"]), made_by=monica.pk, made_on=self.day(old["given"]),
        )  # fmt: skip
        moves = (("draft", "draft", "given"), ("draft", "informed", "given"), ("informed", "rerouted", "left"))
        for before, to, on in moves:
            self.tables.event.add(
                referral=pk, from_state=before, to_state=to, source="staff", happened_on=self.day(old[on]),
                recorded_at=self.at(old[on], 870), recorded_by=monica.pk,
                note=self.said(old["note"]) if to == "rerouted" else "",
            )  # fmt: skip
        return pk

    def _disclosed(self, pk, told, referral, service):
        member = self.members[told["about"]]
        left = [("names", f"families.familymember.{name}", member) for name in ("first_name", "last_name", "reach_by")]
        left.append(("need", "referrals.referral.reason", referral))
        self.tables.disclosure.put(
            pk,
            family=self.pk,
            partner=service.partner_id,
            recipient=f"{service.partner}, {service}",
            what=[{"record": record, "field": field, "of": of} for record, field, of in left],
            why=self.said(told["reason"]),
            consent=self.consents[told["consent"]],
            how=told["how_sent"],
            made_at=self.at(told["made"], 880),
            made_by=self.staff("monica").pk,
        )

    def _help(self):
        for told in self.told["services_received"]:
            if told["source"] != "referral":
                self._helped(told)

    def _helped(self, told):
        program = self.ground.programs["hs"].pk
        pk = self.tables.service_received.add(
            family=self.pk,
            category=self.ground.categories[told["category"]].pk,
            what=self.said(told["what"]),
            received_on=self.day(told["on"]),
            program_year=self.ground.year_on(program, self.day(told["on"]).toordinal()),
            source=told["source"],
            need=self.needs.get(told["need"]),
            recorded_by=self.staff("monica").pk,
            recorded_at=self.at(told["on"], 940),
        )
        for code in told["participants"]:
            self.tables.participants.raw(f"{pk}\t{self.members[code]}")
        return pk

    def _reviews(self):
        for told in self.told["reviews"]:
            pk = self.tables.review.add(
                family=self.pk,
                held_on=self.day(told["on"]),
                language=told["language"],
                parent_comment=self.said(told["parent_comment"]),
                next_on=self.day(told["next"]),
                held_by=self.staff(told["staff"][0]).pk,
            )
            for code in told["present"]:
                self.tables.reviewed_with.raw(f"{pk}\t{self.members[code]}")
            for decision in told["decisions"]:
                self.tables.decision.add(
                    review=pk,
                    goal=self.goals[decision["goal"]][0],
                    decision=decision["decision"],
                    comment=self.said(decision["comment"]),
                )

    def _celebrations(self):
        for told in self.told["celebrations"]:
            self.tables.celebration.add(
                family=self.pk,
                goal=self.goals[told["goal"]][0] if told["goal"] else None,
                what=self.said(told["what"]),
                wish=self.said(told["wish"]),
                noticed_on=self.day(told["noticed"]),
                marked_on=self.day(told["marked"]),
                may_be_told=told["may_be_told"],
                added_by=self.staff("monica").pk,
            )

    # ---- this year

    def _this_year(self):
        """Amaya is still here; Elena has set herself a goal, and a visit is agreed for today."""
        new, today, monica = read("details")["this_year"], self.ground.today, self.staff("monica")
        need = self.tables.need.add(
            family=self.pk,
            category=self.ground.categories["job_training"].pk,
            what=said(new["need"], LANGUAGE),
            urgency=1,
            intensity=2,
            interest="now",
            opened_on=today - timedelta(days=24),
            opened_at=at(today.toordinal() - 24, 640),
            first_step_at=at(today.toordinal() - 13, 640),
            added_by=monica.pk,
        )
        agreement = self.tables.agreement.add(
            family=self.pk,
            state="signed",
            offered_on=today - timedelta(days=61),
            answered_on=today - timedelta(days=24),
            their_words=said(new["their_words"], LANGUAGE),
            offered_by=monica.pk,
        )
        goal, printed = self._new_goal(new, agreement)
        self.tables.goal_need.raw(f"{goal}\t{need}")
        self._version(agreement, 1, today - timedelta(days=20), [printed], "", SIGNED_THIS_YEAR)
        for back, key, contact, visibility, by, present in THIS_YEAR:
            self._recent_note(new, goal, back, key, contact, visibility, by, present)

    def _recent_note(self, new, goal, back, key, contact, visibility, by, present):
        today, step = self.ground.today, {}
        if key == "note_play":
            step = {"step": said(new["next"], LANGUAGE), "step_on": today}
        pk = self._note(
            day=today - timedelta(days=back),
            contact=contact,
            language="es",
            minutes={"phone": 15, "home_visit": 60, "community": 40}[contact],
            text=said(new[key], LANGUAGE),
            visibility=visibility,
            by=by,
            present=present,
            **step,
        )
        if key in ("note_signed", "note_step"):
            self.tables.touched.raw(f"{pk}\t{goal}\tforward")

    def _new_goal(self, new, agreement):
        today = self.ground.today
        set_on, target = today - timedelta(days=24), today + timedelta(days=180)
        names = ("statement", "why", "family_skills", "staff_skills", "strengths")
        words = {"family_words": said(new["words"], LANGUAGE)} | {name: said(new[name], LANGUAGE) for name in names}
        words |= {"outcomes": [4, 1], "check_in": said(read("details")["check_ins"][1], LANGUAGE)}
        pk = self.tables.goal.add(
            family=self.pk,
            agreement=agreement,
            state="active",
            whose="adult",
            about=self.members["elena"],
            stressors=said(new["stressors"], LANGUAGE),
            target_on=target,
            confidence=4,
            is_shared_with_team=True,
            set_on=set_on,
            added_by=self.staff("monica").pk,
            **words,
        )
        back = (set_on - self.start).days
        self._moved_to(pk, "draft", "active", "", back)
        steps = []
        for position, told in enumerate(new["steps"]):
            days = {"due": back + told["due"], "done": back + told["done"] if told["done"] else None}
            steps.append(self._step(pk, position, told | days | {"owner_name": told["name"]}))
        printed = {"id": pk, **words, "target_on": str(target), "steps": steps, "supports": []}
        printed["words"] = printed.pop("family_words")
        return pk, printed


SIGNED_THIS_YEAR = (
    {"member": "elena", "method": "drawn"},
    {"member": "rafael", "method": "drawn"},
    {"staff": "monica", "method": "typed"},
)
MONTH_NUMBERS = {name: number for number, name in enumerate(calendar.month_name) if name}
DATED = re.compile(rf"(\w+day, )?({'|'.join(MONTH_NUMBERS)}) (\d{{1,2}})\b")
