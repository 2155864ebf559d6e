"""Questions on the calls of a call centre."""

from expectations import PERCENT, Bank, decline, listing, table, value, winner
from tables import best, by, either, extreme, known, leaders, load, mean, month, percent, seconds, span, weekday, where

FILE, ANSWERED, WAIT, RATING, TALK = (
    "call_log_2024_Q1.csv", "Answered (Y/N)", "Speed of answer in seconds", "Satisfaction rating", "Talk Duration")  # fmt: skip


def questions():
    rows = load(FILE, [WAIT, RATING], {"Date": "%m/%d/%Y", "Time": "%H:%M:%S"})
    for row in rows:
        row["talk"] = seconds(row[TALK])
    answered = [row for row in rows if row[ANSWERED] == "Y"]
    missed = [row for row in rows if row[ANSWERED] == "N"]
    bank = Bank("calls", [FILE])
    ask = bank.ask

    def rating(part):
        return mean(part, RATING)

    def solved(part):
        return len(where(part, Resolved="Y"))

    ask("how many calls did we get?", "count", "All rows.", value(len(rows)))
    lost = "How many calls went unanswered?"
    ask(lost, "count", "Rows with N.", value(len(missed)))
    ask("what percent is that", "share", "Of all calls.", value(percent(len(missed), len(rows)), PERCENT), [lost])
    ask("answered calls per agent", "group", "Rows with Y by agent.", table(["Agent"], by(answered, "Agent", len)),
        traits=["terse"])  # fmt: skip
    ask("Resolution rate by agent", "share", "Resolved calls of all calls, or of those that were answered.",
        either(*(table(["Agent"], by(part, "Agent", lambda one: percent(solved(one), len(one)))) | {"unit": "percent"}
                 for part in (rows, answered))))  # fmt: skip
    score = "what's our average satisfaction rating"
    ask(score, "average", "Mean of the ratings.", value(rating(rows)))
    ask("split by topic", "group", "The same by topic.", table(["Topic"], by(rows, "Topic", rating)), [score])
    ask("number of calls by weekday", "part of time", "Rows by weekday.", table(["weekday"], by(rows, weekday("Date"), len)))
    ask("What's the busiest hour of the day?", "best", "The hour of the time with most calls.",
        winner(best(by(rows, lambda row: str(row["Time"].hour), len))))  # fmt: skip
    ask("average talk duration", "average", "Mean of the durations of answered calls.", either(*span(mean(rows, "talk"))))
    longest = extreme(rows, "talk")
    ask("what was the longest call and which agent took it?", "extreme row", "The row with the longest duration.",
        either(winner((longest["Agent"], longest["talk"])), value(longest["Agent"]), value(longest["Call Id"])))  # fmt: skip
    ask("avg speed of answer in february", "filter", "Mean of the seconds of February.",
        value(mean([row for row in rows if row["Date"].month == 2], WAIT)))  # fmt: skip
    ask("How many callers waited more than a minute?", "count", "Rows above 60 seconds.",
        value(sum(one > 60 for one in known(rows, WAIT))))  # fmt: skip
    monthly = "calls by month"
    ask(monthly, "trend", "Rows by month.", table(["month"], by(rows, month("Date"), len)), traits=["terse"])
    ask("only technical support", "trend", "The same for one topic.",
        table(["month"], by(where(rows, Topic="Technical Support"), month("Date"), len)), [monthly])  # fmt: skip
    ask("which agents have an average rating below 3.5?", "having", "Agents whose mean is below this.",
        listing([name for name, one in by(rows, "Agent", rating).items() if one < 3.5], "Agent"))  # fmt: skip
    ask("how many calls were answered but not resolved", "conditions", "Y and N.", value(len(where(answered, Resolved="N"))))
    ask("How many answered calls have no rating?", "missing", "Answered rows without one.",
        value(sum(row[RATING] is None for row in answered)))  # fmt: skip
    waits = by(rows, month("Date"), lambda part: mean(part, WAIT))
    change = waits["2024-03"] - waits["2024-01"]
    ask("compare the average speed of answer in January and March", "comparison", "Both means, or their difference.",
        either(table(["month"], {name: waits[name] for name in ("2024-01", "2024-03")}), value(change), value(-change),
               value(percent(change, waits["2024-01"]), PERCENT)))  # fmt: skip
    ask("what does a call cost us?", "other topic", "Costs are not in the file.",
        decline("The file has calls and ratings, no costs.", "cost"))  # fmt: skip
    ask("who's our best agent", "opinion", "Best rating, most answered or resolved, best rate, fastest.",
        leaders(by(rows, "Agent", rating), by(answered, "Agent", len), by(rows, "Agent", len), by(rows, "Agent", solved),
                by(rows, "Agent", lambda part: solved(part) / len(part)),
                by(answered, "Agent", lambda part: solved(part) / len(part)),
                by(rows, "Agent", lambda part: -mean(part, WAIT))), ambiguous=True)  # fmt: skip
    return bank
