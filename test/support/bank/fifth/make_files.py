"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import commerce, music, science, society, town
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    science.iris,
    science.mtcars,
    science.earthquakes,
    science.happiness,
    town.requests,
    music.tracks,
    society.students,
    commerce.supermarket,
    commerce.northwind,
    town.crimes,
    society.labour,
    commerce.kassenbuch,
):
    generate()
