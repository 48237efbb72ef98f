"""The folder analysis/ of this clone under the name that the package has where it is installed."""

from pathlib import Path

__path__ = [str(Path(__file__).resolve().parents[2] / "analysis")]
