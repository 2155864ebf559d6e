"""Layoffs: one row an announcement; NULL is missing, two rows stand there twice, one country ends with a full stop."""

from expectations import Bank, decline, ranking, table, value, winner
from reading import best, by, day, mean, month, percent, read, running, top, total, values, where
from readings import any_of

PEOPLE, PART, RAISED = "total_laid_off", "percentage_laid_off", "funds_raised_millions"


def once(rows):
    """The rows without those that stand there twice."""
    return [row for place, row in enumerate(rows) if row not in rows[:place]]


def questions():
    rows = read("layoffs.csv", [PEOPLE, PART, RAISED], missing=("", "NULL"))
    for row in rows:
        row["day"] = day(row["date"], "%m/%d/%Y")
        row["month"] = month(row["day"])
        row["year"] = str(row["day"].year)
    bank = Bank("layoffs", ["layoffs.csv"])
    ask = bank.ask

    def people(part):
        return total(part, PEOPLE)

    def both(compute, part):
        """The answer from all rows, or with each row once."""
        return any_of(compute(part), compute(once(part)))

    def shares(country):
        return any_of(
            *(
                value(percent(compute(where(part, country=country)), compute(part)), unit="percent")
                for part in (rows, once(rows))
                for compute in (people, len)
            )
        )

    american = [row for row in rows if row["country"].startswith("United States")]
    precisely = where(rows, country="United States")

    ask(
        "How many people were laid off in total?",
        "sum",
        "Sum of total_laid_off, of all rows or with each row once.",
        both(lambda part: value(people(part)), rows),
    )
    years = ask(
        "laid off per year",
        "trend",
        "Sum of total_laid_off by year of date.",
        both(lambda part: table(["year"], by(part, "year", people)), rows),
        traits=["terse"],
    )
    ask(
        "only US",
        "trend",
        "The same where country is United States, with or without the one that ends with a full stop.",
        any_of(
            *(
                table(["year"], by(part, "year", people))
                for some in (american, precisely)
                for part in (some, once(some))
            )
        ),
        before=[years],
        traits=["terse", "part-of-value"],
    )
    ask(
        "Which industry lost the most jobs?",
        "best",
        "The industry with the highest sum of total_laid_off.",
        both(lambda part: winner(best(by(part, "industry", people))), rows),
        traits=["synonym"],
    )
    gone = [row for row in rows if row[PART] == 1]
    whole = ask(
        "How many companies let everybody go (100%)?",
        "condition",
        "Companies with a percentage_laid_off of 1.",
        any_of(value(len({row["company"] for row in gone})), value(len(gone))),
        traits=["synonym"],
    )
    ask(
        "Which one of these had raised the most money?",
        "best",
        "The company among them with the highest funds_raised_millions.",
        winner(best({row["company"]: row[RAISED] for row in gone if row[RAISED] is not None})),
        before=[whole],
    )
    ask(
        "number of rows where total_laid_off is missing",
        "missing",
        "Rows whose total_laid_off is NULL.",
        value(sum(row[PEOPLE] is None for row in rows)),
    )
    ask(
        "average percentage laid off by stage",
        "group",
        "Mean of percentage_laid_off by stage, in percent.",
        both(
            lambda part: table(
                ["stage"],
                {
                    stage: 100 * mean(few, PART)
                    for stage, few in by(part, "stage", list).items()
                    if values(few, PART)
                },
                unit="percent",
            ),
            rows,
        ),
    )
    ask(
        "top 5 companies by number of people laid off",
        "top",
        "The five companies with the highest sum of total_laid_off.",
        both(lambda part: ranking(top(by(part, "company", people), 5), "company"), rows),
    )
    recent = where(rows, year="2022")
    months = ask(
        "Show the layoffs by month for 2022",
        "trend",
        "Sum of total_laid_off by month of 2022, or the number of rows.",
        any_of(
            *(
                table(["month"], by(part, "month", compute))
                for part in (recent, once(recent))
                for compute in (people, len)
            )
        ),
    )
    ask(
        "cumulative please",
        "running-total",
        "The running sum of these.",
        any_of(
            *(
                table(["month"], running(by(part, "month", compute)))
                for part in (recent, once(recent))
                for compute in (people, len)
            )
        ),
        before=[months],
        traits=["terse", "polite"],
    )
    german = ask(
        "What part of all the layoffs happened in Germany?",
        "share",
        "Sum of total_laid_off of Germany of that of all, or rows of rows.",
        shares("Germany"),
        traits=["synonym"],
    )
    ask(
        "and the UK?",
        "share",
        "The same for the United Kingdom.",
        shares("United Kingdom"),
        before=[german],
        traits=["terse", "synonym"],
    )
    window = [row for row in rows if "2022-11-01" <= str(row["day"]) <= "2023-01-31"]
    ask(
        "How many people lost their job between 1 Nov 2022 and 31 Jan 2023?",
        "period",
        "Sum of total_laid_off of both days and what lies between them.",
        both(lambda part: value(people(part)), window),
        traits=["synonym"],
    )
    ask(
        "How much severance was paid on average?",
        "other topic",
        "The file has no severance.",
        decline("There is no column of severance.", "severance"),
    )
    ask(
        "who got hit hardest?",
        "opinion",
        "The company, industry, country, or location with the most people laid off, or the highest mean part.",
        any_of(
            *(winner(best(by(rows, column, people))) for column in ("company", "industry", "location", "country")),
            winner(best(by([row for row in rows if row[PART] is not None], "industry", lambda few: mean(few, PART)))),
        ),
        ambiguous=True,
    )
    return bank
