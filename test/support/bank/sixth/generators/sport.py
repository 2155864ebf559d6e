"""International football."""

from datetime import date, timedelta

from .common import chance, weighted, write

TEAMS = {
    "Argentina": (1.9, ["Buenos Aires", "Córdoba"]),
    "Brazil": (2.0, ["Rio de Janeiro", "São Paulo", "Belo Horizonte"]),
    "Uruguay": (1.5, ["Montevideo"]),
    "Mexico": (1.3, ["Mexico City", "Guadalajara"]),
    "United States": (1.3, ["Cincinnati", "Orlando", "Miami"]),
    "Germany": (1.7, ["Munich", "Hamburg", "Cologne", "Leipzig"]),
    "France": (1.9, ["Saint-Denis", "Lyon"]),
    "England": (1.7, ["London", "Manchester"]),
    "Spain": (1.8, ["Madrid", "Seville"]),
    "Netherlands": (1.6, ["Amsterdam", "Rotterdam"]),
    "Croatia": (1.4, ["Zagreb", "Split"]),
    "Poland": (1.1, ["Warsaw", "Chorzów"]),
    "Japan": (1.4, ["Saitama", "Osaka"]),
    "South Korea": (1.3, ["Seoul", "Suwon"]),
    "Morocco": (1.3, ["Rabat", "Casablanca"]),
    "Senegal": (1.2, ["Dakar"]),
}
EUROPE = ["Germany", "France", "England", "Spain", "Netherlands", "Croatia", "Poland"]
AMERICA = ["Argentina", "Brazil", "Uruguay"]
WEIGHTS = {"Friendly": 10, "FIFA World Cup qualification": 5, "UEFA Nations League": 4}
CUPS = [
    ("FIFA World Cup", list(TEAMS), 2018, date(2018, 6, 14), 30, "Russia", ["Moscow", "Kazan", "Sochi", "Samara"], 26),
    ("Copa América", AMERICA, 2019, date(2019, 6, 14), 20, "Brazil", ["São Paulo", "Rio de Janeiro"], 5),
    ("UEFA Euro", EUROPE, 2021, date(2021, 6, 11), 28, "England", ["London"], 9),
    ("FIFA World Cup", list(TEAMS), 2022, date(2022, 11, 20), 28, "Qatar", ["Doha", "Lusail", "Al Rayyan"], 28),
    ("UEFA Euro", EUROPE, 2024, date(2024, 6, 14), 28, "Germany", ["Munich", "Hamburg", "Cologne", "Leipzig"], 11),
]


def goals(rng, strength):
    return sum(rng.random() < strength / 10 for _ in range(10))


def results():
    rng = chance("results 2")
    rows = []
    for _ in range(150):
        day = date(2017, 1, 5) + timedelta(days=rng.randrange(2820))
        tournament = weighted(rng, WEIGHTS)
        if tournament == "UEFA Nations League":
            home, away = rng.sample(EUROPE, 2)
            day = max(day, date(2018, 9, 6) + timedelta(days=rng.randrange(2100)))
        elif tournament == "FIFA World Cup qualification":
            home, away = rng.sample(rng.choice([EUROPE, AMERICA]), 2)
        else:
            home, away = rng.sample(list(TEAMS), 2)
        country, neutral = home, False
        if tournament == "Friendly" and rng.random() < 0.12:
            country, neutral = rng.choice([team for team in TEAMS if team not in (home, away)]), True
        rows.append([day, home, away, tournament, rng.choice(TEAMS[country][1]), country, neutral])
    for tournament, teams, _, start, length, country, cities, count in CUPS:
        for place in range(count):
            home, away = rng.sample(teams, 2)
            if away == country:
                home, away = away, home
            day = start + timedelta(days=place * length // count)
            rows.append([day, home, away, tournament, rng.choice(cities), country, home != country])
    played = []
    for day, home, away, tournament, city, country, neutral in sorted(rows):
        lift = 1.0 if neutral else 1.18
        scores = [goals(rng, TEAMS[home][0] * lift), goals(rng, TEAMS[away][0] / lift)]
        played.append([day, home, away, *scores, tournament, city, country, str(neutral).upper()])
    for day, home, away, city in (
        (date(2025, 3, 20), "Uruguay", "Argentina", "Montevideo"),
        (date(2025, 3, 21), "Poland", "Netherlands", "Warsaw"),
        (date(2025, 3, 25), "Argentina", "Brazil", "Buenos Aires"),
    ):
        played.append([day, home, away, "NA", "NA", "FIFA World Cup qualification", city, home, "FALSE"])
    write(
        "results.csv",
        ["date", "home_team", "away_team", "home_score", "away_score", "tournament", "city", "country", "neutral"],
        played,
    )
