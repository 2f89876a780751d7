"""What every room's tests share: Hypothesis profiles, and nothing else."""

from hypothesis import HealthCheck, settings

# Eight rooms and CI share two cores: a deadline would measure the neighbours, not the code.
settings.register_profile(
    "poise", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("poise")
