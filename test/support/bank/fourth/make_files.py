"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import persons, places, trade, works
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    persons.titanic,
    works.diamonds,
    places.gapminder,
    works.netflix,
    places.listings,
    persons.attrition,
    persons.churn,
    trade.online_retail,
    trade.bikes,
    places.world_bank,
    works.vgsales,
    places.kfz,
):
    generate()
