"""Ways to pick that a thumb can hit. `{{ form|crispy }}` draws each by its `look` (templates/bootstrap5/layout/)."""

from django import forms


class WithIcons:
    """Choices that may carry an icon beside their word: `Pills(icons={"restricted": "lock"})`."""

    look = "pills"

    def __init__(self, *args, icons=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.icons = icons or {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"icon": self.icons.get(str(value), "")}


class Pills(WithIcons, forms.RadioSelect):
    """One of up to six short choices."""


class PillsMany(WithIcons, forms.CheckboxSelectMultiple):
    """Any of up to six short choices."""


class Scale(forms.RadioSelect):
    """The five levels of an assessment, or a partner's answer: a sentence each, its anchor in smaller words below."""

    look = "scale"

    def __init__(self, *args, anchors=None, bars=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.anchors = anchors or {}
        self.bars = bars

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        level = int(str(value)) if self.bars and str(value).isdigit() else None
        return option | {"anchor": self.anchors.get(str(value), ""), "level": level}


class Day(forms.DateInput):
    """A day, picked from the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")
