"""What some households used each month of two years."""

import math

from .common import chance, write

HOUSEHOLDS = {
    "H01": ("flat", 1, False, True),
    "H02": ("flat", 2, False, True),
    "H03": ("flat", 2, False, False),
    "H04": ("terraced", 3, False, True),
    "H05": ("terraced", 4, True, True),
    "H06": ("terraced", 2, False, True),
    "H07": ("detached", 4, True, True),
    "H08": ("detached", 5, True, False),
    "H09": ("detached", 2, False, True),
    "H10": ("detached", 3, True, True),
    "H11": ("flat", 3, False, True),
}


def readings():
    rng = chance("energy")
    rows = []
    for household, (dwelling, residents, solar, gas) in HOUSEHOLDS.items():
        size = {"flat": 0.7, "terraced": 1, "detached": 1.5}[dwelling] * rng.uniform(0.85, 1.15)
        for place in range(24):
            year, number = 2023 + place // 12, place % 12 + 1
            cold = 0.5 + 0.5 * math.cos((number - 1) / 12 * 2 * math.pi)
            saving = 0.96 if year == 2024 else 1
            power = (90 + 62 * residents) * (1 + 0.25 * cold) * rng.uniform(0.88, 1.12) * saving
            if not gas:
                power += 700 * size * cold
            heat = (60 + 1500 * cold**1.4) * size * rng.uniform(0.85, 1.15) * saving if gas else None
            sun = 420 * (1 - cold) * rng.uniform(0.8, 1.15) + 40 if solar else None
            bill = power * 0.31 + (heat or 0) * 0.105 - (sun or 0) * 0.08
            broken = (household, year, number) in (("H04", 2023, 8), ("H09", 2024, 2))
            rows.append(
                [
                    household,
                    dwelling,
                    residents,
                    f"{year}-{number:02d}",
                    "n/a" if broken else f"{power:.1f}",
                    "n/a" if heat is None else f"{heat:.1f}",
                    "n/a" if sun is None else f"{sun:.1f}",
                    f"{bill:.2f}",
                ]
            )
    write(
        "household_energy.csv",
        ["household", "dwelling", "residents", "month", "electricity_kwh", "gas_kwh", "solar_kwh", "cost_eur"],
        rows,
    )
