"""What the database itself refuses, whoever writes: rules that look into another table."""

import pgtrigger


def restricted_is_named():
    """Nothing leaves about a restricted kind of need (violence, substance use) unless the consent names that kind."""
    return pgtrigger.Trigger(
        name="restricted_is_named",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        func=(
            "IF NEW.disclosure_id IS NOT NULL AND NEW.consent_id IS NOT NULL "
            "AND (TG_OP = 'INSERT' OR NEW.disclosure_id IS DISTINCT FROM OLD.disclosure_id) "
            "AND EXISTS (SELECT 1 FROM families_need n "
            "JOIN agency_servicecategory k ON k.id = n.category_id "
            "JOIN referrals_consent c ON c.id = NEW.consent_id "
            "WHERE n.id = NEW.need_id AND k.is_restricted AND NOT (k.code = ANY (c.restricted))) THEN "
            "RAISE EXCEPTION 'the consent does not name this restricted kind of need'; END IF; RETURN NEW;"
        ),
    )


def no_school_after_a_no():
    """A school gets nothing about a child while a parent's no stands."""
    return pgtrigger.Trigger(
        name="no_school_after_a_no",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        func=(
            "IF NEW.ground = 'b_school' AND EXISTS (SELECT 1 FROM referrals_schoolrefusal r "
            "WHERE r.child_id = NEW.child_id AND r.refused_on <= NEW.left_on "
            "AND (r.taken_back_on IS NULL OR r.taken_back_on > NEW.left_on)) THEN "
            "RAISE EXCEPTION 'a parent has said no to the school'; END IF; RETURN NEW;"
        ),
    )
