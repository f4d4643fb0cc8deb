"""The tables that families fill, each with its lines on their way to the database."""

from families import models as families
from goals import models as goals
from referrals import models as referrals
from workspace.demo.copying import Table


class Tables:
    """One `Table` a model; the four longest are written cell by cell, in the order named here."""

    def __init__(self):
        self._families()
        self._talks()
        self._goals()
        self._notes()
        self._referrals()

    def _families(self):
        self.family = Table(families.Family)
        self.household = Table(families.Household)
        self.member = Table(families.FamilyMember)
        self.contact_point = Table(families.ContactPoint)
        self.enrollment = Table(families.Enrollment)
        self.assignment = Table(families.Assignment)
        self.relation = Table(families.Relation)
        self.second_home = Table(families.SecondHome)
        self.homelessness = Table(families.HomelessnessEpisode)
        self.foster_care = Table(families.FosterCare)
        self.child_welfare = Table(families.ChildWelfareInvolvement)
        self.existing_plan = Table(families.ExistingPlan)
        self.notice = Table(families.NoticeGiven)
        self.family_consent = Table(families.FamilyConsent)
        self.intake = Table(families.Intake)
        self.reviewer_access = Table(families.ReviewerAccess)

    def _talks(self):
        self.assessment = Table(families.Assessment)
        self.took_part = Table(families.Assessment.took_part.through, "assessment familymember")
        self.answer = Table(
            families.Answer,
            "assessment item level no_level staff_level work_on is_urgent strength answered_at",
        )
        self.need = Table(families.Need)
        self.service_received = Table(families.ServiceReceived)
        self.participants = Table(families.ServiceReceived.participants.through, "servicereceived familymember")
        self.snapshot = Table(families.Snapshot)
        self.snapshot_year = Table(families.SnapshotYear)
        self.activity = Table(families.Activity)
        self.attendance = Table(families.Attendance)

    def _goals(self):
        self.agreement = Table(goals.PartnershipAgreement)
        self.version = Table(goals.AgreementVersion)
        self.signature = Table(goals.Signature)
        self.section_answer = Table(goals.SectionAnswer)
        self.copy_given = Table(goals.CopyGiven)
        self.goal = Table(goals.Goal)
        self.goal_need = Table(goals.Goal.needs.through, "goal need")
        self.status_change = Table(goals.GoalStatusChange)
        self.step = Table(goals.GoalStep)
        self.support = Table(goals.GoalSupport)

    def _notes(self):
        self.note = Table(
            goals.ProgressNote,
            "version family happened_on contact language with_interpreter minutes text visibility "
            "next_step next_on next_done_on written_by written_at",
        )
        self.present = Table(goals.ProgressNote.present.through, "progressnote familymember")
        self.touched = Table(goals.GoalTouched, "note goal moved")
        self.review = Table(goals.Review)
        self.reviewed_with = Table(goals.Review.present.through, "review familymember")
        self.decision = Table(goals.ReviewDecision)
        self.celebration = Table(goals.Celebration)

    def _referrals(self):
        self.consent = Table(referrals.Consent)
        self.disclosure = Table(referrals.Disclosure)
        self.referral = Table(referrals.Referral)
        self.event = Table(referrals.ReferralEvent)
        self.gap = Table(referrals.Gap)
        self.link = Table(referrals.PartnerLink)
        self.visit = Table(referrals.LinkVisit)

    def all(self):
        return list(vars(self).values())

    def end(self):
        for table in self.all():
            table.end()
