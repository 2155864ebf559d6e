"""Sold copies of video games, in millions, one row a game and platform."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, mean, median, percent, read, top, total, where
from readings import any_of

AREAS = ("NA_Sales", "EU_Sales", "JP_Sales", "Other_Sales", "Global_Sales")


def questions():
    bank = Bank("games", ["vgsales.csv"])
    ask = bank.ask
    rows = read("vgsales.csv", numbers=AREAS, missing=("", "N/A"))
    world = lambda part: total(part, "Global_Sales")  # noqa: E731
    titles = by(rows, "Name", world)

    ask(
        "Which game sold the most copies worldwide?",
        "best",
        "Highest Global_Sales, of a row or over all platforms of a game.",
        any_of(winner(best({row["Name"]: row["Global_Sales"] for row in reversed(rows)})), winner(best(titles))),
    )
    platforms = ask(
        "total global sales per platform",
        "group",
        "Sum of Global_Sales by Platform.",
        table(["Platform"], by(rows, "Platform", world)),
        traits=["terse"],
    )
    recent = [row for row in rows if row["Year"] and int(row["Year"]) >= 2010]
    ask(
        "only games from 2010 onwards",
        "condition",
        "The same for Year >= 2010.",
        table(["Platform"], by(recent, "Platform", world)),
        before=[platforms],
        traits=["terse"],
    )

    def published(publisher):
        part = where(rows, Publisher=publisher)
        return any_of(value(len(part)), value(len({row["Name"] for row in part})))

    nintendo = ask(
        "How many games did Nintendo publish?",
        "count",
        "Rows of the publisher, or different names.",
        published("Nintendo"),
    )
    ask("and Electronic Arts?", "count", "The same.", published("Electronic Arts"), before=[nintendo])
    sold_in = lambda area: winner(best(by(rows, "Genre", lambda part: total(part, area))))  # noqa: E731
    europe = ask("Which genre sells best in Europe?", "best", "Sum of EU_Sales by Genre.", sold_in("EU_Sales"))
    ask("and in Japan?", "best", "Sum of JP_Sales by Genre.", sold_in("JP_Sales"), before=[europe])
    ask(
        "How have global sales developed by release year?",
        "trend",
        "Sum of Global_Sales by Year.",
        table(["Year"], by(rows, "Year", world)),
    )
    ask(
        "how many entries dont have a year",
        "missing",
        "Rows with Year = N/A.",
        value(sum(row["Year"] is None for row in rows)),
        traits=["misspelling"],
    )
    ask(
        "What percentage of global sales comes from North America?",
        "share",
        "Sum of NA_Sales in percent of the sum of Global_Sales, or of the four areas.",
        any_of(
            value(percent(total(rows, "NA_Sales"), world(rows)), PERCENT),
            value(percent(total(rows, "NA_Sales"), sum(total(rows, area) for area in AREAS[:4])), PERCENT),
        ),
    )
    ask(
        "top 5 publishers by global sales",
        "top",
        "Sum of Global_Sales by Publisher.",
        ranking(top(by(rows, "Publisher", world), 5), "Publisher"),
        traits=["terse"],
    )
    ask(
        "How many games sold more than 5 million copies worldwide?",
        "count",
        "Rows with Global_Sales > 5, or games over all their platforms.",
        any_of(value(sum(row["Global_Sales"] > 5 for row in rows)), value(sum(sales > 5 for sales in titles.values()))),
    )
    middle = lambda genre: value(median(where(rows, Genre=genre), "Global_Sales"))  # noqa: E731
    sports = ask(
        "median global sales of sports games",
        "median",
        "Median Global_Sales of the rows with Genre = Sports.",
        middle("Sports"),
        traits=["terse"],
    )
    ask("shooters", "median", "The same for Shooter.", middle("Shooter"), before=[sports], traits=["terse"])
    ask(
        "What did the critics say about Wii Sports?",
        "other topic",
        "The file has sales, not reviews.",
        decline("The file has no scores of critics.", "critics"),
    )
    ask(
        "Which platform is the most successful?",
        "best",
        "By copies in all, by copies a game, or by the number of games.",
        any_of(
            winner(best(by(rows, "Platform", world))),
            winner(best(by(rows, "Platform", lambda part: mean(part, "Global_Sales")))),
            winner(best(by(rows, "Platform", len))),
        ),
        ambiguous=True,
    )
    return bank
