"""Avocados that were sold and chocolate that was tasted, after the sets of Kaggle."""

import math
from datetime import date, timedelta

from .common import chance, weighted, write

CITIES = {"Boston": (560000, 1.48), "Chicago": (790000, 1.62), "Houston": (1050000, 1.06), "LosAngeles": (2900000, 1.2)}


def avocado():
    rng = chance("avocado")
    weeks = [date(2017, 7, 23) + timedelta(days=7 * week) for week in range(36)]
    rows = []
    for kind in ("conventional", "organic"):
        for year in (2017, 2018):
            for city, (volume, price) in CITIES.items():
                for place, sunday in enumerate(reversed([week for week in weeks if week.year == year])):
                    season = math.sin((sunday.timetuple().tm_yday - 190) / 365 * 2 * math.pi)
                    dear = price + (0.42 if kind == "organic" else 0) + 0.22 * season + rng.gauss(0, 0.07)
                    sold = volume * (0.035 if kind == "organic" else 1) * math.exp(rng.gauss(0, 0.09) - 0.15 * season)
                    if (sunday.month, sunday.day) in ((2, 4), (2, 5)):
                        sold *= 1.6
                    parts = [rng.uniform(0.2, 0.4), rng.uniform(0.25, 0.4), rng.uniform(0.002, 0.03)]
                    plus = [round(sold * part, 2) for part in parts]
                    bags = sold * (1 - sum(parts))
                    large = round(bags * rng.uniform(0.1, 0.35), 2)
                    huge = 0.0 if kind == "organic" or rng.random() < 0.25 else round(bags * rng.uniform(0, 0.01), 2)
                    small = round(bags - large - huge, 2)
                    in_bags = round(small + large + huge, 2)
                    total = round(sum(plus) + in_bags, 2)
                    rows.append(
                        [place, sunday, round(dear, 2), total, *plus, in_bags, small, large, huge, kind, year, city]
                    )
    header = ["", "Date", "AveragePrice", "Total Volume", "4046", "4225", "4770", "Total Bags", "Small Bags"]
    write("avocado.csv", [*header, "Large Bags", "XLarge Bags", "type", "year", "region"], rows)


MAKERS = {
    "Soma": "U.S.A.",
    "Bonnat": "France",
    "Fresco": "U.S.A.",
    "Pralus": "France",
    "A. Morin": "France",
    "Domori": "Italy",
    "Arete": "U.S.A.",
    "Guittard": "U.S.A.",
    "Valrhona": "France",
    "Amedei": "Italy",
    "Zotter": "Austria",
    "Dandelion": "U.S.A.",
    "Szanto Tibor": "Hungary",
    "Rogue": "U.S.A.",
    "Hotel Chocolat (Coppeneur)": "U.K.",
    "Willie's Cacao": "U.K.",
    "Pacari": "Ecuador",
    "Coppeneur": "Germany",
    "Original Beans (Felchlin)": "Switzerland",
    "Castronovo": "U.S.A.",
}
ORIGINS = {
    "Venezuela": ["Chuao", "Porcelana", "Ocumare", "Carenero Superior", "Sur del Lago"],
    "Ecuador": ["Ecuador", "Esmeraldas", "Los Rios", "Manabi", "Guayas"],
    "Peru": ["Peru", "Piura", "Marañon", "Tumbes", "San Martin"],
    "Madagascar": ["Madagascar", "Sambirano", "Ambanja", "Akesson's Estate"],
    "Dominican Republic": ["Dominican Republic", "La Red", "Hispaniola", "Elvesia P."],
    "Nicaragua": ["Nicaragua", "Matagalpa", "Nicalizo"],
    "Bolivia": ["Bolivia", "Alto Beni", "Wild Bolivian"],
    "Belize": ["Maya Mountain", "Toledo District"],
    "Tanzania": ["Kokoa Kamili", "Tanzania"],
    "Papua New Guinea": ["Papua New Guinea", "Markham Valley"],
    "Vietnam": ["Ben Tre", "Vietnam"],
}
NATURE = {"Venezuela": 20, "Ecuador": 18, "Peru": 16, "Madagascar": 14, "Dominican Republic": 15, "Nicaragua": 6}
NATURE |= {"Bolivia": 6, "Belize": 5, "Tanzania": 4, "Papua New Guinea": 4, "Vietnam": 4}
BEANS = {"Trinitario": 50, "Criollo": 25, "Forastero": 12, "Forastero (Nacional)": 9, "Blend": 5}
BEANS["Criollo, Trinitario"] = 4


def cacao():
    rng = chance("cacao")
    rows = []
    for _ in range(224):
        maker = rng.choice(list(MAKERS))
        year = weighted(rng, {2010: 8, 2011: 11, 2012: 13, 2013: 12, 2014: 16, 2015: 18, 2016: 14, 2017: 3})
        blend = rng.random() < 0.06
        country = weighted(rng, NATURE)
        name = rng.choice(["House Blend", "Dark", "Nocturne", "Semisweet"]) if blend else rng.choice(ORIGINS[country])
        if not blend and rng.random() < 0.15:
            name += rng.choice([", batch 1", ", 2013 harvest", ", Oct. roast"])
        share = weighted(rng, {70: 45, 75: 14, 72: 13, 65: 6, 80: 6, 85: 3, 100: 2, 73.5: 1, 60: 3, 68: 4, 77: 3})
        rating = 3.25 + rng.gauss(0, 0.42) - (0.8 if share == 100 else 0.25 if share == 85 else 0)
        rating += {"Soma": 0.3, "Amedei": 0.2, "Szanto Tibor": 0.1, "Hotel Chocolat (Coppeneur)": -0.4}.get(maker, 0)
        rating = min(5, max(1.5, round(rating * 4) / 4))
        bean = "\u00a0" if rng.random() < 0.48 else weighted(rng, BEANS)
        origin = "\u00a0" if blend else country
        ref = 200 + (year - 2008) * 180 + rng.randint(0, 170)
        rows.append([maker, name, ref, year, f"{share:g}%", MAKERS[maker], f"{rating:g}", bean, origin])
    rows.sort(key=lambda row: (row[0], -row[2], row[1]))
    header = ["Company\u00a0\n(Maker-if known)", "Specific Bean Origin\nor Bar Name", "REF", "Review\nDate"]
    header += ["Cocoa\nPercent", "Company\nLocation", "Rating", "Bean\nType", "Broad Bean\nOrigin"]
    write("flavors_of_cacao.csv", header, rows)
