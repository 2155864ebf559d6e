"""Production of a factory."""

from datetime import date, timedelta

from .common import chance, padded, weighted, write


def production():
    rng = chance("production")
    products = {"Line 1": ["Valve A", "Valve B"], "Line 2": ["Valve B", "Pump C"], "Line 3": ["Pump C", "Filter D"]}
    rate = {"Line 1": 0.013, "Line 2": 0.027, "Line 3": 0.019}
    speed = {"Line 1": 520, "Line 2": 455, "Line 3": 610}
    rows = []
    for offset in range(33):
        day = date(2024, 3, 4) + timedelta(days=offset)
        if day.weekday() == 6:
            continue
        for line in products:
            product = rng.choice(products[line])
            for shift in ("Early", "Late", "Night"):
                if day.weekday() == 5 and shift == "Night":
                    continue
                down = weighted(rng, {0: 45, 1: 55}) * round(rng.expovariate(1 / 34) + 4)
                units = round(
                    speed[line] * (1 - down / 480) * rng.uniform(0.93, 1.05) * (0.94 if shift == "Night" else 1)
                )
                share = rate[line] * (1.45 if shift == "Night" else 1) * rng.lognormvariate(0, 0.45)
                if (day, line) == (date(2024, 3, 20), "Line 2"):
                    share *= 3.4
                defects = round(units * share)
                cause = (
                    "" if down == 0 else weighted(rng, {"Changeover": 4, "Jam": 3, "Maintenance": 2, "No material": 2})
                )
                rows.append(
                    [
                        day.isoformat(),
                        padded(rng, line, 0.02),
                        shift,
                        product,
                        units,
                        "n/a" if rng.random() < 0.015 else defects,
                        down,
                        cause,
                        rng.choice(["K. Osei", "L. Brandt", "M. Silva", "R. Toth"]),
                    ]
                )
    write(
        "production.csv",
        [
            "date",
            "line",
            "shift",
            "product",
            "units_produced",
            "defects",
            "downtime_min",
            "downtime_reason",
            "supervisor",
        ],
        rows,
    )
