"""Several forms sent at once, whose errors are read together (components/_errors.html)."""


class Together:
    def __init__(self, forms):
        self.forms = [form for form in forms if form is not None]

    def __iter__(self):
        return iter(self.forms)

    def is_valid(self):
        """Ask every form, so that all errors show at once."""
        answers = [form.is_valid() for form in self.forms]
        return all(answers)

    def non_form_errors(self):
        return []
