import pytest

from monitor.dashboard.look.theme import THEMES, Theme, contrast


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_text_keeps_a_contrast_of_four_and_a_half(theme: Theme) -> None:
    weakest = min(theme.text_pairs(), key=lambda pair: contrast(*pair))
    assert contrast(*weakest) >= 4.5, weakest


def test_contrast_has_the_values_of_its_definition() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_style_sheet_has_no_name_left_unfilled(theme: Theme) -> None:
    assert "$" not in theme.style_sheet()
