"""Football matches of two seasons: two files of one shape."""

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, groups, mean, percent, read, top, total, where

from readings import any_of, leaders

FILES = {"2022-23": "matches_2022-23.csv", "2023-24": "matches_2023-24.csv"}
FIGURES = (
    "Home Goals",
    "Away Goals",
    "Attendance",
    "Home Yellow Cards",
    "Away Yellow Cards",
    "Home Red Cards",
    "Away Red Cards",
)


def questions():
    rows = []
    for season, name in FILES.items():
        for row in read(name, numbers=FIGURES):
            rows.append({**row, "season": season, "goals": row["Home Goals"] + row["Away Goals"]})
    first, last = where(rows, season="2022-23"), where(rows, season="2023-24")
    yellow = lambda part: total(part, "Home Yellow Cards") + total(part, "Away Yellow Cards")
    bank = Bank("matches", list(FILES.values()))
    ask = bank.ask

    def seasons(compute):
        return compute(first), compute(last)

    ask(
        "How many matches ended in a draw?",
        "count",
        "Matches of both seasons with result D.",
        value(len(where(rows, Result="D"))),
    )
    goals = ask(
        "Total goals scored in each season",
        "union",
        "Home goals and away goals together, by season.",
        either(*named(by(rows, "season", lambda part: total(part, "goals")))),
    )
    ask(
        "and per match?",
        "average",
        "Mean of goals a match, by season.",
        either(*named(by(rows, "season", lambda part: mean(part, "goals")))),
        before=[goals],
    )
    before, after = seasons(lambda part: mean(part, "Attendance"))
    ask(
        "Did the average attendance go up from 2022-23 to 2023-24?",
        "growth",
        "Mean attendance of both seasons, or its change.",
        either(
            *named({"2022-23": before, "2023-24": after}),
            value(after - before),
            value(100 * (after - before) / before, unit="percent"),
        ),
    )
    crowds = ask(
        "average attendance by home team in 23-24",
        "average",
        "Mean attendance by home team, in season 2023-24.",
        table(["Home Team"], by(last, "Home Team", lambda part: mean(part, "Attendance"))),
        traits=["terse", "part-of-value"],
    )
    ask(
        "only the 5 biggest",
        "top",
        "The five home teams with the highest mean attendance, in season 2023-24.",
        ranking(top(by(last, "Home Team", lambda part: mean(part, "Attendance")), 5), "Home Team"),
        before=[crowds],
    )
    ask(
        "Which team scored the most goals at home over the two seasons?",
        "best",
        "The home team with the highest sum of home goals in both files.",
        winner(best(by(rows, "Home Team", lambda part: total(part, "Home Goals")))),
    )
    wins = ask(
        "What percentage of games did the home side win?",
        "share",
        "Matches with result H over all matches, in percent.",
        value(percent(len(where(rows, Result="H")), len(rows)), unit="percent"),
        traits=["synonym"],
    )
    ask(
        "and the away side",
        "share",
        "Matches with result A over all matches, in percent.",
        value(percent(len(where(rows, Result="A")), len(rows)), unit="percent"),
        before=[wins],
    )
    easton = [row for row in last if "Easton City" in (row["Home Team"], row["Away Team"])]
    won = [row for row in easton if row["Result"] == ("H" if row["Home Team"] == "Easton City" else "A")]
    ask(
        "How many games did Easton City win in 2023-24, home and away?",
        "condition",
        "Matches of season 2023-24 that Easton City won at home (H) or away (A).",
        value(len(won)),
    )
    ask(
        "which games had more than 7 goals",
        "list",
        "Matches whose home and away goals together are above 7.",
        listing(
            [
                row["Date"].split("/")[2] + "-" + "-".join(row["Date"].split("/")[1::-1])
                for row in rows
                if row["goals"] > 7
            ],
            "Date",
        ),
    )
    referees = ask(
        "yellow cards by refree",
        "group",
        "Home and away yellow cards together, by referee.",
        table(["Referee"], by(rows, "Referee", yellow)),
        traits=["misspelling", "terse"],
    )
    ask(
        "per game, so it's fair",
        "ratio",
        "Yellow cards of both sides a match, by referee.",
        table(["Referee"], by(rows, "Referee", lambda part: yellow(part) / len(part))),
        before=[referees],
    )
    kelso = [row for row in rows if row["Home Team"] == "Kelso Albion" and row["Attendance"] is not None]
    ask(
        "What was Kelso Albion's biggest home crowd?",
        "max",
        "Highest attendance of the matches with home team Kelso Albion.",
        value(max(row["Attendance"] for row in kelso)),
        traits=["synonym"],
    )
    ask(
        "Which player scored the most goals?",
        "other topic",
        "No column tells players.",
        decline("The files name teams and referees, but no players.", "player"),
    )
    points = {}
    for row in rows:
        home, away = {"H": (3, 0), "D": (1, 1), "A": (0, 3)}[row["Result"]]
        points[row["Home Team"]] = points.get(row["Home Team"], 0) + home
        points[row["Away Team"]] = points.get(row["Away Team"], 0) + away
    home_wins = {key: len(part) for key, part in groups(where(rows, Result="H"), "Home Team").items()}
    away_wins = {key: len(part) for key, part in groups(where(rows, Result="A"), "Away Team").items()}
    all_wins = {key: home_wins.get(key, 0) + away_wins.get(key, 0) for key in points}
    ask(
        "Who was the strongest team?",
        "opinion",
        "By points, by wins, by wins at home, or by goals at home.",
        any_of(
            *leaders(points),
            *leaders(all_wins),
            *leaders(home_wins),
            winner(best(by(rows, "Home Team", lambda part: total(part, "Home Goals")))),
        ),
        ambiguous=True,
    )
    return bank


def named(figures):
    """The seasons stand in the names of the files only: `2022-23`, the name, or the name without its ending."""
    return [
        table(["season"], figures),
        table(["file"], {FILES[season]: figure for season, figure in figures.items()}),
        table(["file"], {FILES[season][:-4]: figure for season, figure in figures.items()}),
    ]
