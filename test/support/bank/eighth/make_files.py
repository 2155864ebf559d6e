"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import business, food, games, german, health, world
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    health.insurance,
    health.salaries,
    food.avocado,
    food.cacao,
    games.pokemon,
    world.emissions,
    business.houses,
    games.players,
    business.layoffs,
    world.storms,
    german.charging,
    german.population,
):
    generate()
