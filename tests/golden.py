"""The registers of the texts as files to be read in a diff; `make golden` writes them anew."""

from pathlib import Path

from analysis.accession import golden_registers
from analysis.texts.corpus import read_corpus

FOLDER = Path(__file__).parent / "golden"


def texts() -> dict[str, str]:
    """Return each register of the corpus as CSV, a row a line."""
    return golden_registers(read_corpus())


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / f"{name}.csv").write_text(text, encoding="utf-8")
