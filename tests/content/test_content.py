"""The words we ship: complete, in two languages, plain enough to be read aloud, and in step with the models."""

import json
import re
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from families.models import Assessment, FamilyMember, Need
from goals.models import Goal, GoalStep, GoalSupport, ProgressNote, ReviewDecision
from referrals.models import Referral
from referrals.states import REFERRAL, ReferralState
from workspace.demo.notes import ONLY

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("agency/content", "families/content", "workspace/content/demo")
FILES = sorted(path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).glob("*.json"))
DEMO = "workspace/content/demo"
ITEM_CODES = [
    *(f"WB{n}" for n in range(1, 9)),
    *(f"PC{n}" for n in range(1, 6)),
    *(f"LE{n}" for n in range(1, 6)),
    *(f"FL{n}" for n in range(1, 6)),
    *(f"TR{n}" for n in range(1, 5)),
    *(f"CN{n}" for n in range(1, 5)),
    *(f"AL{n}" for n in range(1, 4)),
]
CLOCK_CODES = {
    "welcome_contact", "assessment_offered", "assessment_done", "agreement_offered", "agreement_answered",
    "check_in", "check_in_latest", "review_january", "review_march", "review_may",
    "referral_urgent_send", "referral_follow_up", "referral_follow_up_urgent", "referral_again", "referral_escalate",
    "partner_reminder", "partner_link", "supervision", "child_welfare_consultation", "flag_answer",
    "urgent_need", "urgent_need_escalate", "enrollment_snapshot", "end_snapshot", "rights_notice",
    "child_support", "consent_expiry", "record_request", "first_review", "snooze_limit",
    "partner_verified", "mou_ends", "mou_submit", "mou_annex_review", "preschool_mou_renewal",
}  # fmt: skip


def content(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def instrument():
    return content("families/content/strengths-conversation.json")


def categories():
    return content("agency/content/service-catalogue.json")


def category_codes():
    return {category["code"] for category in categories()}


def story():
    return content(f"{DEMO}/alvarez.json")


def pairs(node):
    """Every text in two languages inside a file, wherever it stands."""
    if isinstance(node, list):
        for child in node:
            yield from pairs(child)
    elif isinstance(node, dict):
        if any(isinstance(node.get(language), str) for language in ("en", "es")):
            yield node
        else:
            for child in node.values():
                yield from pairs(child)


def strings(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for child in node:
            yield from strings(child)
    elif isinstance(node, dict):
        for child in node.values():
            yield from strings(child)


def spoken(item, language="en"):
    """Everything a parent hears for one question."""
    heard = [item["label"], item["ask"], item["strength_ask"], *item["anchors"].values()]
    return [text[language] for text in heard]


def syllables(word):
    """English syllables, near enough: groups of vowels, without a silent ending."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) > 3:
        word = re.sub(r"(?:[^laeiouy]es|[^dt]ed|[^l]e)$", lambda end: end.group()[0], word)
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def reading_grade(texts):
    """Flesch-Kincaid grade of some sentences, a text without a full stop counting as one."""
    words = [word for text in texts for word in re.findall(r"[A-Za-z’']+", text)]
    sentences = sum(max(1, len(re.findall(r"[.?!](?:\s|$)", text))) for text in texts)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_there_is_content():
    assert len(FILES) >= 14


# Two languages


@pytest.mark.parametrize("path", FILES)
def test_every_text_is_there_in_both_languages_and_the_spanish_is_spanish(path):
    wrong = [
        pair
        for pair in pairs(content(path))
        if set(pair) != {"en", "es"} or not pair["en"].strip() or not pair["es"].strip() or pair["en"] == pair["es"]
    ]

    assert wrong == []


@pytest.mark.parametrize("path", [path for path in FILES if not path.startswith(DEMO)])
def test_we_say_usted_to_a_family(path):
    familiar = re.compile(
        r"\b(tú|tu|tus|ti|contigo|tienes|puedes|quieres|necesitas|eres|estás|vosotros)\b", re.IGNORECASE
    )

    assert [pair["es"] for pair in pairs(content(path)) if familiar.search(pair["es"])] == []


@pytest.mark.parametrize("path", FILES)
def test_nothing_is_left_to_fill_in(path):
    unfinished = re.compile(
        r"\b(TODO|TBD|FIXME|XXX|[Ll]orem|[Ii]psum)\b|\?\?\?|\[\s*\]|<[a-z]+>|[{}]"
    )  # todo is Spanish
    texts = [] if path == f"{DEMO}/notes.json" else strings(content(path))

    assert [text for text in texts if unfinished.search(text)] == []


@pytest.mark.parametrize("path", FILES)
def test_nobody_is_asked_or_remembered_for_what_we_never_collect(path):
    never = re.compile(
        r"social security|\bssn\b|seguro social|immigra|inmigra|citizen|ciudadan|undocumented|indocument", re.IGNORECASE
    )

    assert [text for text in strings(content(path)) if never.search(text)] == []


# The strengths conversation


def test_the_conversation_has_its_thirty_four_questions_in_order():
    items = instrument()["items"]

    assert [item["code"] for item in items] == ITEM_CODES
    assert len(ITEM_CODES) == 34


def test_each_question_has_five_anchors_and_the_outcome_its_code_names():
    outcomes = {outcome["code"]: outcome["number"] for outcome in instrument()["outcomes"]}

    assert list(outcomes.values()) == [1, 2, 3, 4, 5, 6, 7]
    for item in instrument()["items"]:
        assert list(item["anchors"]) == ["1", "2", "3", "4", "5"]
        assert len({anchor["en"] for anchor in item["anchors"].values()}) == 5
        assert item["outcome"] == outcomes[item["code"][:2]]


def test_levels_run_from_the_strength_down():
    assert [level["value"] for level in instrument()["levels"]] == [5, 4, 3, 2, 1]


def test_what_may_not_wait_is_home_food_safety_and_how_adults_feel():
    assert [item["code"] for item in instrument()["items"] if item["urgent"]] == ["WB1", "WB2", "WB6", "WB7"]


def test_questions_that_do_not_concern_every_family_say_so():
    assert {item["code"]: item["for"] for item in instrument()["items"] if item["for"] != "all"} == {
        "PC5": "baby",
        "FL3": "special",
        "TR3": "special",
    }


def test_a_need_from_each_question_has_a_kind_of_help():
    assert {item["category"] for item in instrument()["items"]} <= category_codes()


def test_the_conversation_reads_easily():
    grades = {item["code"]: reading_grade(spoken(item)) for item in instrument()["items"]}

    assert median(grades.values()) <= 6
    assert {code: grade for code, grade in grades.items() if grade > 8} == {}


def test_the_introduction_reads_easily():
    opening = [instrument()["intro"]["en"], *(outcome["ask"]["en"] for outcome in instrument()["outcomes"])]

    assert reading_grade(opening) <= 6


def test_the_reading_grade_knows_hard_from_easy():
    easy = reading_grade(["The cat sat on the mat."])
    hard = reading_grade(
        ["Comprehensive individualized interventions facilitate measurable socioeconomic stabilization."]
    )

    assert easy < 2
    assert hard > 15


# Kinds of help


def test_kinds_of_help_have_codes_of_their_own():
    codes = [category["code"] for category in categories()]

    assert sorted(codes) == sorted(set(codes))


def test_the_catalogue_covers_every_letter_of_the_form():
    letters = {
        form: {c["pir"][form] for c in categories() if c["pir"][form]} for form in ("2018-19", "2021-22", "2022-23")
    }

    assert letters == {
        "2018-19": {f"C.50.{letter}" for letter in "abcdefghijklmnop"},
        "2021-22": {f"C.43.{letter}" for letter in "abcdefghijklmnopq"},
        "2022-23": {f"C.44.{letter}" for letter in "abcdefghijklmnopq"},
    }


def test_the_two_newer_forms_share_their_letters():
    for category in categories():
        newer = category["pir"]["2022-23"]
        assert category["pir"]["2021-22"] == (newer and newer.replace("C.44", "C.43"))


def test_the_catalogue_knows_the_eight_groups_of_partners():
    assert {category["group"] for category in categories()} == {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii"}


def test_headings_of_open_eligibility_are_its_eleven_roots():
    roots = {
        "Emergency",
        "Food",
        "Housing",
        "Goods",
        "Transit",
        "Health",
        "Money",
        "Care",
        "Education",
        "Work",
        "Legal",
    }

    assert {category["open_eligibility"] for category in categories()} - {None} <= roots


# Days that count


def test_every_clock_is_there_once():
    codes = [clock["code"] for clock in content("agency/content/clocks.json")]

    assert len(codes) == len(set(codes))
    assert set(codes) == CLOCK_CODES


@pytest.mark.parametrize("path", ["agency/content/clocks.json", "agency/content/clocks-seasonal.json"])
def test_clocks_count_forward_in_a_unit_we_know(path):
    for clock in content(path):
        assert clock["code"] in CLOCK_CODES
        assert clock["unit"] in {"days", "business_days", "percent"}
        assert clock["days"] >= 0
        assert clock["warn_before"] >= 0
        assert clock["escalate_after"] is None or clock["escalate_after"] >= 0


# The demo agency


def test_there_are_names_enough():
    peoples = content(f"{DEMO}/names.json")

    assert sum(people["share"] for people in peoples) == 100
    assert sum(len(people["female"]) + len(people["male"]) for people in peoples) >= 120
    assert sum(len(people["surnames"]) for people in peoples) >= 160


def test_staff_work_at_centers_that_exist_in_programs_that_exist():
    agency = content(f"{DEMO}/agency.json")
    programs = {program["code"] for program in agency["programs"]}
    centers = {center["code"]: center["program"] for center in agency["centers"]}

    assert set(centers.values()) == programs
    assert {person["center"] for person in agency["staff"]} - {None} <= set(centers)
    assert {person["role"] for person in agency["staff"]} == {
        "worker", "supervisor", "manager", "teammate", "monitor", "administrator",
    }  # fmt: skip


def test_partners_offer_known_kinds_of_help_and_every_number_is_invented():
    partners = content(f"{DEMO}/partners.json")

    assert len({partner["code"] for partner in partners}) == len(partners) >= 30
    for partner in partners:
        assert re.fullmatch(r"\(509\) 555-01\d\d", partner["phone"])
        assert partner["services"]
        for service in partner["services"]:
            assert set(service["categories"]) <= category_codes()


def test_a_confidential_partner_has_no_street():
    hidden = [p["location"]["street"] for p in content(f"{DEMO}/partners.json") if p["location"]["is_confidential"]]

    assert hidden == [""]


def test_note_templates_use_only_the_names_the_loader_fills_in():
    notes = content(f"{DEMO}/notes.json")
    known = {"{adult}", "{child}", "{worker}", "{partner}", "{goal}"}

    assert len(notes["en"]) >= 90
    assert len(notes["es"]) >= 40
    for note in [*notes["en"], *notes["es"]]:
        assert set(re.findall(r"\{[^}]*\}", note["text"])) <= known
        assert note["contact"] in ProgressNote.Contact.values
        assert note["visibility"] in {"general", "team", "restricted"}
        assert note.get("only", "baby") in ONLY


def test_goal_templates_fit_the_goal():
    goals = content(f"{DEMO}/goals.json")

    assert len(goals) >= 40
    assert {goal["outcome"] for goal in goals} == {1, 2, 3, 4, 5, 6, 7}
    for goal in goals:
        assert goal["category"] in category_codes()
        assert goal["item"] in ITEM_CODES
        assert goal["whose"] in Goal.Whose.values
        assert {step["owner"] for step in goal["steps"]} <= set(GoalStep.Owner.values)
        assert {support["kind"] for support in goal["supports"]} <= set(GoalSupport.Kind.values)


def test_every_question_has_needs_to_draw_from():
    needs = content(f"{DEMO}/needs.json")

    assert sorted(needs) == sorted(ITEM_CODES)
    assert min(len(texts) for texts in needs.values()) >= 2
    assert max(len(text) for text in strings(needs)) <= Need._meta.get_field("what").max_length


def test_review_comments_and_partner_answers_speak_the_language_of_the_states():
    comments = content(f"{DEMO}/reviews.json")["comments"]
    referrals = content(f"{DEMO}/referrals.json")

    assert {comment["decision"] for comment in comments} == set(ReviewDecision.Decision.values)
    assert set(referrals["reasons"]) <= category_codes()
    assert {answer["state"] for answer in referrals["partner_answers"]} <= set(ReferralState.values)
    assert {answer["barrier"] for answer in referrals["partner_answers"]} - {None} <= set(Referral.Barrier.values)


def test_celebrations_are_marked_in_a_way_we_know():
    celebrations = content(f"{DEMO}/celebrations.json")

    assert {celebration["wish"] for celebration in celebrations["celebrations"]} == set(celebrations["wishes"])


# One family's year


def test_the_family_answers_every_question_each_time():
    for conversation in story()["assessments"]:
        assert conversation["occasion"] in Assessment.Occasion.values
        assert [answer["item"] for answer in conversation["answers"]] == ITEM_CODES
        for answer in conversation["answers"]:
            assert bool(answer["parent"]) != bool(answer["no_level"])
            assert answer["work_on"] in {"now", "later", "no", ""}


def test_everybody_in_the_story_belongs_to_it():
    family = story()
    members = {member["code"] for member in family["members"]}
    staff = {person["username"] for person in content(f"{DEMO}/agency.json")["staff"]}

    assert {member["relationship"] for member in family["members"]} <= set(FamilyMember.Relationship.values)
    assert {person for note in family["notes"] for person in note["present"]} <= members
    assert {note["by"] for note in family["notes"]} | {person["staff"] for person in family["team"]} <= staff
    assert {quote["by"] for quote in family["quotes"]} <= members


def test_needs_goals_referrals_and_services_hang_together():
    family = story()
    needs = {need["code"]: need for need in family["needs"]}
    goals = {goal["code"] for goal in family["goals"]}
    referrals = {referral["code"]: referral for referral in family["referrals"]}

    assert {need["category"] for need in needs.values()} <= category_codes()
    assert {need for goal in family["goals"] for need in goal["needs"]} <= set(needs)
    assert {touch["goal"] for note in family["notes"] for touch in note["goals"]} <= goals
    assert {decision["goal"] for review in family["reviews"] for decision in review["decisions"]} <= goals
    for referral in referrals.values():
        assert referral["need"] in needs
        assert referral["goal"] in goals
    for service in family["services_received"]:
        assert service["category"] in category_codes()
        assert (service["source"] == "referral") == (service["referral"] in referrals)


def test_referrals_of_the_story_go_to_services_in_the_directory():
    directory = {p["code"]: {s["code"] for s in p["services"]} for p in content(f"{DEMO}/partners.json")}

    assert [r["code"] for r in story()["referrals"] if r["service"] not in directory[r["partner"]]] == []


def test_referrals_of_the_story_move_only_where_a_referral_may_move():
    allowed = set(REFERRAL.pairs())
    for referral in story()["referrals"]:
        states = ["draft", *(event["to"] for event in referral["events"])]

        assert [move for move in pairwise(states) if move not in allowed] == []


def test_nothing_leaves_in_the_story_without_a_consent_in_force():
    consents = {consent["code"]: consent for consent in story()["consents"]}
    for referral in story()["referrals"]:
        consent = consents[referral["consent"]]

        assert consent["partner"] == referral["partner"]
        assert consent["on"] <= referral["made"] <= consent["until"]


def test_the_story_is_told_in_order():
    family = story()

    for dated in (family["notes"], family["quotes"], family["services_received"], family["reviews"]):
        days = [entry["on"] for entry in dated]
        assert days == sorted(days)
    for referral in family["referrals"]:
        days = [event["on"] for event in referral["events"]]
        assert days == sorted(days)
    for goal in family["goals"]:
        assert {step["owner"] for step in goal["steps"]} <= set(GoalStep.Owner.values)
        assert all(step["done"] <= goal["state_history"][-1]["on"] for step in goal["steps"])
