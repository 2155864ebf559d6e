"""A factory: output, defects, and downtime by line and shift."""

from expectations import Bank, decline, either, listing, table, value, winner
from reading import best, by, correlation, day, mean, percent, read, total, where

from readings import any_of


def questions():
    rows = read("production.csv", numbers=("units_produced", "defects", "downtime_min"), missing=("", "n/a"))
    for row in rows:
        row["rate"] = None if row["defects"] is None else row["defects"] / row["units_produced"]
    units = lambda part: total(part, "units_produced")
    defects = lambda part: total(part, "defects")
    down = lambda part: total(part, "downtime_min")

    def rate(part):
        """Of the rows that have both; the few without defects hardly change it, but they do."""
        return percent(defects(part), units([row for row in part if row["defects"] is not None]))

    def loose(part):
        return percent(defects(part), units(part))

    def rates(part, column):
        return any_of(
            table([column], by(part, column, rate), unit="percent"),
            table([column], by(part, column, loose), unit="percent"),
        )

    bank = Bank("production", ["production.csv"])
    ask = bank.ask

    output = ask(
        "units produced per line",
        "group",
        "Sum of units produced by line.",
        table(["line"], by(rows, "line", units)),
        traits=["terse"],
    )
    ask(
        "as a percentage of the total",
        "share",
        "Units of each line over all units, in percent.",
        table(
            ["line"],
            {key: percent(figure, units(rows)) for key, figure in by(rows, "line", units).items()},
            unit="percent",
        ),
        before=[output],
    )
    quality = ask(
        "What's the defect rate by shift?",
        "ratio",
        "Defects over units produced, by shift.",
        rates(rows, "shift"),
    )
    ask(
        "now for line 2 only",
        "ratio",
        "Defects over units produced by shift, of Line 2.",
        rates(where(rows, line="Line 2"), "shift"),
        before=[quality],
    )
    daily = ask(
        "Plot daily output",
        "trend",
        "Sum of units produced by date.",
        table(["date"], by(rows, "date", units)),
        traits=["synonym"],
    )
    ask(
        "weekly please",
        "trend",
        "Sum of units produced by week.",
        table(["week"], by(rows, lambda row: monday(row["date"]), units)),
        before=[daily],
        traits=["polite"],
    )
    ask("How many minutes of downtime did we have altogether?", "sum", "Sum of the downtime.", value(down(rows)))
    ask(
        "And what were the main reasons for it?",
        "group",
        "Downtime by reason; those without a reason had none.",
        table(["downtime_reason"], by(rows, "downtime_reason", down)),
        before=["How many minutes of downtime did we have altogether?"],
    )
    idle = by(rows, "shift", lambda part: mean(part, "downtime_min"))
    ask(
        "compare the average downtime of the night shift with the early shift",
        "difference",
        "Mean downtime of the rows of the two shifts, or the difference of the two.",
        either(
            table(["shift"], {"Early": idle["Early"], "Night": idle["Night"]}),
            value(idle["Night"] - idle["Early"]),
        ),
    )
    ask(
        "Which product has the most rejects?",
        "best",
        "The product with the highest sum of defects.",
        winner(best(by(rows, "product", defects))),
        traits=["synonym"],
    )
    ask(
        "on which days did line 2 make more than 60 defective parts",
        "condition",
        "Dates whose sum of defects of Line 2 is above 60.",
        listing(
            [key for key, figure in by(where(rows, line="Line 2"), "date", defects).items() if figure > 60], "date"
        ),
        traits=["synonym"],
    )
    ask(
        "How often did a shift run without any downtime?",
        "count",
        "Rows with a downtime of 0.",
        value(len(where(rows, downtime_min=0))),
    )
    ask(
        "worst day for defects?",
        "best",
        "The date with the highest sum of defects.",
        winner(best(by(rows, "date", defects))),
        traits=["terse"],
    )
    ask(
        "Is there any relationship between downtime and the number of defects?",
        "correlation",
        "Correlation of downtime and defects.",
        value(correlation(rows, "downtime_min", "defects")),
    )
    ask(
        "How much energy does each line use?",
        "other topic",
        "No column tells energy.",
        decline("The file has no energy.", "energy"),
    )
    ask(
        "Which line performs worst?",
        "opinion",
        "By defect rate, by defects, by lowest output, or by downtime.",
        any_of(
            winner(best(by(rows, "line", rate))),
            winner(best(by(rows, "line", loose))),
            winner(best(by(rows, "line", defects))),
            winner(best(by(rows, "line", units), lowest=True)),
            winner(best(by(rows, "line", down))),
        ),
        ambiguous=True,
    )
    return bank


def monday(text):
    moment = day(text)
    return moment.fromordinal(moment.toordinal() - moment.weekday()).isoformat()
