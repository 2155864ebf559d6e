"""Writes the data files of the second folder: `python3 make_files.py`."""

import sys

sys.dont_write_bytecode = True

from generators import air, clinic, energy, exams, gym, haushalt, library, shop, taxi, tickets, tips, web
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    shop.orders_and_returns,
    taxi.trips,
    haushalt.budget,
    gym.members,
    tips.bills,
    web.traffic,
    energy.readings,
    tickets.tickets,
    library.loans,
    clinic.appointments,
    air.readings,
):
    generate()
for year in (2023, 2024):
    exams.results(year)
