from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, top, total, where

REVENUE, PROFIT = "Revenue (USD millions)", "Profits (USD millions)"


def questions():
    rows = read("fortune500.csv", numbers=("Rank", REVENUE, PROFIT, "Employees"), missing=("", "N/A"))
    told = [row for row in rows if row[PROFIT] is not None]
    bank = Bank("companies", ["fortune500.csv"])
    ask = bank.ask

    ask("What is the combined revenue of all companies?", "sum", "Sum of revenue.", value(total(rows, REVENUE)))
    sectors = ask(
        "revenue by sector",
        "group",
        "Sum of revenue by Sector.",
        table(["Sector"], by(rows, "Sector", lambda part: total(part, REVENUE))),
        traits=["terse"],
    )
    ask(
        "show the average per company instead",
        "group",
        "Mean of revenue by Sector.",
        table(["Sector"], by(rows, "Sector", lambda part: mean(part, REVENUE))),
        before=[sectors],
    )
    losses = [row for row in told if row[PROFIT] < 0]
    lost = ask(
        "how many companies lost money",
        "condition",
        "Rows with profits below 0.",
        value(len(losses)),
        traits=["synonym"],
    )
    ask(
        "which ones?",
        "list",
        "Companies with profits below 0.",
        listing([row["Company"] for row in losses], "Company"),
        before=[lost],
        traits=["terse"],
    )
    ask(
        "Top 10 companies by profit",
        "top",
        "The ten highest profits.",
        ranking(top({row["Company"]: row[PROFIT] for row in told}, 10), "Company"),
    )
    ask(
        "which 5 companies have the highest revenue per employee?",
        "top",
        "Revenue through employees, in millions of dollars, the five highest.",
        ranking(top({row["Company"]: row[REVENUE] / row["Employees"] for row in rows}, 5), "Company"),
    )
    ask(
        "Which sector employs the most people?",
        "best",
        "The Sector with the highest sum of Employees.",
        winner(best(by(rows, "Sector", lambda part: total(part, "Employees")))),
        traits=["synonym"],
    )
    texas = ask(
        "How many companies have their HQ in Texas?",
        "count",
        "Rows with HQ State TX.",
        value(len(where(rows, **{"HQ State": "TX"}))),
        traits=["synonym"],
    )
    ask(
        "and in California?",
        "count",
        "Rows with HQ State CA.",
        value(len(where(rows, **{"HQ State": "CA"}))),
        before=[texas],
    )
    ask(
        "is there a link between number of employees and revenue?",
        "correlation",
        "Pearson's r of employees and revenue.",
        value(correlation(rows, "Employees", REVENUE)),
        traits=["synonym"],
    )
    retail = where(rows, Sector="Retailing")
    ask(
        "What is Walmart's share of the retailing revenue?",
        "share",
        "Walmart's revenue of that of the sector Retailing.",
        value(percent(total(where(rows, Company="Walmart"), REVENUE), total(retail, REVENUE)), PERCENT),
    )
    tech = ask(
        "median profit of the technology companies",
        "median",
        "Median of profits where Sector is Technology.",
        value(median(where(rows, Sector="Technology"), PROFIT)),
    )
    ask(
        "helth care?",
        "median",
        "Median of profits where Sector is Health Care.",
        value(median(where(rows, Sector="Health Care"), PROFIT)),
        before=[tech],
        traits=["terse", "misspelling"],
    )
    ask(
        "How big is a typical company on this list?",
        "ambiguous",
        "Mean or median of revenue, employees, or profits.",
        either(
            *(value(compute(rows, column)) for column in (REVENUE, "Employees", PROFIT) for compute in (mean, median))
        ),
        ambiguous=True,
    )
    ask(
        "Which CEO earns the most?",
        "unanswerable",
        "There is nothing about people.",
        decline("no column of the CEO", "CEO"),
    )
    return bank
