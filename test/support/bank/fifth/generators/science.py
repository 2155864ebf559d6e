"""Flowers, cars, earthquakes, and happiness."""

from datetime import datetime, timedelta

from .common import chance, weighted, write


def iris():
    rng = chance("iris")
    shapes = {
        "setosa": ((5.0, 0.35), (3.4, 0.38), (1.5, 0.17), (0.25, 0.1)),
        "versicolor": ((5.9, 0.5), (2.8, 0.3), (4.3, 0.45), (1.3, 0.2)),
        "virginica": ((6.6, 0.6), (3.0, 0.3), (5.6, 0.55), (2.0, 0.27)),
    }
    rows = []
    for species, (sepal, width, petal, narrow) in shapes.items():
        for _ in range(50):
            size = rng.gauss(0, 1)
            noise = [rng.gauss(0, 1) for _ in range(3)]
            rows.append(
                [
                    round(sepal[0] + sepal[1] * size, 1),
                    round(width[0] + width[1] * (0.6 * size + 0.8 * noise[0]), 1),
                    round(max(1.0, petal[0] + petal[1] * (0.7 * size + 0.7 * noise[1])), 1),
                    round(max(0.1, narrow[0] + narrow[1] * (0.5 * size + 0.85 * noise[2])), 1),
                    species,
                ]
            )
    write("iris.csv", ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"], rows)


MODELS = """Mazda RX4|Mazda RX4 Wag|Datsun 710|Hornet 4 Drive|Hornet Sportabout|Valiant|Duster 360|Merc 240D|Merc 230|
Merc 280|Merc 280C|Merc 450SE|Merc 450SL|Merc 450SLC|Cadillac Fleetwood|Lincoln Continental|Chrysler Imperial|Fiat 128|
Honda Civic|Toyota Corolla|Toyota Corona|Dodge Challenger|AMC Javelin|Camaro Z28|Pontiac Firebird|Fiat X1-9|
Porsche 914-2|Lotus Europa|Ford Pantera L|Ferrari Dino|Maserati Bora|Volvo 142E"""
CYLINDERS = "6 6 4 6 8 6 8 4 4 6 6 8 8 8 8 8 8 4 4 4 4 8 8 8 8 4 4 4 8 6 8 4".split()


def mtcars():
    rng = chance("mtcars")
    rows = []
    for model, cylinders in zip(MODELS.replace("\n", "").split("|"), map(int, CYLINDERS)):
        weight = round(0.8 + 0.38 * cylinders + rng.gauss(0, 0.35), 3)
        power = round(20 + {4: 65, 6: 100, 8: 190}[cylinders] + rng.gauss(0, 28))
        displacement = round(cylinders * rng.uniform(25, 50), 1)
        mileage = round(39.5 - 4.6 * weight - 0.025 * power + rng.gauss(0, 1.4), 1)
        manual = int(rng.random() < {4: 0.7, 6: 0.4, 8: 0.15}[cylinders])
        gear = rng.choice([4, 5]) if manual else rng.choice([3, 3, 4])
        rows.append(
            [
                model,
                mileage,
                cylinders,
                displacement,
                power,
                round(rng.uniform(2.76, 4.5), 2),
                weight,
                round(22.5 - 0.025 * power + rng.gauss(0, 1.7), 2),
                int(rng.random() < {4: 0.9, 6: 0.5, 8: 0.0}[cylinders]),
                manual,
                gear,
                rng.choice({4: [1, 1, 2], 6: [1, 4, 4, 6], 8: [2, 3, 4, 4, 8]}[cylinders]),
            ]
        )
    header = ["model", "mpg", "cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb"]
    write("mtcars.csv", header, rows)


NETWORKS = {
    "ak": (
        60,
        "ml",
        (0.8, 0.7),
        (58, 65),
        (-158, -145),
        ["Chickaloon, Alaska", "Susitna, Alaska", "Anchor Point, Alaska", "Karluk, Alaska", "Cantwell, Alaska"],
    ),
    "ci": (
        45,
        "ml",
        (0.2, 0.6),
        (32, 36),
        (-120, -115),
        ["Ridgecrest, CA", "Borrego Springs, CA", "Banning, CA", "Ocotillo Wells, CA"],
    ),
    "nc": (
        50,
        "md",
        (0.3, 0.6),
        (36, 41),
        (-125, -119),
        ["The Geysers, CA", "Petrolia, CA", "Mammoth Lakes, CA", "San Ramon, CA"],
    ),
    "nn": (20, "ml", (0.2, 0.5), (36, 41), (-119, -115), ["Tonopah, Nevada", "Mina, Nevada", "Valmy, Nevada"]),
    "us": (
        45,
        "mb",
        (4.0, 0.45),
        (-40, 50),
        (-179, 179),
        [
            "Hualien City, Taiwan",
            "Tobelo, Indonesia",
            "Kokopo, Papua New Guinea",
            "Hihifo, Tonga",
            "San Pedro de Atacama, Chile",
            "Calama, Chile",
        ],
    ),
    "hv": (20, "md", (1.1, 0.5), (19, 20), (-156, -155), ["Pāhala, Hawaii", "Volcano, Hawaii"]),
}


def earthquakes():
    rng = chance("earthquakes")
    rows, start = [], datetime(2024, 10, 1)
    moments = sorted((start + timedelta(milliseconds=rng.randrange(30 * 86400000)) for _ in range(240)), reverse=True)
    strong = {30: 6.9, 71: 6.4, 122: 6.1, 160: 5.8, 201: 5.6}
    for place, moment in enumerate(moments):
        net = "us" if place in strong else weighted(rng, {key: entry[0] for key, entry in NETWORKS.items()})
        _, kind, size, latitudes, longitudes, towns = NETWORKS[net]
        magnitude = strong.get(place) or round(min(5.4, rng.gauss(*size)), 2 if net in ("ci", "nc", "hv") else 1)
        if place in strong or magnitude > 5.2:
            kind = "mww"
        event = (
            weighted(rng, {"earthquake": 92, "quarry blast": 6, "explosion": 2})
            if net in ("ci", "nc", "nn")
            else "earthquake"
        )
        depth = 0.0 if event != "earthquake" else rng.uniform(10, 280) if net == "us" else abs(rng.gauss(9, 9))
        if net == "ak" and rng.random() < 0.4:
            depth = rng.uniform(30, 140)
        located = net != "ak" or rng.random() < 0.2
        code = (
            f"{net}{rng.randrange(10**7, 10**8)}"
            if net != "us"
            else f"us7000{''.join(rng.choices('bcdefghjkmnp', k=4))}"
        )
        direction = rng.choice("N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split())
        error = place % 17 != 5
        rows.append(
            [
                f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z",
                round(rng.uniform(*latitudes), 4),
                round(rng.uniform(*longitudes), 4),
                round(depth, 2 if net in ("ci", "nc", "hv") else 1),
                magnitude,
                kind,
                rng.randrange(6, 90) if located else "",
                rng.randrange(28, 230) if located else "",
                round(rng.uniform(0.005, 4), 4) if located else "",
                round(rng.uniform(0.02, 1.1), 2),
                net,
                code,
                f"{moment + timedelta(hours=rng.randrange(1, 90)):%Y-%m-%dT%H:%M:%S}.040Z",
                f"{rng.randrange(1, 150 if net == 'us' else 40)} km {direction} of {rng.choice(towns)}",
                event,
                round(rng.uniform(0.1, 9), 2) if located else "",
                round(rng.uniform(0.2, 6), 3),
                round(rng.uniform(0.02, 0.3), 3) if error else "",
                rng.randrange(3, 120) if error else "",
                "automatic" if rng.random() < 0.25 and place not in strong else "reviewed",
                net,
                net,
            ]
        )
    header = "time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,horizontalError"
    header += ",depthError,magError,magNst,status,locationSource,magSource"
    write("all_month.csv", header.split(","), rows)


COUNTRIES = """Finland|Denmark|Iceland|Israel|Netherlands|Sweden|Norway|Switzerland|Luxembourg|New Zealand|Austria|
Australia|Canada|Ireland|United States|Germany|Belgium|Czech Republic|United Kingdom|Lithuania|
France|Slovenia|Costa Rica|Romania|Singapore|United Arab Emirates|Taiwan Province of China|Uruguay|
Slovakia|Saudi Arabia|Estonia|Spain|Italy|Kosovo|Chile|Mexico|Malta|Panama|Poland|Nicaragua|Latvia|
Bahrain|Guatemala|Kazakhstan|Serbia|Cyprus|Japan|Croatia|Brazil|El Salvador|Hungary|Argentina|
Honduras|Uzbekistan|Malaysia|Portugal|South Korea|Greece|Thailand|Vietnam|China|Philippines|
Colombia|Turkey|Egypt|India|Kenya|Zambia|Lebanon|Afghanistan"""


def happiness():
    header = ["Overall rank", "Country or region", "Score", "GDP per capita", "Social support"]
    header += ["Healthy life expectancy", "Freedom to make life choices", "Generosity", "Perceptions of corruption"]
    names = COUNTRIES.replace("\n", "").split("|")
    rng = chance("happiness")
    base = {name: 7.7 - 0.065 * place - (1.2 if place > 66 else 0) for place, name in enumerate(names)}
    for year, gone in ((2022, ("Costa Rica", "Egypt")), (2023, ("Luxembourg", "Uzbekistan", "China"))):
        scored = []
        for name in names:
            score = round(base[name] + rng.gauss(0, 0.14), 3)
            wealth = round(max(0.3, 1.9 * (score / 7.7) + rng.gauss(0, 0.15)), 3)
            line = [
                score,
                wealth,
                *(
                    round(max(0, rng.gauss(centre, 0.08) + slope * (score - 6)), 3)
                    for centre, slope in ((1.25, 0.14), (0.85, 0.08), (0.5, 0.07), (0.19, 0.01))
                ),
            ]
            line.append(
                "N/A"
                if (name, year)
                in (("United Arab Emirates", 2022), ("Bahrain", 2023), ("Taiwan Province of China", 2023))
                else round(max(0.005, rng.gauss(0.12, 0.06) + 0.05 * (score - 6)), 3)
            )
            if name not in gone:
                scored.append((name, line))
        scored.sort(key=lambda entry: -entry[1][0])
        rows = [
            [rank, name, *(f"{number:.3f}" if number != "N/A" else number for number in line)]
            for rank, (name, line) in enumerate(scored, 1)
        ]
        write(f"happiness_{year}.csv", header, rows)
