"""Values of homes as Zillow publishes them: one row a region, one column a month."""

import reading
from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, growth, mean, read, top, where
from readings import any_of, leaders

FILE = "Metro_zhvi_uc_sfrcondo_tier_0.33_0.67_sm_sa_month.csv"
NOW, AGO = "2024-06-30", "2023-06-30"


def questions():
    with (reading.FILES / FILE).open(encoding="utf-8") as lines:
        months = lines.readline().strip().split(",")[5:]
    rows = read(FILE, months)
    metros = where(rows, RegionType="msa")
    bank = Bank("homes", [FILE])

    def of(name):
        return where(rows, RegionName=name)[0]

    def series(name):
        found = {month: of(name)[month] for month in months if of(name)[month] is not None}
        return any_of(table(["month"], {month[:7]: figure for month, figure in found.items()}), table(["date"], found))

    now = {row["RegionName"]: row[NOW] for row in metros}
    austin = bank.ask(
        "What was the typical home value in Austin in June 2024?",
        "lookup",
        "the column 2024-06-30 of Austin, TX",
        value(of("Austin, TX")[NOW]),
        traits=["part-of-value"],
    )
    bank.ask(
        "and a year before that?",
        "lookup",
        "the column 2023-06-30 of Austin, TX",
        value(of("Austin, TX")[AGO]),
        before=[austin],
    )
    costly = bank.ask(
        "top 5 most expensive metros, June 2024",
        "top",
        "the five regions with the highest value in 2024-06-30",
        ranking(top(now, 5), "RegionName"),
        traits=["terse"],
    )
    bank.ask(
        "and the five cheapest?",
        "bottom",
        "the five with the lowest value",
        ranking(top(now, 5, lowest=True), "RegionName"),
        before=[costly],
    )
    miami = bank.ask(
        "home values in Miami over time",
        "trend",
        "all months of Miami, FL",
        series("Miami, FL"),
        traits=["part-of-value"],
    )
    bank.ask(
        "same for Tampa",
        "trend",
        "all months of Tampa, FL",
        series("Tampa, FL"),
        before=[miami],
        traits=["part-of-value"],
    )
    bank.ask(
        "How many metro areas do we have per state?",
        "group",
        "rows of metros by StateName",
        table(["StateName"], by(metros, "StateName", len)),
        traits=["synonym"],
    )
    faster = bank.ask(
        "Which metro saw the strongest percentage growth from June 2023 to June 2024?",
        "growth",
        "the highest change from 2023-06-30 to 2024-06-30, in percent",
        winner(best({row["RegionName"]: growth(row[AGO], row[NOW]) for row in metros})),
    )
    bank.ask(
        "and in dollars?",
        "growth",
        "the highest difference between the two months",
        winner(best({row["RegionName"]: row[NOW] - row[AGO] for row in metros})),
        before=[faster],
    )
    bank.ask(
        "average value for the Texas metros in June 2024",
        "average",
        "mean of 2024-06-30, StateName is TX",
        value(mean(where(rows, StateName="TX"), NOW)),
    )
    bank.ask(
        "How many metros were above $500,000 in December 2023?",
        "condition",
        "regions whose 2023-12-31 is above 500000",
        value(sum(row["2023-12-31"] > 500000 for row in metros)),
    )
    fallen = [sum(row[NOW] < row["2022-06-30"] for row in part if row["2022-06-30"]) for part in (metros, rows)]
    bank.ask(
        "In how many metros are homes worth less in June 2024 than in June 2022?",
        "condition",
        "regions whose 2024-06-30 is below 2022-06-30",
        any_of(*map(value, fallen)),
    )
    bank.ask(
        "how many regions have no value for January 2022",
        "missing",
        "rows without a value in 2022-01-31",
        value(len(where(rows, **{"2022-01-31": None}))),
    )
    apart = of("San Jose, CA")["2023-12-31"] - of("San Francisco, CA")["2023-12-31"]
    bank.ask(
        "How much more expensiv was San Jose than San Francisco at the end of 2023?",
        "difference",
        "the difference of both in 2023-12-31, in dollars or in percent",
        any_of(value(apart), value(100 * apart / of("San Francisco, CA")["2023-12-31"], PERCENT)),
        traits=["part-of-value", "misspelling"],
    )
    bank.ask(
        "what's the average rent in Boston?",
        "other topic",
        "there are values of homes, no rents",
        decline("the file has no rents", "rent"),
        traits=["missing-word"],
    )
    first = "2022-01-31"
    spans = [
        {row["RegionName"]: measure(row[start], row[NOW]) for row in metros if row[start]}
        for measure in (growth, lambda before, after: after - before)
        for start in (AGO, first, "2023-12-31", "2024-05-31")
    ]
    bank.ask(
        "Which is the hottest market?",
        "best",
        "the highest growth, in percent or dollars, over the year or the whole time, or the highest value",
        any_of(*(entry for span in (*spans, now) for entry in leaders(span))),
        ambiguous=True,
    )
    return bank
