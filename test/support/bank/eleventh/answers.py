"""Computes every expected answer of this folder from its files and writes questions.json: `python3 answers.py`."""

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent))

from sealed import write

MODULES = [
    "order_lines",
    "opportunities",
    "payments",
    "traffic",
    "stays",
    "pulse",
    "schools",
    "waste",
    "economies",
    "league",
    "meters",
    "stock_by_month",
]

if __name__ == "__main__":
    write(FOLDER, MODULES, size=(21, 3))
