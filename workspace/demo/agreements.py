"""Partnerships and agreements of the story: how close we are with whom, what was signed, what runs out."""

from datetime import timedelta

from partners import actions
from partners.models import (
    AnnexReview,
    CommitteeSeat,
    DataAnnex,
    Mou,
    MouAmendment,
    MouParty,
    MouSubmission,
    Obligation,
    ObligationMet,
    OnsiteService,
    Partner,
    PartnerMeeting,
    Partnership,
    PartnershipAction,
    PartnershipPlan,
    PlanGoal,
    PreschoolException,
    StageReached,
    SystemParticipation,
)
from workspace.demo.texts import read


def agree(stage):
    """All of it, by the days of the story counted from today. The same few rows for every size."""
    told = read("agreements")
    partners = {row["code"]: row["name"] for row in read("partners")}
    found = {one.name: one for one in Partner.objects.filter(name__in=partners.values())}
    story = _Story(stage, told, {code: found[name] for code, name in partners.items()})
    story.partnerships()
    story.meetings()
    story.plan()
    story.agreements()
    story.systems()


class _Story:
    def __init__(self, stage, told, partners):
        self.stage, self.told, self.partners = stage, told, partners
        self.by = stage.people["thomas"]
        self.working = {}

    def day(self, number):
        return None if number is None else self.stage.today + timedelta(days=number)

    def person(self, username):
        return self.stage.people[username] if username else None

    def partnerships(self):
        for row in self.told["partnerships"]:
            partner = self.partners[row["partner"]]
            one = Partnership.objects.create(
                partner=partner, public_roles=row["roles"], our_person=self.person(row["owner"]),
                their_person=partner.point_person, their_email=partner.email, target=row["target"],
                target_on=self.day(200) if row["target"] else None, began_on=self.day(row["stages"][0][1]),
            )  # fmt: skip
            self.working[row["partner"]] = one
            StageReached.objects.bulk_create(
                StageReached(partnership=one, stage=stage, since_on=self.day(since), shows_in=shown, said_by=self.by)
                for stage, since, shown in row["stages"]
            )
        for code, place, what, days, first, last in self.told["onsite"]:
            OnsiteService.objects.create(
                partnership=self.working[code], center_id=self.stage.places[place].pk, what=what, days=days,
                starts_on=self.day(first), ends_on=self.day(last),
            )  # fmt: skip
        for code, committee, name, who, since in self.told["seats"]:
            CommitteeSeat.objects.create(partnership=self.working[code], committee=committee, name=name, who=who,
                                         starts_on=self.day(since))  # fmt: skip

    def meetings(self):
        for code, kind, held, topic, said, decided, ours, theirs, people, ahead, taken in self.told["meetings"]:
            one = self.working[code]
            meeting = PartnerMeeting.objects.create(
                partnership=one, kind=kind, held_on=self.day(held), topic=topic, said=said, decided=decided,
                theirs=theirs, people=people, next_on=self.day(ahead), added_by=self.by,
            )  # fmt: skip
            meeting.ours.set([self.person(name) for name in ours])
            for what, owner, their_owner, due, is_done in taken:
                PartnershipAction.objects.create(
                    partnership=one, meeting=meeting, what=what, our_owner=self.person(owner),
                    their_owner=their_owner or "", due_on=self.day(due), done_on=self.day(due) if is_done else None,
                )  # fmt: skip

    def plan(self):
        told = self.told["plan"]
        one = self.working[told["partner"]]
        plan = PartnershipPlan.objects.create(
            partnership=one, template="child_welfare", started_on=self.day(told["begun"]),
            added_by=self.person(told["by"]), mission_on=self.day(told["begun"] + 21), **told["texts"],
        )  # fmt: skip
        PlanGoal.objects.bulk_create(
            PlanGoal(plan=plan, what=what, baseline=baseline, measure=measure, aim_on=self.day(aim), result=result)
            for what, baseline, measure, aim, result in told["goals"]
        )
        for what, owner, theirs, due, success, is_done in told["actions"]:
            PartnershipAction.objects.create(
                partnership=one, plan=plan, what=what, our_owner=self.person(owner), their_owner=theirs,
                due_on=self.day(due), success=success, done_on=self.day(due) if is_done else None,
            )  # fmt: skip

    def agreements(self):
        last = {}
        for row in self.told["mous"]:
            mou = self._mou(row, last.get((row["partner"], row["kind"])) if row.get("renews") else None)
            last[row["partner"], row["kind"]] = mou
            self._terms(mou, row)

    def _mou(self, row, renews):
        state = row.get("state") or ("terminated" if "terminated" in row else "signed")
        ended, why = row.get("terminated", (None, row.get("reason", "")))
        mou = Mou.objects.create(
            partner=self.partners[row["partner"]], kind=row["kind"], title=row["title"], state=state,
            owner=self.person(row["owner"]), signed_on=self.day(row.get("signed")),
            effective_on=self.day(row.get("from")), ends_on=self.day(row.get("until")),
            review_on=self.day(row.get("review")), terminated_on=self.day(ended), reason=why, renews=renews,
            notice_days=60 if "signed" in row else None, added_by=self.by,
        )  # fmt: skip
        mou.programs.set([self.stage.programs[code] for code in row.get("programs", ())])
        actions.ask_topics(mou)
        for number, topic in enumerate(mou.topics.order_by("pk")[: row["points"]], start=1):
            topic.text = self.told["point"] % {"number": number}
            topic.evidence = self.told["evidence"] % {"number": number}
            topic.save(update_fields=["text", "evidence"])
        return mou

    def _terms(self, mou, row):
        signer, office = row.get("party", (mou.partner.point_person, ""))
        MouParty.objects.create(mou=mou, organization=mou.partner.name, signer=signer, title=office,
                                signed_on=mou.signed_on)  # fmt: skip
        for to, sent, how in row.get("sent", ()):
            MouSubmission.objects.create(mou=mou, to=to, sent_on=self.day(sent), how=how, added_by=self.by)
        for what, side, owner, theirs, due, repeats, kept in row.get("promises", ()):
            promise = Obligation.objects.create(mou=mou, what=what, side=side, our_owner=self.person(owner),
                                                their_owner=theirs, due_on=self.day(due), repeats=repeats)  # fmt: skip
            ObligationMet.objects.bulk_create(
                ObligationMet(obligation=promise, due_on=self.day(met), met_on=self.day(met), said_by=self.by)
                for met in kept
            )
        if "change" in row:
            what, signed, begins, new_end = row["change"]
            MouAmendment.objects.create(mou=mou, number=1, what=what, signed_on=self.day(signed), added_by=self.by,
                                        effective_on=self.day(begins), new_end_on=self.day(new_end))  # fmt: skip
        if "annex" in row:
            self._annex(mou, row)

    def _annex(self, mou, row):
        records, purpose, safeguards, destruction, since = row["annex"]
        annex = DataAnnex.objects.create(mou=mou, records=records, purpose=purpose, safeguards=safeguards,
                                         destruction=destruction, receives_on=self.day(since))  # fmt: skip
        if "look" in row:
            looked, finding, note = row["look"]
            AnnexReview.objects.create(annex=annex, reviewed_on=self.day(looked), finding=finding, note=note,
                                       reviewed_by=self.by)  # fmt: skip

    def systems(self):
        for code, why, told, since, hhs, state in self.told["exceptions"]:
            PreschoolException.objects.create(program=self.stage.programs[code], why=why, told=told,
                                              since_on=self.day(since), hhs_told_on=self.day(hhs),
                                              state_told_on=self.day(state))  # fmt: skip
        for code, system, answer, name, level, why, since, until, ahead in self.told["systems"]:
            SystemParticipation.objects.create(
                program=self.stage.programs[code], system=system, answer=answer, name=name, level=level, why=why,
                since_on=self.day(since), until_on=self.day(until), next_rating_on=self.day(ahead),
            )  # fmt: skip
