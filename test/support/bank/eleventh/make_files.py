"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import german, people, sales, statistics_offices
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    sales.order_lines,
    sales.opportunities,
    sales.payments,
    people.traffic,
    people.stays,
    people.pulse,
    people.schools,
    statistics_offices.waste,
    statistics_offices.economies,
    german.league,
    german.meters,
    german.stock,
):
    generate()
