"""Questions on the episodes of three podcasts."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import by, either, extreme, groups, known, leaders, load, mean, middle, percent, seconds, span, top
from tables import total, where, year

FILE, WEEK, MONTH, ALL, HEARD = (
    "podcast_episodes.csv", "Downloads (7 days)", "Downloads (30 days)", "Downloads (all time)",
    "Avg. Consumption")  # fmt: skip


def questions():
    rows = load(FILE, [WEEK, MONTH, ALL, HEARD, "Season"], {"Published": "%b %d, %Y"})
    for row in rows:
        row["length"] = seconds(row["Length"])
    guests = [row for row in rows if row["Guest"]]
    alone = where(rows, Guest=None)
    bank = Bank("podcasts", [FILE])
    ask = bank.ask

    def downloads(part):
        return total(part, ALL)

    ask("total downloads all time", "sum", "Sum of all downloads.", value(downloads(rows)), traits=["terse"])
    ask("all-time downloads per show", "group", "Sum by show.", table(["Show"], by(rows, "Show", downloads)))
    ask("What are the 5 most downloaded episodes?", "top", "Titles by all downloads.",
        ranking(top({row["Title"]: row[ALL] for row in rows}, 5), "Title"))  # fmt: skip
    ask("how long is an episode on average?", "average", "Mean of the lengths.", either(*span(mean(rows, "length"))))
    ask("average length by show", "group", "Mean of the lengths by show, in seconds, minutes, or hours.",
        either(*(table(["Show"], by(rows, "Show", lambda part, unit=unit: mean(part, "length") / unit))
                 for unit in (1, 60, 3600))), traits=["terse"])  # fmt: skip
    ask("how many episodes had a guest", "count", "Rows with a guest.", value(len(guests)))
    first = "What's the average number of 7-day downloads for episodes with a guest?"
    ask(first, "condition", "Mean of rows with a guest.", value(mean(guests, WEEK)))
    ask("and without a guest?", "condition", "Mean of rows without one.", value(mean(alone, WEEK)), [first])
    ask("episodes published per year", "trend", "Rows by year.", table(["year"], by(rows, year("Published"), len)))
    longest = extreme(rows, "length")
    ask("which episode is the longest?", "extreme row", "The row with the greatest length.",
        either(winner((longest["Title"], longest["length"])), value(longest["Title"])))  # fmt: skip
    ask("median consumption by show", "median", "Median by show.",
        table(["Show"], by(rows, "Show", lambda part: middle(part, HEARD))) | {"unit": "percent"})  # fmt: skip
    low = "How many episodes have an average consumption below 60%?"
    ask(low, "count", "Rows below this.", value(sum(one < 60 for one in known(rows, HEARD))))
    ask("just for The Ledger", "count", "The same for one show.",
        value(sum(one < 60 for one in known(where(rows, Show="The Ledger"), HEARD))), [low])  # fmt: skip
    settled = [row for row in rows if row[MONTH] is not None]
    ask("what part of the 30-day downloads comes in the first 7 days", "ratio",
        "Sum of 7 days by sum of 30 days, of episodes that have both; or the mean of their ratios.",
        either(value(percent(total(settled, WEEK), total(settled, MONTH)), PERCENT),
               value(100 * sum(row[WEEK] / row[MONTH] for row in settled) / len(settled), PERCENT)))  # fmt: skip
    sponsors = "downloads per sponsor"
    ask(sponsors, "group", "Sum of any of the three figures by sponsor.",
        either(*(table(["Sponsor"], by(rows, "Sponsor", lambda part, name=name: total(part, name)))
                 for name in (ALL, WEEK, MONTH))), traits=["terse"])  # fmt: skip
    ask("how many episodes did each of them sponsor?", "group", "Rows by sponsor.",
        table(["Sponsor"], by(rows, "Sponsor", len)), [sponsors])  # fmt: skip
    ask("How many different guests have we had?", "distinct", "Distinct guests.", value(len(groups(rows, "Guest"))))
    ask("which guests were on more than 8 times", "having", "Guests with more than 8 rows.",
        listing([name for name, count in by(rows, "Guest", len).items() if count > 8], "Guest"))  # fmt: skip
    ask("avg all time downloads of Night Shift season 2", "conditions", "Two conditions.",
        value(mean(where(rows, Show="Night Shift", Season=2.0), ALL)))  # fmt: skip
    ask("how much ad revenue did each show bring in?", "other topic", "Revenue is not in the file.",
        decline("The file has downloads and sponsors, no revenue.", "revenue"))  # fmt: skip
    ask("what's our most successful show?", "opinion", "Most downloads, of all or by episode, or highest consumption.",
        leaders(*(by(rows, "Show", of) for of in (
            downloads, lambda part: mean(part, ALL), lambda part: mean(part, HEARD), lambda part: total(part, WEEK),
            lambda part: total(part, MONTH), lambda part: mean(part, WEEK), lambda part: mean(part, MONTH), len))),
        ambiguous=True)  # fmt: skip
    return bank
