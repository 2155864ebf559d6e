"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import measured, records, shop, web, work
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    shop.adventure_works,
    web.payments,
    web.queries,
    work.issues,
    shop.orders,
    work.bank_statement,
    records.time_report,
    records.stock,
    records.admissions,
    records.marks,
    measured.mice,
    measured.energy,
):
    generate()
