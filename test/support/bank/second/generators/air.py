"""Air quality readings of a city's stations, day by day through a winter and a spring."""

import math
from datetime import date, timedelta

from .common import chance, write

STATIONS = {
    "Ring Road": ("traffic", 1.45),
    "Old Town": ("urban", 1.0),
    "Harbour": ("industrial", 1.2),
    "Forest Hill": ("background", 0.55),
}


def readings():
    rng = chance("air")
    rows = []
    level = 0.0
    for offset in range(72):
        day = date(2025, 1, 20) + timedelta(days=offset)
        level = 0.7 * level + rng.gauss(0, 0.16)
        quiet = 0.82 if day.weekday() > 4 else 1
        warmth = 2 + offset * 0.14 + rng.gauss(0, 2.5)
        rain = max(0.0, rng.gauss(-0.5, 4))
        for station, (kind, dirt) in STATIONS.items():
            fine = 13 * dirt**0.7 * math.exp(level) * rng.uniform(0.85, 1.15) * (0.75 if rain > 2 else 1)
            coarse = fine * rng.uniform(1.4, 1.9)
            nitrogen = 26 * dirt * quiet * math.exp(level * 0.6) * rng.uniform(0.85, 1.15)
            ozone = max(5.0, 62 - nitrogen * 0.6 + offset * 0.25 + rng.gauss(0, 5))
            down = station == "Harbour" and date(2025, 2, 10) <= day <= date(2025, 2, 13)
            values = [
                "NA" if down or rng.random() < 0.012 else f"{each:.1f}" for each in (coarse, fine, nitrogen, ozone)
            ]
            rows.append([day.strftime("%d/%m/%Y"), station, kind, *values, f"{warmth:.1f}", f"{rain:.1f}"])
    write(
        "air_quality.csv",
        [
            "Date",
            "Station",
            "Type",
            "PM10 (µg/m³)",
            "PM2.5 (µg/m³)",
            "NO2 (µg/m³)",
            "O3 (µg/m³)",
            "Temp (°C)",
            "Rain (mm)",
        ],
        rows,
    )
