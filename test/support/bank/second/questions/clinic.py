from expectations import PERCENT, Bank, decline, either, listing, table, value
from reading import by, day, mean, median, percent, read, values, weekday, where

from .common import any_of, best_of

SET = "sealed"


def questions():
    visits = read("clinic_appointments.csv", numbers=("age", "waiting_minutes"))
    for row in visits:
        row["day"] = day(row["date"])
        row["lead"] = (row["day"] - day(row["booked_on"])).days
    bank = Bank("clinic", ["clinic_appointments.csv"])
    ask = bank.ask

    per_doctor = ask(
        "How many appointments does each doctor have?",
        "group",
        "Rows for each doctor.",
        table(["doctor"], by(visits, "doctor", len)),
    )
    ask(
        "completed ones only",
        "group",
        "The same counts, status Completed.",
        table(["doctor"], by(where(visits, status="Completed"), "doctor", len)),
        before=[per_doctor],
        traits=["terse"],
    )
    kept = [row for row in visits if row["status"] != "Cancelled"]

    def missed(part):
        return percent(len(where(part, status="No-show")), len(part))

    no_shows = ask(
        "no show rate",
        "share",
        "Status No-show, of all appointments; or of those that were not cancelled.",
        either(value(missed(visits), unit=PERCENT), value(missed(kept), unit=PERCENT)),
        traits=["terse", "part-of-value"],
    )
    ask(
        "with and without an SMS reminder",
        "group",
        "The same share for sms_reminder Yes and No.",
        either(
            table(["sms_reminder"], by(visits, "sms_reminder", missed), unit=PERCENT),
            table(["sms_reminder"], by(kept, "sms_reminder", missed), unit=PERCENT),
        ),
        before=[no_shows],
    )
    ask(
        "average waiting time by specialty",
        "group",
        "Mean of waiting_minutes for each specialty.",
        table(["specialty"], by(visits, "specialty", lambda part: mean(part, "waiting_minutes"))),
    )
    ask(
        "What was the longest anyone had to wait?",
        "max",
        "The highest waiting_minutes.",
        value(max(values(visits, "waiting_minutes"))),
        traits=["synonym"],
    )
    ask(
        "number of different patients",
        "distinct",
        "Different values of patient_id.",
        value(len({row["patient_id"] for row in visits})),
    )
    ask(
        "appointments by day of the week",
        "group",
        "Rows for each weekday of date.",
        table(["weekday"], by(visits, lambda row: weekday(row["day"]), len)),
    )
    ask(
        "how many appts start before noon?",
        "condition",
        "Rows with time before 12:00.",
        value(len([row for row in visits if row["time"] < "12:00"])),
        traits=["synonym"],
    )
    ask(
        "How many patients are older than 65?",
        "condition",
        "Different values of patient_id with an age above 65.",
        value(len({row["patient_id"] for row in visits if row["age"] > 65})),
    )
    lead = ask(
        "how many days in advance are appointments booked on average?",
        "average",
        "Mean number of days from booked_on to date.",
        value(mean(visits, "lead")),
    )
    ask(
        "for new patients?",
        "average",
        "The same mean, visit_type new.",
        value(mean(where(visits, visit_type="new"), "lead")),
        before=[lead],
        traits=["part-of-value"],
    )
    cancelled = where(visits, status="Cancelled")
    february = ask(
        "Cancellations in February",
        "condition",
        "Rows of status Cancelled with a date in February.",
        value(len([row for row in cancelled if row["day"].month == 2])),
        traits=["synonym"],
    )
    ask(
        "and march",
        "condition",
        "The same count for March.",
        value(len([row for row in cancelled if row["day"].month == 3])),
        before=[february],
        traits=["terse"],
    )
    adults = [row for row in visits if row["specialty"] != "Paediatrics"]
    ask(
        "average age of patients, not counting paediatrics",
        "negation",
        "Mean of age over the appointments of other specialties; or over their different patients.",
        any_of(
            value(mean(adults, "age")),
            value(mean(list({row["patient_id"]: row for row in adults}.values()), "age")),
        ),
    )
    ask(
        "Which doctor keeps patients waiting the least?",
        "best",
        "The doctor with the lowest mean of waiting_minutes.",
        best_of(by(visits, "doctor", lambda part: mean(part, "waiting_minutes")), lowest=True),
        traits=["synonym"],
    )
    absent = by(where(visits, status="No-show"), "patient_id", len)
    ask(
        "which patients missed more than one appointment?",
        "list",
        "Values of patient_id with two or more rows of status No-show.",
        listing([key for key, count in absent.items() if count > 1], "patient_id"),
        traits=["synonym"],
    )
    ask(
        "How much did we bill in March?",
        "missing",
        "There are no amounts in the file.",
        decline("The file has no amounts of money.", word="bill"),
        traits=["missing-word"],
    )
    ask(
        "what's a typical waiting time",
        "average",
        "Mean or median of waiting_minutes.",
        either(value(mean(visits, "waiting_minutes")), value(median(visits, "waiting_minutes"))),
        ambiguous=True,
    )
    return bank
