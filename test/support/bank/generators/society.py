"""Movies, medals, an election, a survey, and cars."""

from .common import LAST, MEN, WOMEN, chance, padded, people, weighted, write


def movies():
    rng = chance("movies")
    adjectives = [
        "Silent",
        "Crimson",
        "Last",
        "Hidden",
        "Paper",
        "Northern",
        "Broken",
        "Golden",
        "Distant",
        "Midnight",
        "Winter",
    ]
    nouns = ["Harbor", "Orchard", "Empire", "Letters", "Station", "River", "Garden", "Witness", "Carnival", "Mountain"]
    titles = rng.sample(
        [f"{article}{adjective} {noun}" for article in ("The ", "") for adjective in adjectives for noun in nouns], 104
    )
    titles += ["Night Ferry", "A Night in Tirana", "The Long Night", "Nightfall", "Kaspar & Sons", "Wait, Said the Fox"]
    rng.shuffle(titles)
    directors = [f"{first} {last}" for first, last, _ in people(rng, 24)]
    genres = ["Drama", "Comedy", "Crime", "Thriller", "Adventure", "Romance", "Sci-Fi"]
    ratings = rng.sample(range(4000, 9300), 110)
    ratings[ratings.index(max(ratings))] = 9400
    rows = []
    for title, rating in zip(titles, ratings):
        year, length = rng.randint(1968, 2023), round(rng.gauss(116, 21))
        appeal = rating / 1000
        votes = round(rng.lognormvariate(8 + appeal / 2.6, 0.7))
        gross = round(rng.lognormvariate(appeal / 3.4 + (year - 1968) / 60, 0.9) * 2.4, 1)
        rows.append(
            [
                padded(rng, title, 0.03),
                year,
                rng.choice(["U", "PG", "PG-13", "R", "R", ""]),
                f"{max(74, length)} min",
                ", ".join(rng.sample(genres, weighted(rng, {1: 3, 2: 4, 3: 2}))),
                f"{appeal:.1f}",
                "" if rng.random() < 0.14 else round(appeal * 8.6 + rng.gauss(0, 9)),
                rng.choice(directors),
                f"{votes:,}",
                "" if rng.random() < 0.12 else f"${gross:,.1f}M",
            ]
        )
    write(
        "movies.csv",
        ["Title", "Year", "Certificate", "Runtime", "Genre", "Rating", "Metascore", "Director", "Votes", "Gross"],
        rows,
    )


def medals():
    rng = chance("medals")
    countries = {
        "USA": ("United States", 17),
        "CHN": ("China", 14),
        "GBR": ("Great Britain", 9),
        "GER": ("Germany", 8),
        "AUS": ("Australia", 8),
        "JPN": ("Japan", 7),
        "FRA": ("France", 7),
        "ITA": ("Italy", 6),
        "KEN": ("Kenya", 5),
        "NED": ("Netherlands", 5),
        "BRA": ("Brazil", 4),
        "HUN": ("Hungary", 3),
        "JAM": ("Jamaica", 3),
    }
    events = [
        ("Swimming", "100m Freestyle"),
        ("Swimming", "200m Butterfly"),
        ("Swimming", "400m Freestyle"),
        ("Athletics", "100m"),
        ("Athletics", "Marathon"),
        ("Athletics", "High Jump"),
        ("Rowing", "Single Sculls"),
        ("Judo", "Middleweight"),
        ("Fencing", "Foil"),
    ]
    squads = {
        (code, sport, sex): [f"{rng.choice(WOMEN if sex == 'Women' else MEN)} {rng.choice(LAST)}" for _ in range(3)]
        for code in countries
        for sport in ("Swimming", "Athletics", "Rowing", "Judo", "Fencing")
        for sex in ("Men", "Women")
    }
    strength = {
        (code, sport): rng.uniform(0.3, 1.9)
        for code in countries
        for sport in ("Swimming", "Athletics", "Rowing", "Judo", "Fencing")
    }
    rows = []
    for year, city in [
        (2000, "Sydney"),
        (2004, "Athens"),
        (2008, "Beijing"),
        (2012, "London"),
        (2016, "Rio de Janeiro"),
    ]:
        for sport, event in events:
            for sex in ("Men", "Women"):
                winners = []
                while len(winners) < 3:
                    code = weighted(
                        rng,
                        {
                            code: weight
                            * strength[code, sport]
                            * (1.6 if (code, year) in {("CHN", 2008), ("GBR", 2012), ("AUS", 2000)} else 1)
                            for code, (_, weight) in countries.items()
                        },
                    )
                    athlete = rng.choice(squads[code, sport, sex])
                    if (athlete, code) not in winners:
                        winners.append((athlete, code))
                for (athlete, code), medal in zip(winners, ("Gold", "Silver", "Bronze")):
                    rows.append(
                        [year, city, sport, event, sex, athlete, code, padded(rng, countries[code][0], 0.02), medal]
                    )
    write(
        "medals.csv", ["Year", "City", "Sport", "Event", "Gender", "Athlete", "Country Code", "Country", "Medal"], rows
    )


def election():
    rng = chance("election")
    counties = {
        "Alder": (0.41, 0.27, 0.22, 0.1),
        "Brook": (0.3, 0.38, 0.2, 0.12),
        "Cedar": (0.36, 0.33, 0.2, 0.11),
        "Dunmore": (0.28, 0.3, 0.33, 0.09),
        "Elm Valley": (0.45, 0.24, 0.18, 0.13),
        "Foxglove": (0.31, 0.41, 0.15, 0.13),
    }
    rows = []
    for number in range(1, 91):
        county = list(counties)[(number - 1) // 15]
        registered = rng.randrange(420, 2900)
        ballots = round(registered * min(0.93, max(0.38, rng.gauss(0.66, 0.09))))
        invalid = round(ballots * rng.uniform(0.004, 0.021))
        shares = [max(0.02, share + rng.gauss(0, 0.055)) for share in counties[county]]
        votes = [round((ballots - invalid) * share / sum(shares)) for share in shares]
        votes[0] += ballots - invalid - sum(votes)
        rows.append([f"{number:04d}", padded(rng, county, 0.04), registered, ballots, *votes, invalid])
    write(
        "election.csv",
        [
            "Precinct",
            "County",
            "Registered Voters",
            "Ballots Cast",
            "Keller",
            "Okafor",
            "Lindqvist",
            "Dubois",
            "Invalid",
        ],
        rows,
    )


def survey():
    rng = chance("survey")
    scale = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
    statements = {
        "The app is easy to use": 0.8,
        "The app is reliable": 0.3,
        "Support answers quickly": -0.2,
        "The price is fair": -0.5,
    }
    comments = [
        "Great tool",
        "Too slow on Mondays",
        "Please add dark mode",
        "Support was friendly",
        "Crashes when printing",
        "Love it",
    ]
    rows = []
    for number in range(1, 129):
        mood = rng.gauss(0, 0.8)
        answers = [
            "" if rng.random() < 0.04 else scale[max(0, min(4, round(2 + mood + lean + rng.gauss(0, 0.8))))]
            for lean in statements.values()
        ]
        likely = max(0, min(10, round(7.1 + mood * 2 + rng.gauss(0, 1.4))))
        rows.append(
            [
                f"R{number:03d}",
                weighted(rng, {"18-24": 18, "25-34": 34, "35-44": 28, "45-54": 22, "55+": 12}),
                weighted(rng, {"Free": 55, "Plus": 30, "Business": 15}),
                *answers,
                "" if rng.random() < 0.03 else likely,
                rng.choice(comments) if rng.random() < 0.35 else "",
                rng.choice(["Web", "Phone", "Phone", "Tablet"]),
            ]
        )
    write(
        "survey.csv",
        [
            "Respondent",
            "Age group",
            "Plan",
            *statements,
            "How likely are you to recommend us? (0-10)",
            "Comment",
            "Device",
        ],
        rows,
    )


def cars():
    rng = chance("cars")
    makes = {
        "usa": {
            "ford": ["fiesta", "maverick", "pinto", "torino"],
            "chevrolet": ["nova", "malibu", "vega"],
            "plymouth": ["duster", "fury"],
            "dodge": ["dart", "aspen"],
            "buick": ["skylark"],
        },
        "europe": {
            "volkswagen": ["rabbit", "dasher"],
            "fiat": ["128", "x1.9"],
            "peugeot": ["504"],
            "volvo": ["145e", "244dl"],
        },
        "japan": {
            "toyota": ["corolla", "corona"],
            "datsun": ["210", "510"],
            "honda": ["civic", "accord"],
            "mazda": ["glc"],
        },
    }
    rows = []
    for year in range(70, 83):
        for _ in range(12):
            origin = weighted(rng, {"usa": 60, "europe": 18, "japan": 22})
            make = rng.choice(list(makes[origin]))
            cylinders = weighted(rng, {4: 30, 6: 30, 8: 40} if origin == "usa" else {4: 88, 5: 6, 6: 6})
            weight = round({4: 2300, 5: 3100, 6: 3200, 8: 4150}[cylinders] + rng.gauss(0, 240) - (year - 76) * 8)
            power = round({4: 78, 5: 82, 6: 101, 8: 158}[cylinders] + rng.gauss(0, 11) - (year - 76))
            mpg = 42.7 - 0.0061 * weight + (year - 76) * 0.55 + rng.gauss(0, 1.9)
            acceleration = 20.5 - 0.045 * power + rng.gauss(0, 1.3)
            size = round({4: 108, 5: 145, 6: 220, 8: 340}[cylinders] + rng.gauss(0, 14))
            rows.append(
                [
                    f"{mpg:.1f}",
                    cylinders,
                    size,
                    "?" if rng.random() < 0.03 else power,
                    weight,
                    f"{acceleration:.1f}",
                    year,
                    origin,
                    f"{make} {rng.choice(makes[origin][make])}",
                ]
            )
    write(
        "cars.csv",
        [
            "mpg",
            "cylinders",
            "displacement",
            "horsepower",
            "weight (lb)",
            "acceleration",
            "model year",
            "origin",
            "car name",
        ],
        rows,
    )
