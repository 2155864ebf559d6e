from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, day, mean, percent, read, top, total, where
from readings import any_of, leaders


def questions():
    rows = read("results.csv", numbers=("home_score", "away_score"), missing=("", "NA"))
    played = [row for row in rows if row["home_score"] is not None]
    for row in rows:
        row["year"] = day(row["date"]).year
    for row in played:
        row["goals"] = row["home_score"] + row["away_score"]
        row["lead"] = row["home_score"] - row["away_score"]
    cups = where(rows, tournament="FIFA World Cup")
    neutral = where(rows, neutral="TRUE")
    bank = Bank("results", ["results.csv"])
    ask = bank.ask

    cup = ask(
        "How many World Cup matches are in the file?",
        "count",
        "Rows whose tournament is FIFA World Cup; the qualification is another one.",
        value(len(cups)),
        traits=["part-of-value"],
    )
    ask(
        "and how many of those ended in a draw?",
        "condition",
        "World Cup matches with the same score on both sides.",
        value(len([row for row in cups if row["lead"] == 0])),
        before=[cup],
    )
    average = ask(
        "average number of goals per match",
        "average",
        "Goals of both teams together, a match that was played.",
        value(mean(played, "goals")),
    )
    ask(
        "split that by tournament",
        "group",
        "Goals of both teams a match, by tournament.",
        table(["tournament"], by(played, "tournament", lambda part: mean(part, "goals"))),
        before=[average],
    )
    ask(
        "Top 5 teams by goals scored as the home team",
        "top",
        "Sum of home_score by home_team, the five highest.",
        ranking(top(by(played, "home_team", lambda part: total(part, "home_score")), 5), "home_team"),
    )
    host = ask(
        "which country hosted the most games?",
        "best",
        "The most frequent value of country.",
        winner(best(by(rows, "country", len))),
        traits=["synonym"],
    )
    ask(
        "and which city?",
        "best",
        "The most frequent value of city.",
        winner(best(by(rows, "city", len))),
        before=[host],
    )
    yearly = ask(
        "number of matches per year",
        "trend",
        "Rows by the year of the date.",
        table(["year"], by(rows, "year", len)),
        traits=["terse"],
    )
    ask(
        "just the friendlies please",
        "trend",
        "Friendly matches by the year of the date.",
        table(["year"], by(where(rows, tournament="Friendly"), "year", len)),
        before=[yearly],
        traits=["polite"],
    )
    ask(
        "What percentage of matches was played on neutral ground?",
        "share",
        "Rows with neutral TRUE of all rows, or of those that were played.",
        any_of(
            value(percent(len(neutral), len(rows)), PERCENT),
            value(percent(len(neutral), len(played)), PERCENT),
        ),
    )
    ask(
        "what's the most goals a home team ever scored in one game",
        "max",
        "The highest home_score.",
        value(max(row["home_score"] for row in played)),
    )
    ask(
        "How many matches don't have a score yet?",
        "missing",
        "Rows without home_score and away_score.",
        value(len(rows) - len(played)),
    )
    ask(
        "how many goals more than the away side does the home side score on average?",
        "difference",
        "Mean of home_score less away_score.",
        value(mean(played, "home_score") - mean(played, "away_score")),
    )
    ask(
        "How many games has Brazil won as the home team since 2020?",
        "condition",
        "home_team Brazil, home_score above away_score, from 2020 on.",
        value(len([row for row in where(played, home_team="Brazil") if row["lead"] > 0 and row["year"] >= 2020])),
    )
    points = {
        team: [row["lead"] for row in where(played, home_team=team)]
        + [-row["lead"] for row in where(played, away_team=team)]
        for team in {row["home_team"] for row in played}
    }
    ask(
        "Which team is the best?",
        "ambiguous",
        "By wins, by share of wins, by difference of goals, by goals, or by wins at home.",
        either(
            *leaders({team: sum(lead > 0 for lead in leads) for team, leads in points.items()}),
            *leaders({team: percent(sum(lead > 0 for lead in leads), len(leads)) for team, leads in points.items()}),
            *leaders({team: sum(leads) for team, leads in points.items()}),
            *leaders(
                {
                    team: total(where(played, home_team=team), "home_score")
                    + total(where(played, away_team=team), "away_score")
                    for team in points
                }
            ),
            *leaders(by([row for row in played if row["lead"] > 0], "home_team", len)),
        ),
        ambiguous=True,
    )
    ask(
        "what was the average attendance at the World Cup matches?",
        "unanswerable",
        "There is nothing about spectators.",
        decline("no column of attendance", "attendance"),
    )
    return bank
