"""Questions on the leads of an online school."""

from expectations import PERCENT, Bank, decline, histogram, ranking, table, value, winner
from reading import best, by, mean, median, percent, read, top, total, values, where
from readings import any_of, leaders

SOURCE, VISITS, TIME = "Lead Source", "TotalVisits", "Total Time Spent on Website"
JOB = "What is your current occupation"


def questions():
    rows = read("Leads.csv", [VISITS, TIME, "Converted", "Page Views Per Visit"])
    bank = Bank("leads", ["Leads.csv"])
    ask = bank.ask

    def rate(part):
        return percent(total(part, "Converted"), len(part))

    def alike(row):
        return "Google" if row[SOURCE] == "google" else row[SOURCE]

    won, lost = where(rows, Converted=1), where(rows, Converted=0)
    converted = ask(
        "how many leads converted?", "count", "Rows whose Converted is 1.", value(len(won)),
    )  # fmt: skip
    ask(
        "whats the conversion rate then", "share", "Converted leads of all leads.", value(rate(rows), PERCENT),
        [converted],
    )  # fmt: skip
    ask(
        "conversion rate by lead source", "group", "Mean of Converted by source; Google and google apart or as one.",
        any_of(table([SOURCE], by(rows, SOURCE, rate), PERCENT), table([SOURCE], by(rows, alike, rate), PERCENT)),
        traits=["terse"],
    )  # fmt: skip
    ask(
        "Do converted leads spend more time on the website? Averages for both groups please", "average",
        "Mean of the time on the website by Converted.",
        table(["Converted"], by(rows, "Converted", lambda part: mean(part, TIME))), traits=["polite"],
    )  # fmt: skip
    known = [row for row in rows if row["City"] not in (None, "Select")]
    cities = ask(
        "top 3 cities by number of leads, ignore Select and blanks", "top",
        "The three cities with the most leads, without Select and missing ones.",
        ranking(top(by(known, "City", len), 3), "City"),
    )  # fmt: skip
    ask(
        "how many of the Mumbai ones converted?", "condition", "Converted leads of this city.",
        value(len(where(won, City="Mumbai"))), [cities],
    )  # fmt: skip
    ask(
        "What is the most common last activity?", "best", "The last activity with the most leads.",
        winner(best(by(rows, "Last Activity", len))),
    )  # fmt: skip
    ask(
        "number of people who wanted the free copy of mastering the interview", "count",
        "Rows with Yes in this column.",
        value(len(where(rows, **{"A free copy of Mastering The Interview": "Yes"}))), traits=["synonym"],
    )  # fmt: skip

    def workers(part):
        count = len(where(part, **{JOB: "Working Professional"}))
        return any_of(value(percent(count, len(part)), PERCENT), value(percent(count, len(values(part, JOB))), PERCENT))

    share = ask(
        "what share of the converted leads are working professionals", "share",
        "Working professionals of all converted leads, or of those whose occupation is known.", workers(won),
    )  # fmt: skip
    ask(
        "and of those who did not convert?", "share", "The same for leads that did not convert.", workers(lost),
        [share],
    )  # fmt: skip
    blank = sum(row["Specialization"] is None for row in rows)
    ask(
        "How many leads have no specialization filled in?", "missing",
        "Rows without a specialization; Select, which nobody chose, counts or not.",
        any_of(value(blank), value(blank + len(where(rows, Specialization="Select")))),
    )  # fmt: skip
    ask(
        "medain total visits per lead origin", "median", "Median of TotalVisits by origin.",
        table(["Lead Origin"], by(rows, "Lead Origin", lambda part: median(part, VISITS))),
        traits=["misspelling", "terse"],
    )  # fmt: skip
    spread = ask(
        "Show me how total visits are distributed", "distribution", "A histogram of TotalVisits.",
        histogram(values(rows, VISITS), VISITS),
    )  # fmt: skip
    landing = where(rows, **{"Lead Origin": "Landing Page Submission"})
    ask(
        "only for landing page submissions", "distribution", "The same for one origin.",
        histogram(values(landing, VISITS), VISITS), [spread],
    )  # fmt: skip
    ask(
        "which lead source is the best one?", "opinion",
        "Most leads, most conversions, the highest conversion rate, or the longest visits.",
        any_of(*leaders(by(rows, SOURCE, len)), *leaders(by(rows, SOURCE, lambda part: total(part, "Converted"))),
               *leaders(by(rows, SOURCE, rate)), *leaders(by(rows, SOURCE, lambda part: mean(part, TIME))),
               *leaders(by(rows, alike, len)), *leaders(by(rows, alike, rate))), ambiguous=True,
    )  # fmt: skip
    ask(
        "how much revenue did we make with the leads from Google", "other topic", "Revenue is not in the file.",
        decline("The file has no amounts of money.", "revenue"),
    )  # fmt: skip
    return bank
