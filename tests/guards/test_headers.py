"""The content policy stands on every page, and no page needs it broken: nothing inline, nothing foreign."""

import re

import pytest

from tests.guards.pages import read

LOADS = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "form": "action",
    "use": "href",
    "source": "src",
}
FOREIGN = re.compile(r"^(?:[a-z]+:)?//|^(?!data:)[a-z]+:", re.IGNORECASE)


@pytest.fixture(scope="module")
def tags(walked):
    _graph, result = walked
    return [(page, tag, attrs) for page in result if page.is_html for tag, attrs in read(page.text).tags]


def test_every_answer_carries_the_policy(walked):
    _graph, result = walked

    bare = [str(page) for page in result if page.status < 500 and "Content-Security-Policy" not in page.headers]

    assert bare == []


def test_no_browser_and_no_proxy_keeps_what_somebody_signed_in_has_seen(walked):
    _graph, result = walked
    kept = {
        page.name
        for page in result
        if page.role != "nobody" and page.status == 200 and "no-store" not in page.headers.get("Cache-Control", "")
    }

    assert kept == set()


def test_the_policy_allows_our_own_host_and_nothing_inline(settings):
    said = str(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])

    assert [word for word in ("unsafe-inline", "unsafe-eval", "http:", "https:", "*") if word in said] == []


def test_no_page_has_a_style_or_a_script_inside(tags):
    inline = {
        f"{page.name}: <{tag}>"
        for page, tag, attrs in tags
        if tag == "style"
        or (tag == "script" and not attrs.get("src") and attrs.get("type") != "application/json")
        or "style" in attrs
        or any(name.startswith("on") for name in attrs)
    }

    assert inline == set()


def test_no_page_loads_anything_from_elsewhere(tags):
    foreign = {
        f"{page.name}: {attrs[LOADS[tag]]}"
        for page, tag, attrs in tags
        if tag in LOADS and FOREIGN.match(attrs.get(LOADS[tag]) or "")
    }

    assert foreign == set()


def test_every_page_says_its_language_and_has_one_title(tags):
    languages = {(page.name, attrs.get("lang")) for page, tag, attrs in tags if tag == "html"}

    assert {name for name, language in languages if not language} == set()


def test_every_page_has_one_first_heading(walked):
    _graph, result = walked
    count = {
        str(page): sum(tag == "h1" for tag, _attrs in read(page.text).tags)
        for page in result
        if page.is_html and "<html" in page.text
    }

    assert {page: number for page, number in count.items() if number != 1} == {}


def test_every_form_that_changes_something_carries_its_token(walked):
    _graph, result = walked
    bare = {
        page.name
        for page in result
        if page.is_html
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", page.text, re.DOTALL | re.IGNORECASE)
        if "csrfmiddlewaretoken" not in form
    }

    assert bare == set()
