"""Chocolate: one row a bar that was rated; names of columns with line breaks, missing values that are hard blanks."""

from collections import Counter

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, correlation, mean, percent, read, top, values, where
from readings import any_of, leaders

MAKER, YEAR, COCOA = "Company\u00a0\n(Maker-if known)", "Review\nDate", "Cocoa\nPercent"
LAND, BEAN, ORIGIN = "Company\nLocation", "Bean\nType", "Broad Bean\nOrigin"


def questions():
    rows = read("flavors_of_cacao.csv", ["Rating", COCOA], symbols="%")
    bank = Bank("cacao", ["flavors_of_cacao.csv"])
    ask = bank.ask

    def rating(part):
        return mean(part, "Rating")

    ask("how many chocolate bars were rated?", "count", "Rows.", value(len(rows)))
    makers = ask(
        "How many different companies are there?",
        "distinct",
        "Different makers.",
        value(len({row[MAKER] for row in rows})),
    )
    american = [row for row in rows if row[LAND] == "U.S.A."]
    ask(
        "how many of them are in the U.S.A.?",
        "distinct",
        "Different makers whose location is U.S.A.",
        value(len({row[MAKER] for row in american})),
        before=[makers],
    )
    lands = by(rows, LAND, rating)
    places = ask(
        "average rating by company location",
        "group",
        "Mean of Rating by Company Location.",
        table([LAND], lands),
    )
    ask(
        "which one comes out best?",
        "best",
        "The Company Location with the highest mean of Rating.",
        winner(best(lands)),
        before=[places],
    )
    ask(
        "Have ratings improved over the years?",
        "trend",
        "Mean of Rating by Review Date, which is a year.",
        table([YEAR], by(rows, YEAR, rating)),
    )
    ask(
        "number of bars with exactly 70% cocoa",
        "condition",
        "Rows with a Cocoa Percent of 70.",
        value(sum(row[COCOA] == 70 for row in rows)),
    )
    ask(
        "What proportion of the bars has at least 80 percent cocoa?",
        "share",
        "Rows with a Cocoa Percent from 80 on, of all rows.",
        value(percent(sum(row[COCOA] >= 80 for row in rows), len(rows)), unit="percent"),
    )
    origins = Counter(values(rows, ORIGIN))
    frequent = ask(
        "5 most common bean origins",
        "top",
        "The five values of Broad Bean Origin with the most rows.",
        ranking(top(origins, 5), ORIGIN),
        traits=["terse"],
    )
    liked = by(rows, ORIGIN, rating)
    ask(
        "and the 3 best rated ones?",
        "top",
        "The three origins with the highest mean of Rating, of all origins or of the five.",
        any_of(
            ranking(top(liked, 3), ORIGIN),
            ranking(top({origin: liked[origin] for origin, _ in top(origins, 5)}, 3), ORIGIN),
        ),
        before=[frequent],
    )
    ask(
        "Does a higher cocoa percentage go along with a lower rating?",
        "correlation",
        "Pearson's r of Cocoa Percent and Rating.",
        value(correlation(rows, COCOA, "Rating")),
        traits=["synonym"],
    )
    ask(
        "how many bars have no bean type?",
        "missing",
        "Rows whose Bean Type is blank.",
        value(sum(row[BEAN] is None for row in rows)),
    )
    french = [row for row in rows if row[LAND] == "France" and row["Rating"] >= 3.75]
    good = ask(
        "how many bars by French companies got 3.75 or more?",
        "condition",
        "Rows of France with a Rating of at least 3.75.",
        value(len(french)),
        traits=["synonym"],
    )
    ask(
        "who makes those?",
        "list",
        "The makers of these bars.",
        listing(sorted({row[MAKER] for row in french}), MAKER),
        before=[good],
    )
    ask(
        "What does a bar by Amedei cost on average?",
        "other topic",
        "The file has no prices.",
        decline("There is no column of prices.", "cost"),
    )
    ask(
        "Who makes the best chocolate?",
        "opinion",
        "The maker or the country with the highest mean of Rating, or a maker with the highest rating of all.",
        either(
            winner(best(by(rows, MAKER, rating))),
            winner(best(lands)),
            *leaders({row[MAKER]: max(r["Rating"] for r in where(rows, **{MAKER: row[MAKER]})) for row in rows}),
        ),
        ambiguous=True,
    )
    return bank
