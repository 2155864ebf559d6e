"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import business, leisure, operations, outdoors, records
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    business.accounts_and_invoices,
    business.deals,
    operations.production,
    leisure.matches,
    leisure.bookings,
    business.campaigns,
    business.prices,
    outdoors.weather,
    records.crashes,
    records.payroll,
    records.kassenbons,
    outdoors.sightings,
):
    generate()
