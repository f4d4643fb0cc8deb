"""The demo agency: invented, believable, the same every time, and true to every rule real records obey."""

import io
import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Count, F, Max, Q
from django.utils import timezone

from agency.access import Role
from agency.demo import demo_logins
from agency.due import Clocks
from agency.models import Agency, Program, RoleGrant, User
from families.models import (
    Answer,
    Assessment,
    Assignment,
    Enrollment,
    Family,
    FamilyMember,
    Household,
    Need,
    ServiceReceived,
)
from goals import paper
from goals.models import AgreementVersion, Goal, GoalStatusChange, PartnershipAgreement, ProgressNote, Review
from goals.states import GOAL, AgreementState, GoalState
from partners import due as partners_due
from referrals.links import answering
from referrals.models import Consent, Disclosure, PartnerLink, Referral, ReferralEvent
from referrals.states import REFERRAL
from reports import kinds
from reports.asking.counting import Question, answered
from reports.models import PirForm, ReportRun
from reports.periods import Days, Month
from reports.scope import Scope, every_whole
from supervision.worklist import everything_due, is_overdue
from tests.reports import slow_asking, slow_monthly, slow_standing
from tests.reports.slow_pir import differences
from workspace import my_day
from workspace.demo import caseloads
from workspace.demo.copying import text, without_indexes
from workspace.demo.days import anchor, last_complete
from workspace.demo.load import load
from workspace.demo.progress import Progress
from workspace.demo.sizes import SIZES
from workspace.demo.tables import Tables
from workspace.reminders import team, what, who

PEOPLE = {"agency.user": {"password", "last_login", "date_joined"}}
SOME_DAYS = [date(2026, 11, 21), date(2027, 7, 20), date(2027, 8, 20), date(2028, 2, 29)]


def quiet():
    return Progress(io.StringIO())


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The small demo, loaded once for the whole module and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        loaded = load(SIZES["small"], 1, progress=quiet())
        yield loaded
        transaction.set_rollback(True)


@pytest.fixture
def small(demo, django_db_blocker):
    """The small demo; what a test changes is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield demo
        transaction.set_rollback(True)


@pytest.fixture
def alvarez(small):
    return Family.objects.get(name="Alvarez")


def dump(*models):
    """Every row of some tables, but what differs from load to load by design: hashes with a moment in them."""
    return {
        model: list(
            model.objects.order_by("pk").values_list(
                *(
                    field.attname
                    for field in model._meta.concrete_fields
                    if field.name not in PEOPLE.get(model._meta.label_lower, ())
                )
            )
        )
        for model in models
    }


# Loading


def test_small_is_as_large_as_it_says(small):
    assert (small.families, small.notes) == (80, 5_000)
    assert (Family.objects.count(), ProgressNote.objects.count()) == (80, 5_000)
    assert User.objects.count() == small.staff == 12


def test_the_same_seed_and_day_make_the_same_agency(db):
    models = [User, Family, FamilyMember, Household, Enrollment, Answer, Need, Goal, AgreementVersion, ProgressNote]
    models += [Referral, ReferralEvent, Consent, Disclosure, Review, ServiceReceived]
    dumps = []
    for _load in range(2):
        with transaction.atomic():
            load(SIZES["small"], 7, progress=quiet(), today=date(2026, 11, 20), months=0)
            dumps.append({model: _without_keys(rows, model) for model, rows in dump(*models).items()})
            transaction.set_rollback(True)

    assert dumps[0] == dumps[1]


def _without_keys(rows, model):
    """Rows made by the ORM take their keys from sequences, which a rollback does not turn back."""
    names = [
        field for field in model._meta.concrete_fields if field.attname not in PEOPLE.get(model._meta.label_lower, ())
    ]
    kept = [
        number
        for number, field in enumerate(names)
        if not (field.is_relation and field.related_model._meta.app_label in ("agency", "partners"))
        and field.name not in ("id", "version", "item", "activity")
    ]
    return [[row[number] for number in kept] for row in rows]


def test_another_seed_makes_another_agency(db):
    names = []
    for seed in (1, 2):
        with transaction.atomic():
            load(SIZES["small"], seed, progress=quiet(), months=0)
            names.append(list(Family.objects.order_by("pk").values_list("name", flat=True)))
            transaction.set_rollback(True)

    assert names[0] != names[1]


@pytest.mark.parametrize("today", SOME_DAYS)
def test_it_loads_on_any_day_of_the_year_and_nothing_lies_in_the_future(db, today):
    load(SIZES["small"], 1, progress=quiet(), today=today, months=0)

    assert ProgressNote.objects.filter(Q(happened_on__gt=today) | Q(next_done_on__gt=today)).count() == 0
    assert ProgressNote.objects.filter(written_at__date__gte=today).count() == 0
    assert ServiceReceived.objects.filter(received_on__gt=today).count() == 0
    assert Enrollment.objects.filter(Q(entered_on__gt=today) | Q(exited_on__gt=today)).count() == 0
    assert Assessment.objects.filter(done_on__gt=today).count() == 0
    assert Goal.objects.filter(Q(set_on__gt=today) | Q(ended_on__gt=today)).count() == 0
    assert ReferralEvent.objects.filter(happened_on__gt=today).count() == 0
    assert Review.objects.filter(held_on__gt=today).count() == 0
    assert FamilyMember.objects.filter(born_on__gt=today).count() == 0
    assert Need.objects.filter(Q(opened_on__gt=today) | Q(closed_on__gt=today)).count() == 0


def test_an_agency_that_is_there_is_never_mixed_with_the_demo(small):
    with pytest.raises(CommandError, match="There is an agency in this database already"):
        call_command("load_demo", stderr=io.StringIO())

    assert Family.objects.count() == 80


def test_every_referral_that_went_by_name_knows_what_left(small):
    assert Referral.objects.exclude(consent=None).filter(disclosure=None).count() == 0
    assert all(answering.released(link.referral) for link in PartnerLink.objects.usable())


def test_if_empty_says_nothing_and_does_nothing_when_there_is_an_agency(small):
    said, trouble = io.StringIO(), io.StringIO()

    call_command("load_demo", if_empty=True, stdout=said, stderr=trouble)

    assert (said.getvalue(), trouble.getvalue(), Family.objects.count()) == ("", "", 80)


def test_the_command_says_what_it_loaded(db):
    said, bar = io.StringIO(), io.StringIO()

    call_command("load_demo", if_empty=True, stdout=said, stderr=bar)

    assert said.getvalue().startswith("Loaded 80 families, 12 members of staff and 5000 notes")
    assert [line.partition(":")[0] for line in bar.getvalue().splitlines()] == [
        "programs, staff and partners", "families", "monthly reports", "yearly reports", "statistics",
    ]  # fmt: skip


def test_new_rows_get_keys_after_those_of_the_demo(small, alvarez):
    last = ProgressNote.objects.aggregate(last=Max("pk"))["last"]

    note = ProgressNote.objects.create(family=alvarez, text="new", written_by=User.objects.first())

    assert note.pk == last + 1


def test_nothing_half_loaded_stays(db, monkeypatch):
    monkeypatch.setattr("workspace.demo.load.notes.notes", lambda *args: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        load(SIZES["small"], 1, progress=quiet(), months=0)

    assert not Agency.objects.exists()


def test_indexes_and_rules_are_the_same_after_a_large_load(db):
    tables = Tables().all()
    before = _rules()

    with without_indexes(tables, lambda table: None):
        assert len(_rules()) < len(before)

    assert _rules() == before


def _rules():
    """Names and definitions. PostgreSQL writes the casts of a list another way each time; they mean the same."""
    casts = re.compile(r"::(text|character varying)(\[\])?|[()]")
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
        found = cursor.fetchall()
        cursor.execute("SELECT conname || conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint")
        return {(name, casts.sub("", definition)) for name, definition in [*found, *cursor.fetchall()]}


def test_copied_text_may_hold_tabs_lines_and_backslashes(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE said (words text)")
        words = "a\tb\nc\\d\\n“é”"
        cursor.cursor.copy_expert("COPY said FROM STDIN", io.StringIO(text(words) + "\n"))
        cursor.execute("SELECT words FROM said")
        assert cursor.fetchone() == (words,)


# Days


def test_a_program_year_begins_on_the_monday_nearest_to_the_middle_of_august():
    assert [anchor(year) for year in (2020, 2025, 2026)] == [date(2020, 8, 17), date(2025, 8, 18), date(2026, 8, 17)]


def test_the_story_lies_in_the_last_year_that_is_over():
    assert last_complete(date(2026, 11, 21)) == date(2025, 8, 18)
    assert last_complete(date(2026, 6, 12)) == date(2024, 8, 19)
    assert last_complete(date(2026, 6, 13)) == date(2025, 8, 18)


# What it holds


def test_every_role_has_somebody_who_can_sign_in(small):
    assert {grant.role for grant in RoleGrant.objects.in_force()} == set(Role.values)
    assert [row["username"] for row in demo_logins()] == ["monica", "denise", "thomas", "jackie", "walter", "priya"]
    for row in demo_logins():
        assert User.objects.get(username=row["username"]).check_password(row["password"])


def test_families_of_every_kind_are_there(small):
    relationships = set(FamilyMember.objects.values_list("relationship", flat=True))
    homes = Household.objects.values("family").annotate(homes=Count("pk"))

    assert {"mother", "father", "grandmother", "foster", "foster_child", "kin_foster"} <= relationships
    assert {"en", "es"} < set(Family.objects.values_list("language", flat=True))
    assert homes.filter(homes=2).exists()
    assert Enrollment.objects.filter(option="pregnancy", member__is_expecting=True).exists()
    assert Enrollment.objects.filter(program__kind="mshs").exists()
    assert Enrollment.objects.exclude(program__delegate_name="").exists()
    assert Enrollment.objects.exclude(exited_on=None).exists()
    hidden = FamilyMember.objects.filter(household__is_hidden=True, is_main_contact=True)
    assert hidden.exists()
    assert not hidden.filter(reach_note="").exists()


def test_every_enrolled_family_has_a_main_worker_but_the_few_that_wait_for_one(small):
    served = Assignment.objects.in_force().filter(kind="primary").values("family")
    waiting = Family.objects.filter(enrollments__in=Enrollment.objects.still_open()).exclude(pk__in=served).distinct()
    before = Assignment.objects.filter(
        family__in=waiting, kind="primary", ends_on=timezone.localdate() - caseloads.LEFT
    )

    assert (waiting.count(), before.count()) == (caseloads.WAITING, caseloads.WAITING)
    assert waiting.exclude(language="en").exists()


def test_agreements_and_goals_stand_in_every_state(small):
    revising = {AgreementState.REVISING}

    assert set(PartnershipAgreement.objects.values_list("state", flat=True)) >= set(AgreementState) - revising
    assert set(Goal.objects.values_list("state", flat=True)) == set(GoalState)


def test_a_goal_has_come_to_its_state_by_moves_of_the_table(small):
    moves = {}
    for change in GoalStatusChange.objects.order_by("pk"):
        moves.setdefault(change.goal_id, []).append((change.from_state, change.to_state))
    for goal in Goal.objects.exclude(state="draft"):
        states = [moves[goal.pk][0][0], *(to_state for _from, to_state in moves[goal.pk])]
        assert states[0] == "draft"
        assert states[-1] == goal.state
        assert set(pairwise(states)) <= set(GOAL.pairs())


def test_a_referral_has_come_to_its_state_by_moves_of_the_table(small):
    for referral in Referral.objects.prefetch_related("events"):
        states = [event.to_state for event in sorted(referral.events.all(), key=lambda event: event.pk)]
        assert (states[0], states[-1]) == ("draft", referral.state)
        assert set(pairwise(states)) <= set(REFERRAL.pairs())


def test_what_was_sent_was_disclosed_under_a_consent_of_that_day(small):
    sent = Referral.objects.exclude(consent=None)

    assert sent.filter(Q(consent__given_on__gt=F("sent_on")) | Q(consent__expires_on__lt=F("sent_on"))).count() == 0
    assert sent.count() == Disclosure.objects.count()
    assert set(sent.values_list("consent", flat=True)) == set(Disclosure.objects.values_list("consent", flat=True))


def test_signed_versions_hold_the_paper_and_its_hash(small, alvarez):
    for version in AgreementVersion.objects.all():
        assert paper.is_intact(version)
    asked = paper.content(alvarez, User.objects.get(username="monica"))
    signed = AgreementVersion.objects.filter(agreement__family=alvarez).order_by("pk").last()
    assert set(signed.content) == set(asked)
    assert not paper.differs_from_signed(alvarez, signed)


def test_levels_tend_to_rise(small):
    levels = Counter()
    for answer in Answer.objects.exclude(level=None).select_related("assessment"):
        levels[answer.assessment.occasion, "sum"] += answer.level
        levels[answer.assessment.occasion, "count"] += 1

    mean = {when: levels[when, "sum"] / levels[when, "count"] for when in ("first", "middle", "end")}
    assert 2.5 < mean["first"] < mean["middle"] < mean["end"] < 4.5


def test_a_finished_conversation_has_all_its_questions(small):
    done = Assessment.objects.done().annotate(asked=Count("answers"))

    assert set(done.values_list("asked", flat=True)) == {34}


def test_notes_have_every_visibility_and_are_mostly_written_the_same_day(small):
    late = [note for note in ProgressNote.objects.all() if note.is_late]

    assert set(ProgressNote.objects.values_list("visibility", flat=True)) == {"general", "team", "restricted"}
    assert 0 < len(late) < 500
    assert not ProgressNote.objects.filter(text__contains="{").exists()


def test_nothing_is_said_that_we_never_collect(small):
    never = re.compile(r"social security|\bssn\b|seguro social|immigra|inmigra|citizen|ciudadan|undocumented", re.I)
    texts = [*ProgressNote.objects.values_list("text", flat=True), *Need.objects.values_list("what", flat=True)]

    assert [said for said in texts if never.search(said)] == []


def test_there_is_a_report_of_each_of_the_last_three_months(small):
    wholes = [(program and program.pk, delegate) for program, delegate in every_whole()]
    months = map(str, Month.of(timezone.localdate()).previous().back(3))

    made = ReportRun.objects.filter(name="monthly").values_list("period", "program", "delegate")

    assert Counter(made) == Counter((month, *whole) for month in months for whole in wholes)


# The family with the story


def test_the_story_is_complete_and_over(alvarez):
    closed = alvarez.agreements.get(state="closed")

    assert closed.closed_on < timezone.localdate()
    assert set(closed.goals.values_list("state", flat=True)) == {"achieved"}
    assert closed.versions.count() == 3
    assert set(alvarez.referrals.filter(rerouted_to=None).values_list("state", flat=True)) == {"completed"}
    assert alvarez.referrals.exclude(rerouted_to=None).get().state == "rerouted"
    assert not alvarez.needs.filter(opened_on__lt=closed.closed_on).exclude(closing="met").exists()


def test_this_year_the_story_goes_on(alvarez):
    amaya = alvarez.enrollments.in_force().get()
    goal = alvarez.goals.get(state="active")

    assert (amaya.member.first_name, amaya.program.kind) == ("Amaya", "ehs")
    assert goal.set_on > timezone.localdate() - timedelta(days=60)
    assert alvarez.notes.filter(next_on=timezone.localdate(), next_done_on=None).exists()


def test_days_named_in_the_story_are_days_of_its_own_year(alvarez):
    event = ReferralEvent.objects.get(referral__family=alvarez, to_state="appointment")
    on = event.referral.appointment_on

    assert event.note == f"{on:%A}, {on:%B} {on.day}, at two"
    assert on.weekday() == 4


# My day of those who sign in


@pytest.mark.parametrize("username", ["monica", "denise", "thomas", "jackie", "walter"])
def test_my_day_of_the_demo_logins_answers(small, client, username):
    client.force_login(User.objects.get(username=username))

    assert client.get("/").status_code == 200


def test_the_workers_my_day_has_something_urgent_today_and_past_its_day(small, client):
    client.force_login(User.objects.get(username="monica"))

    sections = [section["id"] for section in client.get("/").context["sections"]]

    assert {"s-today", "s-late", "s-week"} <= set(sections)


def test_every_item_of_the_yearly_report_is_what_a_slow_count_finds(small):
    """On all the demo's rows, for the program with the most families."""
    year = Program.objects.get(code="hs").year_on(timezone.localdate())

    wrong = differences(year, timezone.localdate(), PirForm.objects.get(year="2022-23"))

    assert wrong == []


def test_every_figure_of_the_monthly_report_is_what_a_slow_count_finds(small):
    """On all the demo's rows, for the whole agency."""
    month = Month.of(timezone.localdate()).previous()

    counted, slow = kinds.named("monthly").count(Scope(month)), slow_monthly.of(None, month)

    assert counted.numbers == slow.numbers
    assert counted.families == slow.families


@pytest.mark.parametrize(
    ("population", "rows", "columns"),
    [
        ("families", "zip", "language"), ("children", "age", "program"), ("adults", "worker", "father"),
        ("needs", "category", "month"), ("goals", "outcome", "goal_state"), ("referrals", "referral_state", "time"),
        ("services", "category", "month"), ("contacts", "center", "contact"), ("talks", "month", "occasion"),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_data_is_what_a_slow_count_finds(small, population, rows, columns):
    question = Question.of({"population": population, "rows": rows, "columns": columns})
    scope = Scope(Days.of(timezone.localdate()))

    found = {(row, column): (n, set(of)) for row, column, n, of, _took in answered(question, scope) if n}

    assert found == slow_asking.slowly(question, scope)
    assert len(found) > 4


@pytest.mark.parametrize("name", slow_standing.REPORTS)
def test_every_figure_of_a_standing_report_is_what_a_slow_count_finds(small, name):
    """On all the demo's rows, for the whole agency and twelve months."""
    days = Days.of(timezone.localdate())

    counted, (families, numbers) = kinds.named(name).count(Scope(days)), slow_standing.told(name, days)

    assert {figure: ids for figure, ids in counted.families.items() if ids} == families
    found = {figure: n for figure, n in counted.numbers.items() if n or figure in numbers}
    assert found == pytest.approx(numbers, abs=0.0501)


def test_a_mail_of_the_day_counts_what_my_day_shows_its_person(small, rf):
    clocks = Clocks()
    beside, checked = what.Beside(clocks), 0
    for reader, seen in what.seen_by(who.readers(clocks.on), clocks):
        request = rf.get("/")
        request.user, request.session = User.objects.get(pk=reader.user.pk), {}

        counted = what.of_day(reader, seen, clocks, beside).counts
        page = my_day.page(request)

        shown = dict.fromkeys(counted, 0) | {section["id"][2:]: section["count"] for section in page["sections"]}
        cheer = next((link["count"] for link in page["filters"] if link["url"].endswith("#s-cheer")), 0)
        beside_them = {"cheer": cheer, "drafts": len(page["drafts"]), "supervision": len(page["supervision"])}
        partners = len(partners_due.items(request.user, clocks)) if page["with_partners"] else 0
        assert counted == shown | beside_them | {"partners": partners}
        checked += sum(counted.values()) > 0
    assert checked >= 3


def test_a_team_is_counted_in_one_look_as_its_supervisor_would_count_it(small):
    clocks, denise = Clocks(), User.objects.get(username="denise")
    picture = team.Picture(team.served(who.readers(clocks.on)), clocks)
    hers = Family.objects.visible_to(denise).filter(pk__in=picture.families).values_list("pk", flat=True)
    items = everything_due(hers, denise, clocks)

    week = team.week(denise, picture)

    def families(holds):
        return len({item.family_id for item in items if holds(item)})

    assert week["past"] == families(lambda item: is_overdue(item, clocks.on)) > 0
    assert week["urgent"] == families(lambda item: item.is_urgent) > 0
    assert week["flags"] == families(lambda item: item.kind == team.FLAG) > 0
    assert week["families"] == len(hers)
