"""The family whose whole year is told, from a closed building site to their own keys, and what they are at today."""

from workspace.demo import situations
from workspace.demo.alvarez import agreed, happened, hard, helped, people, this_year
from workspace.demo.alvarez.story import Story
from workspace.demo.texts import read


def own_notes():
    """How many notes the story brings."""
    return len(read("alvarez")["notes"]) + len(this_year.NOTES)


def tell(ground, tables):
    """Write the whole of it."""
    story = Story(ground, tables)
    people.add_people(story)
    people.add_places(story)
    situations.tell(story)
    people.add_team(story)
    hard.add_snapshots(story)
    hard.add_talks(story)
    hard.add_needs(story)
    agreement = agreed.add_agreement(story)
    for told in story.told["goals"]:
        agreed.add_goal(story, told, agreement)
    agreed.add_versions(story, agreement)
    happened.add_notes(story)
    helped.add_consents_and_referrals(story)
    helped.add_help_received(story)
    happened.add_reviews(story)
    happened.add_celebrations(story)
    this_year.tell(story)
