"""Weather of cities."""

import math
from datetime import date, timedelta

from .common import chance, padded, weighted, write


def weather():
    rng = chance("weather")
    cities = {"Bergen": (18.0, 0.62, 7.4, 19), "Lyon": (28.6, 0.24, 4.6, 12), "Porto": (25.1, 0.13, 3.1, 21)}
    rows = []
    for offset in range(92):
        day = date(2024, 6, 1) + timedelta(days=offset)
        wave = 2.6 * math.sin((offset - 18) / 92 * math.pi) + 2.1 * math.sin(offset / 6.5)
        for city, (warm, wet, rain, wind) in cities.items():
            rains = rng.random() < wet
            top = warm + wave + rng.gauss(0, 1.7) - (1.8 if rains else 0)
            low = top - rng.uniform(4, 8 if rains else 13)
            amount = round(rng.expovariate(1 / rain) + 0.2, 1) if rains else 0.0
            sun = rng.uniform(0, 5.5) if rains else rng.uniform(5, 14.5)
            condition = (
                ("Thunderstorm" if amount > 8 and top > 23 else "Rain")
                if rains
                else "Sunny"
                if sun > 10
                else weighted(rng, {"Partly cloudy": 5, "Cloudy": 3, "Fog": 1})
            )
            rows.append(
                [
                    day.isoformat(),
                    padded(rng, city, 0.02),
                    f"{top:.1f}",
                    "NA" if rng.random() < 0.02 else f"{low:.1f}",
                    "NA" if rng.random() < 0.02 else f"{amount:.1f}",
                    round(wind * rng.lognormvariate(0, 0.35)),
                    f"{sun:.1f}",
                    condition,
                ]
            )
    write(
        "weather.csv",
        [
            "date",
            "city",
            "temp_max_c",
            "temp_min_c",
            "precipitation_mm",
            "wind_kmh",
            "sunshine_hours",
            "condition",
        ],
        rows,
    )
