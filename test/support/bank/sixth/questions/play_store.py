from datetime import datetime

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, correlation, mean, month, percent, read, top, total, where
from readings import any_of


def megabytes(size, kilo):
    if size.endswith("k"):
        return float(size[:-1]) / kilo
    return float(size[:-1]) if size.endswith("M") else None


def questions():
    rows = read(
        "googleplaystore.csv", numbers=("Rating", "Reviews", "Installs", "Price"), missing=("", "NaN"), symbols="$+"
    )
    for row in rows:
        row["updated"] = datetime.strptime(row["Last Updated"], "%B %d, %Y").date()
    # Four apps are there twice, with all their values the same.
    once = list({row["App"]: row for row in rows}.values())
    bank = Bank("playstore", ["googleplaystore.csv"])
    ask = bank.ask

    def both(compute):
        return any_of(compute(rows), compute(once))

    free = ask(
        "How many free apps are there?",
        "count",
        "Rows with Type Free; or apps, of which four are there twice.",
        both(lambda part: value(len(where(part, Type="Free")))),
    )
    ask(
        "and paid ones?",
        "count",
        "Rows with Type Paid, none of them there twice.",
        both(lambda part: value(len(where(part, Type="Paid")))),
        before=[free],
        traits=["terse"],
    )
    rating = ask(
        "average rating by category",
        "group",
        "Mean of Rating by Category over the rows, or over distinct apps.",
        both(lambda part: table(["Category"], by(part, "Category", lambda apps: mean(apps, "Rating")))),
        traits=["terse"],
    )
    ask(
        "only the top 3 please",
        "top",
        "The three categories with the highest mean of Rating.",
        both(lambda part: ranking(top(by(part, "Category", lambda apps: mean(apps, "Rating")), 3), "Category")),
        before=[rating],
        traits=["polite"],
    )
    ask(
        "how many apps don't have a rating?",
        "missing",
        "Rows where Rating is NaN.",
        both(lambda part: value(len([row for row in part if row["Rating"] is None]))),
    )
    ask(
        "which app has the most reviews?",
        "lookup",
        "The App with the highest Reviews.",
        winner(best({row["App"]: row["Reviews"] for row in rows})),
    )
    ask(
        "total number of installs per category",
        "group",
        "Sum of Installs, read as numbers, by Category.",
        both(lambda part: table(["Category"], by(part, "Category", lambda apps: total(apps, "Installs")))),
    )
    ask(
        "What's the priciest app in the store?",
        "lookup",
        "The App with the highest Price.",
        winner(best({row["App"]: row["Price"] for row in rows})),
        traits=["synonym"],
    )
    teens = ask(
        "number of apps rated Teen",
        "count",
        "Rows with Content Rating Teen.",
        both(lambda part: value(len(where(part, **{"Content Rating": "Teen"})))),
        traits=["part-of-value"],
    )
    ask(
        "what's that in percent of all apps",
        "share",
        "Rows with Content Rating Teen of all rows.",
        both(lambda part: value(percent(len(where(part, **{"Content Rating": "Teen"})), len(part)), PERCENT)),
        before=[teens],
    )
    ask(
        "How much does a paid app cost on average?",
        "average",
        "Mean of Price where Type is Paid.",
        value(mean(where(rows, Type="Paid"), "Price")),
        traits=["synonym"],
    )
    latest = ask(
        "how many apps were last updated in 2018?",
        "period",
        "Rows whose Last Updated is in 2018.",
        both(lambda part: value(len([row for row in part if row["updated"].year == 2018]))),
    )
    ask(
        "per month",
        "trend",
        "Rows whose Last Updated is in 2018, by month.",
        both(
            lambda part: table(
                ["Last Updated"],
                by([row for row in part if row["updated"].year == 2018], lambda row: month(row["updated"]), len),
            )
        ),
        before=[latest],
        traits=["terse"],
    )
    ask(
        "do apps with more reviews get better ratings?",
        "correlation",
        "Pearson's r of Reviews and Rating.",
        both(lambda part: value(correlation(part, "Reviews", "Rating"))),
    )
    ask(
        "What is the most popular category?",
        "ambiguous",
        "By apps, by installs, by reviews, by rating, or by installs an app.",
        any_of(
            *(
                winner(best(by(rows, "Category", compute)))
                for compute in (
                    len,
                    lambda apps: total(apps, "Installs"),
                    lambda apps: total(apps, "Reviews"),
                    lambda apps: mean(apps, "Rating"),
                    lambda apps: mean(apps, "Installs"),
                )
            )
        ),
        ambiguous=True,
    )
    ask(
        "Which developer has published the most apps?",
        "unanswerable",
        "There is nothing about who made an app.",
        decline("no column of the developer", "developer"),
    )
    return bank
