"""Computes every expected answer of this folder from its files and writes questions.json: `python3 answers.py`."""

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent))

from sealed import write

MODULES = [
    "loyalty",
    "port",
    "turbines",
    "calls",
    "laboratory",
    "claims",
    "auction",
    "permits",
    "podcasts",
    "gifts",
    "absences",
    "harvest",
]

if __name__ == "__main__":
    write(FOLDER, MODULES, size=(21, 3))
