"""One agency with one family that has everything once, and a second family nobody may meet by chance."""

from base64 import b64decode
from datetime import timedelta
from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agency import files
from agency.access import Role
from agency.imports import beginning, work
from agency.models import Draft, OutboxMail
from families.imports.target import families_target
from families.models import Family, FamilyLink, ReviewerAccess, StructureChange
from goals import ideas, sections
from goals.actions import calendar
from goals.models import CalendarFeed
from partners.imports.target import TARGET
from partners.models import Partner, Service
from referrals.links import tokens
from reports import actions as reports
from reports import kinds
from reports.models import PirForm, PirWorkbook, SavedView
from reports.periods import Month
from reports.pir import editing
from reports.pir.counting import period_of
from reports.pir.loading import load_forms
from reports.scope import Scope
from supervision import between_two
from tests.agency import factories as agency
from tests.families import factories as families
from tests.goals import factories as goals
from tests.partners import factories as partners
from tests.partners import factories_working as working
from tests.referrals import factories as referrals
from tests.reports.exporting import made
from tests.supervision import factories as supervision

PARTNERS_KEY = "A-key-only-the-guards-know-of-0123456789abc"  # the key in the address of a partner's link
PUBLISHED = "3b1f5f3e-7a86-4d4f-9a40-1f8a0d1f6f10"  # the id under which a partner and its service are published
A_PICTURE = b64decode(  # one white point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"
)
CONFIDED = "Bramblewick brought back my own first months."  # a reflection: for two people only
UNMISTAKABLE = ["Quillfeather", "Xochiquetzal", "Ambrosius", "Thistlewood Lane", "555-0177"]


def build():
    """The graph, by the nouns of our addresses."""
    g = SimpleNamespace()
    _agency(g)
    _staff(g)
    _directory(g)
    _family(g)
    _record(g)
    _referrals(g)
    _supervision(g)
    _imports(g)
    _office(g)
    return g


def _agency(g):
    logo = files.kept_bytes(A_PICTURE, kind="image/png", folder="logos")
    agency.AgencyFactory(publishes_directory=True, logo=logo.path, logo_kind=logo.kind)
    g.year = agency.ProgramYearFactory()
    g.program = g.year.program
    g.center = agency.CenterFactory(program=g.program)
    g.closure = agency.ClosureFactory(program=g.program)
    g.clock = agency.DeadlineFactory(code="check_in", starts_from="last_contact", length=30)
    g.program_clock = agency.DeadlineFactory(code="check_in", starts_from="last_contact", program=g.program)
    for code in ("welcome_contact", "assessment_done", "agreement_offered", "referral_follow_up"):
        agency.DeadlineFactory(code=code, length=1, starts_from="entry")
    g.category = agency.CategoryFactory(is_urgent=True)


def _staff(g):
    until = timezone.localdate() + timedelta(days=30)
    g.people = {
        Role.WORKER: agency.UserFactory(role=Role.WORKER, center=g.center),
        Role.SUPERVISOR: agency.UserFactory(role=Role.SUPERVISOR, center=g.center),
        Role.MANAGER: agency.UserFactory(role=Role.MANAGER),
        Role.TEAMMATE: agency.UserFactory(role=Role.TEAMMATE, center=g.center),
        Role.MONITOR: agency.UserFactory(role=Role.MONITOR, grant__ends_on=until),
        Role.ADMINISTRATOR: agency.UserFactory(role=Role.ADMINISTRATOR),
    }
    g.worker = g.people[Role.WORKER]
    for person in g.people.values():
        assert person.grants  # asked once now: the guards read them after the database is shut


def _directory(g):
    g.partner = partners.PartnerFactory()
    g.service = partners.ServiceFactory(partner=g.partner, categories=[g.category])
    for published in (Partner, Service):
        published.objects.update(hsds_id=PUBLISHED)
    g.place = partners.LocationFactory(partner=g.partner)
    g.phone = partners.PhoneFactory(partner=g.partner)
    g.verification = partners.VerificationFactory(service=g.service)
    g.contact_person = partners.ContactFactory(partner=g.partner)
    g.family_word = partners.FamilyWordFactory(service=g.service)
    g.stop = partners.DoNotReferFactory()
    g.sensitive_kind = partners.SensitiveKindFactory(categories=[g.category])
    g.double = partners.PartnerFactory(website="https://cedar.example")
    g.merge = partners.PartnerMergeFactory()
    _agreements(g)


def _agreements(g):
    """How we work with the partner, and one agreement with everything that belongs to it."""
    manager = g.people[Role.MANAGER]
    g.partnership = working.PartnershipFactory(partner=g.partner, our_person=manager)
    working.StageFactory(partnership=g.partnership, said_by=manager)
    g.partner_plan = working.PlanFactory(partnership=g.partnership, added_by=manager, template="child_welfare")
    g.partner_goal = working.PlanGoalFactory(plan=g.partner_plan)
    g.partner_meeting = working.MeetingFactory(partnership=g.partnership, added_by=manager)
    g.partner_action = working.ActionFactory(partnership=g.partnership, our_owner=g.worker)
    g.onsite = working.OnsiteFactory(partnership=g.partnership, center=g.center)
    g.seat = working.SeatFactory(partnership=g.partnership)
    g.mou = working.MouFactory(partner=g.partner, kind="preschool", signed=True, added_by=manager)
    g.party = working.PartyFactory(mou=g.mou)
    g.mou_file = working.FileFactory(mou=g.mou, added_by=manager)
    g.promise = working.ObligationFactory(mou=g.mou, our_owner=g.worker)
    working.AnnexFactory(mou=g.mou)
    g.exception = working.ExceptionFactory(program=g.program)
    g.system = working.SystemFactory(program=g.program)


def _family(g):
    g.family = families.FamilyFactory(center=g.center, name="Quillfeather")
    g.member = families.MemberFactory(
        family=g.family, first_name="Xochiquetzal", relationship="mother", is_main_contact=True
    )
    g.child = families.MemberFactory(family=g.family, first_name="Ambrosius", role="child", relationship="child")
    g.home = families.HouseholdFactory(family=g.family, address_1="1 Thistlewood Lane")
    g.hidden_home = families.HouseholdFactory(
        family=g.family, address_1="9 Hushaby Court", city="Whisperton", is_hidden=True
    )
    g.silent = families.MemberFactory(family=g.family, first_name="Silvanus", do_not_contact=True)
    families.ContactPointFactory(member=g.silent, value="555-0188", digits="5305550188")
    g.second_home = families.SecondHomeFactory(member=g.child, household=g.hidden_home)
    families.RelationFactory(adult=g.member, child=g.child)
    g.homelessness = families.HomelessnessFactory(family=g.family, recorded_by=g.worker)
    g.foster_care = families.FosterCareFactory(child=g.child, recorded_by=g.worker)
    g.child_welfare = families.ChildWelfareFactory(family=g.family, recorded_by=g.worker)
    g.existing_plan = families.ExistingPlanFactory(family=g.family, recorded_by=g.worker)
    g.family_notice = families.NoticeFactory(family=g.family, given_by=g.worker)
    g.family_consent = families.FamilyConsentFactory(family=g.family, given_by=g.member, recorded_by=g.worker)
    g.intake = families.IntakeFactory(family=g.family, begun_by=g.worker)
    g.contact = families.ContactPointFactory(member=g.member, value="555-0177")
    g.enrollment = families.EnrollmentFactory(family=g.family, member=g.child, center=g.center, program=g.program)
    families.AssignmentFactory(family=g.family, worker=g.worker)
    g.assignment = families.AssignmentFactory(family=g.family, worker=g.people[Role.TEAMMATE], kind="team")
    until = timezone.localdate() + timedelta(days=30)
    ReviewerAccess.objects.create(user=g.people[Role.MONITOR], family=g.family, ends_on=until)
    g.other_family = families.FamilyFactory(name="Elsewhere")
    _shape(g)


def _shape(g):
    """A second record of the same family, merged into by nobody; a link; a change that can be taken back."""
    g.twin = families.FamilyFactory(center=g.center, name="Quillfeather")
    g.link = FamilyLink.objects.create(family=g.family, other=g.twin, kind="kin", linked_by=g.worker)
    g.change = StructureChange.objects.create(family=g.family, kind="leave", made_by=g.worker)


def _record(g):
    version = families.InstrumentVersionFactory()
    item = families.ItemFactory(version=version, category=g.category)
    ended = timezone.localdate()
    g.instrument = version.instrument
    g.draft_version = families.InstrumentVersionFactory(instrument=g.instrument, number=2, published_on=None)
    g.draft_item = families.ItemFactory(version=g.draft_version, category=g.category)
    g.finished = families.AssessmentFactory(family=g.family, version=version, staff=g.worker, done_on=ended)
    families.AnswerFactory(assessment=g.finished, item=item)
    g.assessment = families.AssessmentFactory(family=g.family, version=version, staff=g.worker)
    g.need = families.NeedFactory(family=g.family, category=g.category, added_by=g.worker)
    g.help = families.ServiceReceivedFactory(family=g.family, category=g.category, recorded_by=g.worker)
    g.snapshot = families.SnapshotFactory(family=g.family, taken_by=g.worker, speaks_for=[g.year])
    g.activity = families.ActivityFactory(added_by=g.worker, center=g.center, category=g.category)
    families.AttendanceFactory(activity=g.activity, family=g.family, member=g.member)
    agreement = goals.AgreementFactory(family=g.family, offered_by=g.worker, state="signed")
    g.version = goals.VersionFactory(agreement=agreement, frozen_by=g.worker)
    goals.VersionFactory(agreement=agreement, number=2, frozen_by=g.worker)
    goals.SignatureFactory(agreement_version=g.version, member=g.member, taken_by=g.worker)
    g.scan = goals.ScanFactory(agreement_version=g.version, attached_by=g.worker)
    goals.CopyFactory(agreement_version=g.version, member=g.member, given_by=g.worker)
    g.bundle = goals.BundleFactory(run__asked_by=g.worker, family_ids=[g.family.pk])
    sections.adopt()
    ideas.adopt()
    g.goal = goals.GoalFactory(family=g.family, added_by=g.worker, is_shared_with_team=True)
    g.goal.needs.add(g.need)
    g.step, g.support = goals.StepFactory(goal=g.goal), goals.SupportFactory(goal=g.goal)
    g.notes = [goals.NoteFactory(family=g.family, written_by=g.worker, visibility=v) for v in ("general", "team")]
    g.restricted_note = goals.NoteFactory(family=g.family, written_by=g.worker, visibility="restricted")
    goals.TouchFactory(note=g.notes[0], goal=g.goal)
    g.review = goals.ReviewFactory(family=g.family, held_by=g.worker)
    goals.DecisionFactory(review=g.review, goal=g.goal)
    g.celebration = goals.CelebrationFactory(family=g.family, added_by=g.worker)
    _team(g)


def _team(g):
    goals.YesFactory(celebration=g.celebration, what="photo", given_by=g.member, recorded_by=g.worker)
    CalendarFeed.objects.create(user=g.worker, token_hash=calendar.hash_of("secret"))
    g.photo = goals.PhotoFactory(celebration=g.celebration, added_by=g.worker)
    g.text = goals.TextFactory(owner=g.worker)
    g.writing = goals.WritingFactory(written_by=g.worker)
    goals.NoteFactory(family=g.family, written_by=g.worker, writing=g.writing)
    g.teammate = goals.TeammateFactory(family=g.family, staff=g.people[Role.TEAMMATE], added_by=g.worker)
    g.meeting = goals.MeetingFactory(family=g.family, held_by=g.worker, present=[g.teammate])
    g.team_action = goals.ActionFactory(meeting=g.meeting)
    g.classroom_goal = goals.ClassroomGoalFactory(goal=g.goal, child=g.child, added_by=g.worker)
    g.classroom_note = goals.ClassroomNoteFactory(classroom_goal=g.classroom_goal, written_by=g.people[Role.TEAMMATE])


def _referrals(g):
    g.consent = referrals.ConsentFactory(family=g.family, partner=g.partner, signer=g.member, taken_by=g.worker)
    about = {"family": g.family, "need": g.need, "service": g.service, "made_by": g.worker}
    g.draft_referral = referrals.ReferralFactory(**about)
    g.referral = referrals.ReferralFactory(**about, sent=True, consent=g.consent, how_sent="link")
    referrals.LinkFactory(referral=g.referral, made_by=g.worker, token_hash=tokens.hash_of(PARTNERS_KEY))
    referrals.EventFactory(referral=g.referral, recorded_by=g.worker)
    g.other_answer = referrals.EventFactory(
        referral=g.referral, from_state="sent", to_state="sent", said="accept", differs=True, source="partner",
        recorded_by=None,
    )  # fmt: skip
    disclosure = referrals.DisclosureFactory(family=g.family, made_by=g.worker)
    referrals.GroundFactory(disclosure=disclosure)
    referrals.StatementFactory(family=g.family, disclosure=disclosure, parent=g.member, kept_by=g.worker)
    g.consent_paper = referrals.ConsentPaperFactory(consent=g.consent, attached_by=g.worker)
    g.record_request = referrals.RequestFactory(family=g.family, asked_by=g.member, recorded_by=g.worker)
    g.school_refusal = referrals.RefusalFactory(family=g.family, child=g.child, parent=g.member, kept_by=g.worker)


def _supervision(g):
    """A session that is planned and one that was held, with everything that may stand in them, reflections too."""
    two = {"worker": g.worker, "supervisor": g.people[Role.SUPERVISOR]}
    earlier = timezone.localdate() - timedelta(days=30)
    g.held_session = supervision.SessionFactory(**two, held=True, planned_on=earlier)
    g.decision = supervision.DecisionFactory(session=g.held_session, family=g.family, owner=g.worker)
    g.session = supervision.SessionFactory(**two)
    g.topic = supervision.TopicFactory(session=g.session, family=g.family)
    g.flag = supervision.FlagFactory(family=g.family, raised_by=g.people[Role.SUPERVISOR])
    g.consultation = supervision.ConsultationFactory(family=g.family, recorded_by=g.worker)
    g.hand_over = supervision.HandOverFactory(worker=g.worker, made_by=g.people[Role.SUPERVISOR])
    supervision.HandedFactory(hand_over=g.hand_over, family=g.family, to=g.worker)
    g.absence = supervision.AbsenceFactory(worker=g.worker, added_by=g.people[Role.SUPERVISOR])
    for session in (g.held_session, g.session):
        between_two.write(session=session, words=CONFIDED, by=g.worker)
        between_two.keep_draft(session=session, words=CONFIDED, by=g.people[Role.SUPERVISOR])


def _imports(g):
    """A file that was looked at and waits for a yes, and a fact another system tells otherwise."""
    manager = g.people[Role.MANAGER]
    file = SimpleUploadedFile("families.csv", b"first_name,last_name,birth_date\nZuzanna,Farago,1990-02-03\n")
    where = {"program": g.program, "center": g.center, "options": {"workers": []}}
    new = {"target": families_target, "layout": "template", "source": "elsewhere", "by": manager}
    g.import_batch = beginning.begin(upload=file, **new, **where)
    g.import_batch.take("look")
    g.import_batch = work.look(g.import_batch.pk)
    package = SimpleUploadedFile("services.csv", b"id,organization_id,name\n1,7,Food pantry\n")
    new = {"target": TARGET, "layout": "hsds", "source": "elsewhere", "by": manager}
    g.directory_batch = beginning.begin(upload=package, **new)
    g.directory_batch.take("look")
    g.directory_batch = work.look(g.directory_batch.pk)
    g.held_row = partners.HeldRowFactory()
    g.external_id = partners.ExternalIdFactory(row_pk=g.partner.pk)
    g.difference = families.DifferenceFactory(family=g.family, member=g.child)


def _pir(g):
    """The yearly report: a form that is sealed by its first report, one that is being changed, a workbook."""
    load_forms()
    form = PirForm.objects.get(year="2022-23")
    g.pir_run = reports.make(kind=kinds.named("pir"), scope=Scope(period_of(g.year), g.program))
    g.pir_form = editing.copy(form=form, year="2023-24", by=g.people[Role.MANAGER])
    g.pir_item = g.pir_form.items.get(rule="families_total")
    g.pir_workbook = PirWorkbook.objects.create(year="2022-23", form=form, called="pir.xlsx", digest="0" * 64)


def _office(g):
    month = Month.of(timezone.localdate())
    g.report = reports.make(kind=kinds.named("monthly"), scope=Scope(month, g.program))
    _pir(g)
    g.saved_view = SavedView.objects.create(user=g.people[Role.MANAGER], kind="gap", name="Gap", is_shared=True)
    g.run = agency.WorkRunFactory(asked_by=g.people[Role.MANAGER])
    g.export = made(by=g.people[Role.MANAGER])
    OutboxMail.objects.create(to="staff@example.org", subject="Mail", body="Text of a mail")
    for person in g.people.values():
        Draft.objects.create(user=person, key="k", path=f"/families/{g.family.pk}/notes/add", family_id=g.family.pk)
    g.draft = Draft.objects.get(user=g.worker)
    assert Family.objects.count() == 3
    assert Service.objects.count() >= 1
