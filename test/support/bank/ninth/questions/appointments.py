"""Medical appointments of Kaggle: who came and who did not."""

from datetime import datetime, timedelta

from expectations import PERCENT, Bank, decline, histogram, table, value, winner
from reading import best, by, mean, percent, read, values, weekday
from readings import any_of, leaders

FILE = "KaggleV2-May-2016.csv"


def questions():
    rows = read(FILE, ("Age",))
    for row in rows:
        row["booked"], row["day"] = (
            datetime.strptime(row[name], "%Y-%m-%dT%H:%M:%SZ") for name in ("ScheduledDay", "AppointmentDay")
        )
        row["missed"] = row["No-show"] == "Yes"
    aged = [row for row in rows if row["Age"] >= 0]
    missed = [row for row in rows if row["missed"]]
    bank = Bank("appointments", [FILE])

    def rate(part):
        return percent(sum(row["missed"] for row in part), len(part))

    no_shows = bank.ask("How many no-shows did we have?", "count", "rows whose No-show is Yes", value(len(missed)))
    bank.ask(
        "as a percentage of all appointments?",
        "share",
        "these, of all rows",
        value(rate(rows), PERCENT),
        before=[no_shows],
    )
    rates = bank.ask(
        "no show rate by neighborhood",
        "ratio",
        "rows whose No-show is Yes, of the rows of a Neighbourhood",
        table(["Neighbourhood"], by(rows, "Neighbourhood", rate), PERCENT),
        traits=["terse"],
    )
    bank.ask(
        "which one is worst?",
        "best",
        "the Neighbourhood with the highest rate",
        winner(best(by(rows, "Neighbourhood", rate))),
        before=[rates],
    )
    days = bank.ask(
        "Appointments per day of the week",
        "group",
        "rows by the weekday of AppointmentDay",
        table(["weekday"], by(rows, lambda row: weekday(row["day"]), len)),
    )
    bank.ask(
        "only the ones people didn't turn up for",
        "group",
        "the same, No-show is Yes",
        table(["weekday"], by(missed, lambda row: weekday(row["day"]), len)),
        before=[days],
        traits=["synonym"],
    )
    texts = bank.ask(
        "Do patients who got a text reminder show up more often?",
        "ratio",
        "share of No-show by SMS_received, of those who came or of those who did not",
        any_of(
            table(["SMS_received"], by(rows, "SMS_received", rate), PERCENT),
            table(["SMS_received"], by(rows, "SMS_received", lambda part: 100 - rate(part)), PERCENT),
        ),
        traits=["synonym"],
    )
    bank.ask(
        "and for women only",
        "ratio",
        "the same, Gender is F",
        any_of(
            *(
                table(
                    ["SMS_received"],
                    by([row for row in rows if row["Gender"] == "F"], "SMS_received", measure),
                    PERCENT,
                )
                for measure in (rate, lambda part: 100 - rate(part))
            )
        ),
        before=[texts],
    )
    bank.ask(
        "average age, men vs women",
        "group",
        "mean of Age by Gender; the age of -1 may be left out",
        any_of(*(table(["Gender"], by(part, "Gender", lambda one: mean(one, "Age"))) for part in (rows, aged))),
    )
    bank.ask(
        "How many different patients are in the list?",
        "distinct",
        "different PatientId",
        value(len({row["PatientId"] for row in rows})),
    )
    many = [key for key, count in by(rows, "PatientId", len).items() if count > 2]
    bank.ask(
        "how many patients have more than two appointments",
        "condition",
        "PatientId with more than two rows",
        value(len(many)),
    )
    whole = sorted((row["day"].date() - row["booked"].date()).days for row in rows)
    exact = [(row["day"] - row["booked"]) / timedelta(days=1) for row in rows]
    bank.ask(
        "On average how many days lie between booking and the appointment?",
        "difference",
        "AppointmentDay minus ScheduledDay, as dates or as moments",
        any_of(*(value(mean([{"d": one} for one in wait], "d")) for wait in (whole, exact))),
    )
    bank.ask(
        "number of appointments of patients over 60 with hypertension",
        "condition",
        "Age above 60 and Hipertension is 1",
        value(sum(row["Age"] > 60 and row["Hipertension"] == "1" for row in rows)),
    )
    bank.ask(
        "Show me the age distribution pls",
        "distribution",
        "distribution of Age; the age of -1 may be left out",
        any_of(*(histogram(values(part, "Age"), "Age") for part in (rows, aged))),
        traits=["polite"],
    )
    bank.ask(
        "Which doctor has the most missed appointments?",
        "other topic",
        "there are no doctors",
        decline("the file names no doctors", "doctor"),
        traits=["missing-word"],
    )
    bank.ask(
        "where is the no-show problem biggest?",
        "best",
        "the Neighbourhood with the most no-shows, or with the highest rate",
        any_of(*leaders(by(missed, "Neighbourhood", len)), *leaders(by(rows, "Neighbourhood", rate))),
        ambiguous=True,
    )
    return bank
