"""Issues as Jira exports them."""

from datetime import datetime

from expectations import PERCENT, Bank, decline, listing, table, value, winner
from reading import best, by, first, mean, median, month, percent, read, total, where
from readings import any_of, leaders

FILE = "Jira.csv"
POINTS = "Custom field (Story Points)"


def moment(text):
    return None if text is None else datetime.strptime(text, "%d/%b/%y %I:%M %p")


def questions():
    bank = Bank("issues", [FILE])
    rows = read(FILE, numbers=[POINTS])
    for row in rows:
        row["begun"], row["over"] = moment(row["Created"]), moment(row["Resolved"])
    done = [row for row in rows if row["over"]]
    left = [row for row in rows if not row["over"]]
    if {row["Status"] for row in done} != {"Done"} or any(row["Status"] == "Done" for row in left):
        raise ValueError("open has two readings")
    for row in done:
        row["hours"] = (row["over"] - row["begun"]).total_seconds() / 3600
        row["days"] = row["hours"] / 24
        row["calendar"] = (row["over"].date() - row["begun"].date()).days
    finished = where(done, Resolution="Done")
    bugs, stories = where(rows, **{"Issue Type": "Bug"}), where(rows, **{"Issue Type": "Story"})
    open_bugs = [row for row in bugs if not row["over"]]

    def points(part):
        return total(part, POINTS)

    def per_priority(length):
        return table(["Priority"], by(done, "Priority", lambda part: mean(part, length)))

    asked = bank.ask(
        "How many bugs are still open?",
        "condition",
        "Bugs whose Status is not Done, which are those without Resolved.",
        value(len(open_bugs)),
    )
    bank.ask(
        "How many of them are unassigned?",
        "missing",
        "Open bugs without an Assignee.",
        value(sum(row["Assignee"] is None for row in open_bugs)),
        before=[asked],
    )
    asked = bank.ask(
        "issues created per month",
        "trend",
        "Rows by month of Created.",
        table(["month"], by(rows, lambda row: month(row["begun"]), len)),
        traits=["terse"],
    )
    bank.ask(
        "and how many were resolved each month?",
        "trend",
        "Rows with Resolved, by month of Resolved.",
        table(["month"], by(done, lambda row: month(row["over"]), len)),
        before=[asked],
    )
    bank.ask(
        "On average, how long does it take to resolve an issue, by priority?",
        "average",
        "Mean time from Created to Resolved by Priority, in days, in calendar days, or in hours.",
        any_of(per_priority("days"), per_priority("calendar"), per_priority("hours")),
    )
    asked = bank.ask(
        "story points completed per assignee",
        "group",
        "Sum of story points of issues that are Done, by Assignee; with those closed for another reason or without.",
        any_of(*[table(["Assignee"], by(part, "Assignee", points)) for part in (done, finished)]),
        traits=["synonym"],
    )
    bank.ask(
        "Who has the most?",
        "best",
        "The Assignee with the highest of these sums.",
        any_of(*[winner(best(by(part, "Assignee", points))) for part in (done, finished)]),
        before=[asked],
    )
    bank.ask(
        "what percentage of bugs is High or Highest priority?",
        "share",
        "Bugs of the priorities High and Highest by all bugs.",
        value(percent(sum(row["Priority"] in ("High", "Highest") for row in bugs), len(bugs)), PERCENT),
    )
    bank.ask(
        "How many stories don't have story points yet?",
        "missing",
        "Rows of the type Story without story points.",
        value(sum(row[POINTS] is None for row in stories)),
    )
    bank.ask(
        "List everything that was closed as Won't Do",
        "list",
        "Issues with the Resolution Won't Do.",
        any_of(
            *[
                listing([row[column] for row in rows if row["Resolution"] == "Won't Do"], column)
                for column in ("Issue key", "Summary")
            ]
        ),
    )
    bank.ask(
        "median story points of a story",
        "median",
        "Median of the story points over rows of the type Story that have them.",
        value(median(stories, POINTS)),
        traits=["terse"],
    )
    asked = bank.ask(
        "Which component has the most bugs?",
        "best",
        "The Component/s with the most rows of the type Bug.",
        winner(best(by(bugs, "Component/s", len))),
    )
    bank.ask(
        "and the most stories?",
        "best",
        "The Component/s with the most rows of the type Story.",
        winner(best(by(stories, "Component/s", len))),
        before=[asked],
    )
    oldest = first(left, "begun")
    bank.ask(
        "whats the oldest ticket that isn't resolved",
        "lookup",
        "The issue without Resolved that was Created first.",
        any_of(value(oldest["Issue key"]), value(oldest["Summary"])),
        traits=["synonym", "misspelling"],
    )
    bank.ask(
        "How many hours were logged on bugs?",
        "other topic",
        "The export has no work log.",
        decline("the file has no hours that were logged", "logged"),
    )
    bank.ask(
        "Who's our most productive developer?",
        "opinion",
        "The Assignee with the most issues done, or with the most story points done.",
        any_of(
            *[
                one
                for part in (done, finished)
                for count in (len, points)
                for one in leaders(by(part, "Assignee", count))
            ]
        ),
        ambiguous=True,
    )
    return bank
