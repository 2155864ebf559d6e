"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import german, money, operations, travel
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    travel.loyalty,
    travel.port_calls,
    operations.turbines,
    operations.calls,
    operations.laboratory,
    money.claims,
    money.lots,
    money.permits,
    money.episodes,
    german.gifts,
    german.absences,
    german.harvest,
):
    generate()
