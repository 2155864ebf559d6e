"""Weather of cities, and sightings of animals."""

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


def sightings():
    rng = chance("sightings")
    species = [
        ("Red Fox", "Vulpes vulpes", "Mammal", 13, 1),
        ("Roe Deer", "Capreolus capreolus", "Mammal", 17, 4),
        ("Badger", "Meles meles", "Mammal", 5, 2),
        ("European Otter", "Lutra lutra", "Mammal", 4, 2),
        ("Red Squirrel", "Sciurus vulgaris", "Mammal", 9, 1),
        ("Common Kingfisher", "Alcedo atthis", "Bird", 8, 1),
        ("Grey Heron", "Ardea cinerea", "Bird", 14, 3),
        ("White Stork", "Ciconia ciconia", "Bird", 9, 9),
        ("Common Buzzard", "Buteo buteo", "Bird", 15, 2),
        ("Osprey", "Pandion haliaetus", "Bird", 4, 1),
        ("Common Frog", "Rana temporaria", "Amphibian", 9, 12),
        ("Fire Salamander", "Salamandra salamandra", "Amphibian", 4, 3),
        ("Grass Snake", "Natrix natrix", "Reptile", 6, 1),
        ("Sand Lizard", "Lacerta agilis", "Reptile", 7, 2),
    ]
    habitats = {
        "Mammal": ["Forest", "Meadow"],
        "Bird": ["Wetland", "Meadow", "Forest"],
        "Amphibian": ["Wetland", "Forest"],
    }
    parks = {
        "Birkwald": (49.21, 8.03, 38),
        "Lindenau": (51.33, 12.31, 27),
        "Otterbach": (48.87, 9.4, 22),
        "Schwarzmoor": (53.1, 9.9, 15),
    }
    notes = ["near the path", "with young", "heard first, then seen", "flew off north", "poor light"]
    observers = {"m_keller": 24, "birdfan82": 31, "Ranger Ute": 38, "jonas.w": 17, "lisa-outdoors": 12, "tk1979": 7}
    rows = []
    for _ in range(232):
        day = date(2023, 3, 1) + timedelta(days=rng.randrange(660))
        name, latin, group, _, crowd = rng.choices(species, weights=[one[3] for one in species])[0]
        if group in ("Amphibian", "Reptile") and day.month in (11, 12, 1, 2):
            day = day.replace(month=rng.choice([4, 5, 6]), day=min(day.day, 28))
        park = weighted(rng, {key: weight for key, (_, _, weight) in parks.items()})
        north, east, _ = parks[park]
        rows.append(
            [
                day.isoformat(),
                name,
                latin,
                group,
                ""
                if rng.random() < 0.06
                else 1 + round(rng.expovariate(1 / crowd))
                if crowd > 1
                else rng.choice([1, 1, 1, 2]),
                rng.choice(habitats.get(group, ["Meadow", "Heath"])),
                padded(rng, park, 0.03),
                f"{north + rng.uniform(-0.05, 0.05):.5f}",
                f"{east + rng.uniform(-0.05, 0.05):.5f}",
                weighted(rng, observers),
                weighted(rng, {"research": 62, "needs_id": 27, "casual": 11}),
                rng.choice(notes) if rng.random() < 0.3 else "",
            ]
        )
    rows.append(
        [
            "2024-05-19",
            "Eurasian Lynx",
            "Lynx lynx",
            "Mammal",
            1,
            "Forest",
            "Birkwald",
            "49.23117",
            "8.01544",
            "Ranger Ute",
            "research",
            "camera trap",
        ]
    )
    rows.append(
        [
            "2024-08-03",
            "Black Woodpecker",
            "Dryocopus martius",
            "Bird",
            2,
            "Forest",
            "Otterbach",
            "48.88902",
            "9.41377",
            "birdfan82",
            "needs_id",
            "",
        ]
    )
    rows.sort(key=lambda row: row[0])
    write(
        "sightings.csv",
        [
            "id",
            "observed_on",
            "common_name",
            "scientific_name",
            "group",
            "individuals",
            "habitat",
            "park",
            "latitude",
            "longitude",
            "observer",
            "quality_grade",
            "notes",
        ],
        [[880412 + 31 * place, *row] for place, row in enumerate(rows)],
    )
