"""What must be of one family: the ends of a relation, a child and its second home. The database looks at the end of a
transaction, so that a split or a merge can move people and what ties them in any order."""

import pgtrigger

RELATION = """
IF EXISTS (
    SELECT FROM families_relation relation
    JOIN families_familymember adult ON adult.id = relation.adult_id
    JOIN families_familymember child ON child.id = relation.child_id
    WHERE NEW.id IN ({keys})
      AND (adult.family_id <> child.family_id OR adult.role = 'child' OR child.role <> 'child')
) THEN
    RAISE EXCEPTION 'A relation joins an adult and a child of one family'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'relation_within_one_family';
END IF;
"""
SECOND_HOME = """
IF EXISTS (
    SELECT FROM families_secondhome second
    JOIN families_familymember member ON member.id = second.member_id
    JOIN families_household home ON home.id = second.household_id
    WHERE NEW.id IN ({keys}) AND member.family_id <> home.family_id
) THEN
    RAISE EXCEPTION 'A second home is a home of the same family'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'second_home_within_one_family';
END IF;
"""


def _at_the_end(operation, *checks):
    return pgtrigger.Trigger(
        name="of_one_family",
        operation=operation,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        func="".join([*checks, "RETURN NULL;"]),
    )


def relation_of_one_family():
    """For `Relation`."""
    return _at_the_end(pgtrigger.Insert | pgtrigger.Update, RELATION.format(keys="relation.id"))


def second_home_of_one_family():
    """For `SecondHome`."""
    return _at_the_end(pgtrigger.Insert | pgtrigger.Update, SECOND_HOME.format(keys="second.id"))


def member_stays_with_theirs():
    """For `FamilyMember`: whoever moves to another family takes along, or gives up, what ties them."""
    checks = RELATION.format(keys="adult.id, child.id"), SECOND_HOME.format(keys="member.id")
    return _at_the_end(pgtrigger.UpdateOf("family_id", "role"), *checks)
