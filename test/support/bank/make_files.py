"""Writes the data files of the bank: `python3 make_files.py`.

Every value is invented by seeded chance; the same files come out each time.
"""

import sys

sys.dont_write_bytecode = True

from generators import money, nature, society, trade, travel, work
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    travel.flights,
    travel.passengers,
    nature.penguins,
    nature.births,
    nature.covid,
    nature.sensors,
    trade.orders_and_customers,
    trade.stock,
    money.rechnungen,
    money.transactions,
    society.movies,
    society.medals,
    society.election,
    society.survey,
    society.cars,
    work.employees,
    work.subscriptions,
):
    generate()
for year in (2023, 2024):
    work.hospital(year)
