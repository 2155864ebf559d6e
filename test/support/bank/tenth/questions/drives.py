"""Questions on a year of drives; the line of totals below the table is no drive."""

from datetime import date, datetime
from statistics import fmean

from expectations import Bank, decline, table, value, winner
from reading import best, by, first, mean, median, month, read, total, weekday
from readings import any_of

MILES, PURPOSE, FROM = "MILES*", "PURPOSE*", "START*"


def load():
    rows = [row for row in read("My Uber Drives - 2016.csv", [MILES]) if row["START_DATE*"] != "Totals"]
    for row in rows:
        row["start"], row["end"] = (
            datetime.strptime(row[name], "%m/%d/%Y %H:%M") for name in ("START_DATE*", "END_DATE*")
        )
        row["minutes"] = (row["end"] - row["start"]).total_seconds() / 60
        row["far"] = -row[MILES]
    return rows


def questions():
    rows = load()
    bank = Bank("drives", ["My Uber Drives - 2016.csv"])
    ask = bank.ask

    def miles(part):
        return total(part, MILES)

    def months(row):
        return month(row["start"])

    ask("How many trips did I take?", "count", "Rows, without the line of totals.", value(len(rows)),
    traits=["synonym"])
    whole = ask(
        "total miles driven", "sum", "Sum of miles, without the line of totals.", value(miles(rows)), traits=["terse"]
    )
    ask(
        "business only", "sum", "The same for business.",
        value(miles([row for row in rows if row["CATEGORY*"] == "Business"])), [whole], ["terse"],
    )  # fmt: skip
    monthly = ask(
        "Could you show me the miles per month?", "trend", "Sum of miles by the month of the start.",
        table(["month"], by(rows, months, miles)), traits=["polite"],
    )  # fmt: skip
    ask(
        "in which one did I drive the farthest in total", "best", "The month with the highest sum.",
        winner(best(by(rows, months, miles))), [monthly],
    )  # fmt: skip
    ask(
        "avrage miles by purpose", "group", "Mean miles by purpose; trips without one are no group.",
        table([PURPOSE], by(rows, PURPOSE, lambda part: mean(part, MILES))), traits=["misspelling"],
    )  # fmt: skip
    ask(
        "how many trips are mising a purpose?", "missing", "Trips without a purpose; the line of totals is none.",
        value(sum(row[PURPOSE] is None for row in rows)), traits=["misspelling"],
    )  # fmt: skip
    known = [row for row in rows if row[FROM] != "Unknown Location"]
    ask(
        "where do my trips start most often, apart from unknown location", "negation",
        "The place where most trips start.", winner(best(by(known, FROM, len))),
    )  # fmt: skip
    longest = first(rows, "far")
    far = ask("how long was my longest trip in miles?", "max", "The highest miles.", value(longest[MILES]))
    ask("was that business or personal", "lookup", "The category of this trip.", value(longest["CATEGORY*"]), [far])
    ask(
        "What is the average duration of a trip in minutes?", "average", "Mean of the minutes from start to end.",
        value(fmean(row["minutes"] for row in rows)),
    )  # fmt: skip
    ask(
        "trips by day of the week", "group", "Rows by the weekday of the start.",
        table(["weekday"], by(rows, lambda row: weekday(row["start"]), len)), traits=["synonym"],
    )  # fmt: skip

    def between(begin, end):
        return value(sum(begin <= row["start"].date() <= end for row in rows))

    spring = ask(
        "number of trips between March 1 and April 15", "period", "Trips that started in these days.",
        between(date(2016, 3, 1), date(2016, 4, 15)),
    )  # fmt: skip
    ask("and in september?", "period", "The same for one month.", between(date(2016, 9, 1), date(2016, 9, 30)),
    [spring])
    ask(
        "what's a typical trip in miles?", "opinion", "The mean or the median of the miles.",
        any_of(value(mean(rows, MILES)), value(median(rows, MILES))), ambiguous=True,
    )  # fmt: skip
    ask(
        "how much did I pay for my trips to Raleigh", "other topic", "What was paid is not in the file.",
        decline("The file has miles, no fares.", "pay"),
    )  # fmt: skip
    return bank
