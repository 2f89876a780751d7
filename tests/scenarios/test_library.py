import pytest

from scenarios import ScenarioNotFoundError, library, load_text


def test_every_source_loads_to_the_version_of_its_slug():
    versions = library.all()

    loaded = [load_text(source.text, file=f"{source.slug}.yaml") for source in library.sources()]

    assert loaded == list(versions)
    assert [version.slug for version in versions] == sorted(version.slug for version in versions)


def test_get_returns_a_version_by_its_slug():
    for version in library.all():
        assert library.get(version.slug) is version


def test_unknown_slug_is_refused_with_a_suggestion():
    slug = library.all()[0].slug

    with pytest.raises(ScenarioNotFoundError, match=f"did you mean '{slug}'"):
        library.get(slug[:-1])
    with pytest.raises(ScenarioNotFoundError, match="no scenario 'zzz'"):
        library.get("zzz")


def test_exactly_one_scenario_is_guided_and_its_lessons_teach_the_four_scores():
    (guided,) = [version for version in library.all() if version.guided]

    taught = {beat.lesson.score for beat in guided.beats if beat.lesson is not None}

    assert taught == {"speed", "empathy", "ownership", "defensiveness"}
