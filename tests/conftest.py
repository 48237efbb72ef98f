"""Settings of all tests: a law is checked on a hundred cases, by `make fuzz` on thousands."""

from hypothesis import HealthCheck, settings

from analysis import paths

paths.KEPT = None  # what a build kept must not answer a test

# no deadline: how long a case takes depends on what else the machine does
settings.register_profile("quick", deadline=None)
settings.register_profile("fuzz", deadline=None, max_examples=3000, suppress_health_check=list(HealthCheck))
settings.load_profile("quick")


def pytest_collection_modifyitems(items):
    """Put the book of all chapters first: it runs longest, and two processes then end together."""
    items.sort(key=lambda item: "whole" not in item.path.parts)
