"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import german, health, leisure, market, sport, surveys
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    sport.results,
    surveys.wine,
    surveys.bank,
    surveys.housing,
    leisure.citibike,
    leisure.bestsellers,
    market.walmart,
    market.play_store,
    market.companies,
    german.mitglieder,
    german.smard,
    health.life,
):
    generate()
