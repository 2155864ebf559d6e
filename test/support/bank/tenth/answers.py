"""Computes every expected answer of this folder from its files and writes questions.json: `python3 answers.py`."""

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent))

from sealed import write

MODULES = [
    "supply",
    "leads",
    "ads",
    "drives",
    "budget",
    "paypal",
    "coffee",
    "parts",
    "patients",
    "homes",
    "unemployment",
    "bikes",
]

if __name__ == "__main__":
    write(FOLDER, MODULES)
