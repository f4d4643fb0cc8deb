"""Tables taken along as files: what is in them, what stays, who may, and what is written down about it."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from agency import spreadsheets
from agency.access import Role
from agency.models import AccessEvent, AuditEvent, WorkRun
from reports.exports import dictionary, tables
from reports.exports.actions import NoLonger
from reports.exports.tasks import make_export, throw_away_old_exports
from reports.models import Export
from tests.agency.factories import CategoryFactory, CenterFactory, RoleGrantFactory, UserFactory
from tests.families.factories import (
    AnswerFactory,
    AssessmentFactory,
    ContactPointFactory,
    EnrollmentFactory,
    FamilyConsentFactory,
    FamilyFactory,
    HouseholdFactory,
    ItemFactory,
    MemberFactory,
    NeedFactory,
    ServiceReceivedFactory,
    SnapshotFactory,
)
from tests.goals.factories import GoalFactory, NoteFactory
from tests.referrals.factories import ReferralFactory
from tests.reports.exporting import asked, made, table


@pytest.fixture
def rich(family, worker):
    """`family` with a row in every table, and beside each a restricted one."""
    restricted = CategoryFactory(is_restricted=True)
    for more in ({}, {"category": restricted}):
        need = NeedFactory(family=family, **more)
        ServiceReceivedFactory(family=family, **more)
        ReferralFactory(family=family, need=need)
        GoalFactory(family=family).needs.add(need)
    NoteFactory(family=family, text="We read together", written_by=worker)
    NoteFactory(family=family, text="Hush", visibility="restricted", written_by=worker)
    talk = AssessmentFactory(family=family, done_on=timezone.localdate())
    AnswerFactory(assessment=talk, item=ItemFactory(version=talk.version, code="ok"), level=4)
    AnswerFactory(assessment=talk, item=ItemFactory(version=talk.version, code="no", category=restricted), level=1)
    SnapshotFactory(family=family)
    return family


def test_every_table_holds_the_familys_rows_and_no_restricted_one(rich, manager):
    found = {code: len(table(made(by=manager, what=code))) for code in tables.every()}

    assert found == {
        "families": 1, "members": 2, "enrollments": 1, "assessments": 1, "answers": 1, "needs": 1, "goals": 1,
        "notes": 1, "referrals": 1, "services": 1, "snapshots": 1, "outcomes": 1,
    }  # fmt: skip


@pytest.mark.parametrize("what", tables.every())
def test_the_three_files_say_the_same(rich, manager, what):
    csv_rows, xlsx_rows, parquet_rows = (
        table(made(by=manager, what=what, file_type=kind)) for kind in ("csv", "xlsx", "parquet")
    )

    assert [list(rows[0]) for rows in (csv_rows, xlsx_rows, parquet_rows)] == [list(csv_rows[0])] * 3
    said = [[_plain(cell) for cell in row.values()] for row in csv_rows]
    assert [[_plain(cell) for cell in row.values()] for row in parquet_rows] == said
    assert [[_plain(cell) for cell in row.values()] for row in xlsx_rows] == said


def _plain(cell):
    """A cell as a text, however its file writes it; of a moment its day."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell)
    return text[:10] if len(text) > 18 and text[4] == text[7] == "-" else text


def test_how_to_reach_somebody_is_left_out_when_it_must_be(manager, family):
    home = HouseholdFactory(family=family, address_1="1 Fir Street", postal_code="98101")
    hidden = HouseholdFactory(family=family, address_1="Secret Lane", is_hidden=True)
    people = {
        "plain": {"household": home},
        "hidden": {"household": hidden},
        "never": {"household": home, "do_not_contact": True},
        "no_calls": {"household": home, "may_call": False},
        "no_mail": {"household": home},
    }
    for name, facts in people.items():
        person = MemberFactory(family=family, first_name=name, **facts)
        ContactPointFactory(member=person, value="555-0100")
        ContactPointFactory(member=person, kind="email", value=f"{name}@example.org")
        if name == "no_mail":
            FamilyConsentFactory(family=family, given_by=person, kind="email", agreed=False)

    rows = {row["first_name"]: row for row in table(made(by=manager, what="members"))}

    assert {name: (rows[name]["street"], rows[name]["phone"], rows[name]["email"]) for name in people} == {
        "plain": ("1 Fir Street", "555-0100", "plain@example.org"),
        "hidden": ("", "555-0100", "hidden@example.org"),
        "never": ("", "", ""),
        "no_calls": ("1 Fir Street", "", "no_calls@example.org"),
        "no_mail": ("1 Fir Street", "555-0100", ""),
    }


def test_the_words_of_notes_only_with_a_reason(rich, manager):
    plain = made(by=manager, what="notes")
    words = made(by=manager, what="notes", with_words=True, why_words="A study of visits")

    assert ["text" in table(export)[0] for export in (plain, words)] == [False, True]
    assert [row["text"] for row in table(words)] == ["We read together"]


def test_a_text_no_spreadsheet_runs(manager, family):
    NeedFactory(family=family, what='=HYPERLINK("http://evil.example")')

    csv_row, xlsx_row = (table(made(by=manager, what="needs", file_type=kind))[0] for kind in ("csv", "xlsx"))

    assert (csv_row["what"], xlsx_row["what"]) == (
        '\'=HYPERLINK("http://evil.example")', '=HYPERLINK("http://evil.example")',
    )  # fmt: skip
    assert all(spreadsheets.harmless(f"{sign}x") == f"'{sign}x" for sign in "=+-@\t\r")


def test_only_families_of_ones_own_programs(manager, family):
    elsewhere = CenterFactory()
    child = MemberFactory(family=FamilyFactory(center=elsewhere), role="child")
    EnrollmentFactory(family=child.family, member=child, center=elsewhere, program=elsewhere.program)
    theirs = UserFactory(role=Role.MANAGER, program=elsewhere.program)

    found = [
        [row["family_id"] for row in table(made(by=by, where=where))]
        for by, where in ((manager, "agency"), (theirs, str(elsewhere.program.pk)))
    ]

    assert found == [[str(family.pk), str(child.family.pk)], [str(child.family.pk)]]


def test_who_may_no_longer_export_gets_no_file(family, manager):
    export = asked(by=manager)
    manager.role_grants.all().delete()

    with pytest.raises(NoLonger):
        make_export(export.pk)

    export.refresh_from_db()
    assert (export.path, WorkRun.objects.get(pk=export.run_id).state) == ("", "failed")


def test_asking_fetching_and_the_record_of_it(signed_in, manager, family, at_once):
    client = signed_in(manager)
    days = {"period_first": timezone.localdate() - timedelta(days=30), "period_last": timezone.localdate()}
    with at_once():
        client.post(
            reverse("reports:exports"),
            {"what": "families", "where": "agency", "file_type": "csv", "purpose": "For the board", **days},
        )
    export = Export.objects.get()
    page = client.get(export.get_absolute_url())
    answer = client.get(reverse("reports:export-file", args=[export.pk]))

    assert (page.status_code, export.row_count, export.family_count) == (200, 1, 1)
    assert b"".join(answer.streaming_content).decode("utf-8-sig").startswith("family_id,family_name,center,")
    events = AuditEvent.objects.filter(event__startswith="export_").order_by("pk").values_list("event", flat=True)
    assert list(events) == ["export_asked", "export_made", "export_fetched"]
    facts = AuditEvent.objects.get(event="export_made").facts
    assert [facts[name] for name in ("families", "identifies", "family_ids")] == [1, True, [family.pk]]
    seen = AccessEvent.objects.get(page="reports:export")
    assert (seen.by, seen.family_ids, seen.reason) == (manager, [family.pk], "For the board")


def test_what_was_said_wrongly_is_said_kindly_and_kept(signed_in, manager, family):
    today = timezone.localdate()
    answer = signed_in(manager).post(
        reverse("reports:exports"),
        {"what": "families", "where": "agency", "file_type": "csv", "purpose": "Board & council",
         "period_first": today, "period_last": today - timedelta(days=1), "with_words": "on"},
    )  # fmt: skip

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["period", "with_words", "why_words"]
    assert "Board &amp; council" in answer.content.decode()
    assert Export.objects.count() == 0


def test_a_file_is_only_for_who_asked(client, manager, supervisor, worker, family):
    export = made(by=manager)
    people = [
        manager,
        UserFactory(role=Role.MANAGER),
        supervisor,
        worker,
        RoleGrantFactory(role=Role.MONITOR, ends_on="2999-01-01").user,
    ]

    answers = []
    for person in people:
        client.force_login(person)
        answers.append(client.get(reverse("reports:export-file", args=[export.pk])).status_code)

    assert answers == [200, 404, 403, 403, 403]


def test_after_three_days_the_file_is_gone_and_the_row_stays(signed_in, manager, family):
    export = made(by=manager)
    Export.objects.filter(pk=export.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    too_late = signed_in(manager).get(reverse("reports:export-file", args=[export.pk])).status_code

    throw_away_old_exports()

    assert (too_late, default_storage.exists(export.path)) == (404, False)
    assert list(Export.objects.values_list("path", "row_count", "purpose")) == [("", 1, "For the board")]


def test_what_was_asked_stands(manager, family):
    export = asked(by=manager)

    for change in (lambda: Export.objects.update(purpose="Another"), lambda: export.delete()):
        with pytest.raises(InternalError), transaction.atomic():
            change()


def test_made_twice_there_is_one_file(manager, family):
    export = made(by=manager)
    make_export(export.pk)

    assert Export.objects.get().path == export.path


def test_what_a_killed_worker_left_goes_at_the_next_attempt_and_at_night(manager, family, monkeypatch, tmp_path):
    monkeypatch.setattr("reports.exports.keeping.gettempdir", lambda: str(tmp_path))
    begun = asked(by=manager)
    half, others = _left_behind(tmp_path, begun), _left_behind(tmp_path, asked(by=manager))
    default_storage.save(f"exports/{begun.pk}/whole.csv", ContentFile(b"Elena"))
    forgotten = default_storage.save("exports/9999999999/whole.csv", ContentFile(b"Elena"))

    make_export(begun.pk)
    after_the_attempt = [half.exists(), others.exists(), default_storage.exists(forgotten)]
    os.utime(others, (0, 0))
    throw_away_old_exports()

    begun.refresh_from_db()
    assert after_the_attempt == [False, True, True]
    assert [others.exists(), default_storage.exists(forgotten)] == [False, False]
    assert default_storage.listdir(f"exports/{begun.pk}") == ([], [Path(begun.path).name])


def _left_behind(folder, export):
    half = Path(folder, f"family-export-{export.pk}-{export.run.started_at:%Y%m%d%H%M%S%f}-x1")
    half.mkdir()
    (half / "file").write_text("Elena")
    return half


def test_a_file_that_is_long_not_ready_says_what_to_do(signed_in, manager, family):
    export = asked(by=manager)
    WorkRun.objects.update(started_at=timezone.now() - timedelta(hours=1))

    pages = [
        signed_in(manager).get(address).content.decode()
        for address in (export.get_absolute_url(), reverse("agency:run", args=[export.run_id]))
    ]

    assert ["you may also ask for it anew" in page for page in pages] == [True, True]


def test_the_page_leads_to_the_tables_of_other_pages(signed_in, manager):
    page = signed_in(manager).get(reverse("reports:exports")).content.decode()

    assert [f'href="{reverse(name)}"' in page for name in ("partners:export", "referrals:list")] == [True, True]


def test_the_list_of_exports_asks_as_much_for_three_as_for_one(
    signed_in, manager, family, django_assert_max_num_queries
):
    client = signed_in(manager)
    counts = []
    for _more in range(2):
        made(by=manager)
        with django_assert_max_num_queries(30) as asked_for:
            client.get(reverse("reports:exports"))
        counts.append(len(asked_for))
        made(by=manager)

    assert counts[0] == counts[1]


def test_the_data_dictionary_is_current():
    assert Path(settings.BASE_DIR, "docs/data-dictionary.md").read_text(encoding="utf-8") == dictionary.written()
