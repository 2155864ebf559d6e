"""Football matches of two seasons."""

from datetime import date, timedelta

from .common import chance, weighted, write

CLUBS = {
    "Ashford United": (1.5, 21000),
    "Brimley Town": (1.1, 9500),
    "Carrick Rovers": (1.9, 33500),
    "Dunbrook": (0.9, 7800),
    "Easton City": (1.7, 41000),
    "Fairhaven": (1.2, 14500),
    "Granby Athletic": (1.0, 11200),
    "Holt Wanderers": (1.4, 18800),
    "Ivybridge": (0.8, 6200),
    "Kelso Albion": (1.3, 15900),
    "Lynmouth": (1.1, 8900),
}


def matches():
    for season, start, left_out in (
        ("2022-23", date(2022, 8, 6), "Lynmouth"),
        ("2023-24", date(2023, 8, 12), "Ivybridge"),
    ):
        rng = chance(f"matches {season}")
        clubs = [club for club in CLUBS if club != left_out]
        ring = clubs[:]
        rng.shuffle(ring)
        rounds = []
        for turn in range(9):
            rounds.append([(ring[i], ring[9 - i]) if (turn + i) % 2 else (ring[9 - i], ring[i]) for i in range(5)])
            ring = [ring[0], ring[-1], *ring[1:-1]]
        rounds += [[(away, home) for home, away in games] for games in rounds]
        dated = []
        for place, games in enumerate(rounds):
            for home, away in sorted(games):
                day = start + timedelta(days=14 * place + rng.choice([0, 0, 0, 1, 1, 2]))
                goals = [
                    sum(rng.random() < chance_of / 9 for _ in range(9))
                    for chance_of in (CLUBS[home][0] * 1.25, CLUBS[away][0] * 0.95)
                ]
                result = "H" if goals[0] > goals[1] else "A" if goals[0] < goals[1] else "D"
                crowd = round(CLUBS[home][1] * rng.uniform(0.72, 1.0) * (0.97 if season == "2022-23" else 1.04))
                dated.append(
                    [
                        day,
                        rng.choice(["12:30", "15:00", "15:00", "17:30", "20:00"]),
                        home,
                        away,
                        *goals,
                        result,
                        "" if rng.random() < 0.02 else crowd,
                        weighted(rng, {"P. Hollins": 5, "D. Mercer": 4, "S. Quayle": 4, "A. Bright": 3}),
                        sum(rng.random() < 0.19 for _ in range(9)),
                        sum(rng.random() < 0.23 for _ in range(9)),
                        int(rng.random() < 0.07),
                        int(rng.random() < 0.09),
                    ]
                )
        rows = [[day.strftime("%d/%m/%Y"), *rest] for day, *rest in sorted(dated, key=lambda row: row[0])]
        write(
            f"matches_{season}.csv",
            [
                "Date",
                "Kick-off",
                "Home Team",
                "Away Team",
                "Home Goals",
                "Away Goals",
                "Result",
                "Attendance",
                "Referee",
                "Home Yellow Cards",
                "Away Yellow Cards",
                "Home Red Cards",
                "Away Red Cards",
            ],
            rows,
        )
