"""Writes the data files of this folder: `python3 make_files.py`. Every value is invented by seeded chance."""

import sys

sys.dont_write_bytecode = True

from generators import bikes, coffee, leads, office, public, supply
from generators.common import FILES

FILES.mkdir(exist_ok=True)
for generate in (
    supply.deliveries,
    leads.leads,
    office.ads,
    office.drives,
    office.budget,
    office.paypal,
    coffee.sales,
    public.parts,
    public.patients,
    public.homes,
    public.unemployment,
    bikes.thefts,
):
    generate()
