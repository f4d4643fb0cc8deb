"""Each room imports only the rooms to its right."""

from importlinter.cli import lint_imports


def test_the_layers_hold(capsys):
    with capsys.disabled():
        assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0
