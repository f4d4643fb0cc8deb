"""Several forms sent at once, whose errors are read together (components/_errors.html)."""


class Together:
    """A list of forms, without those that are None; it is asked as one."""

    def __init__(self, forms):
        self.forms = [form for form in forms if form is not None]

    def is_valid(self):
        """Ask every form, so that all errors show at once."""
        answers = [form.is_valid() for form in self.forms]
        return all(answers)

    def non_form_errors(self):
        """Where a formset would keep its own; there are none."""
        return []
