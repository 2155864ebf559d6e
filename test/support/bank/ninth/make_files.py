"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import charging, clinic, crm, developers, office, staff, town, web, world
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    staff.employees,
    crm.contacts,
    web.keywords,
    office.bestellungen,
    office.spending,
    office.warehouse,
    clinic.appointments,
    developers.developers,
    charging.ladesaeulen,
    town.inspections,
    world.crops,
    world.homes,
):
    generate()
