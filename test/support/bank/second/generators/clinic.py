"""A clinic's appointments of one quarter."""

from datetime import date, datetime, time, timedelta

from .common import chance, weighted, write

DOCTORS = {
    "Dr. Amara Osei": ("Dermatology", 14),
    "Dr. Peter Lang": ("Cardiology", 24),
    "Dr. Sunita Patel": ("General practice", 18),
    "Dr. Hugo Martin": ("General practice", 11),
    "Dr. Lea Brooks": ("Paediatrics", 16),
    "Dr. Yusuf Kaya": ("Orthopaedics", 28),
}


def appointments():
    rng = chance("clinic")
    patients = {f"P{place:04d}": (rng.randint(19, 88), weighted(rng, {"F": 11, "M": 9})) for place in range(301, 421)}
    children = {f"P{place:04d}": (rng.randint(0, 15), weighted(rng, {"F": 1, "M": 1})) for place in range(421, 451)}
    rows = []
    for _ in range(270):
        doctor = rng.choice(list(DOCTORS))
        specialty, usual = DOCTORS[doctor]
        pool = children if specialty == "Paediatrics" else patients
        patient = rng.choice(list(pool))
        age, gender = pool[patient]
        day = date(2025, 1, 6) + timedelta(days=rng.randrange(84))
        while day.weekday() > 4:
            day = date(2025, 1, 6) + timedelta(days=rng.randrange(84))
        booked = day - timedelta(days=int(rng.expovariate(1 / 14)))
        hour = weighted(rng, {8: 4, 9: 5, 10: 5, 11: 4, 13: 2, 14: 4, 15: 3, 16: 2})
        slot = datetime.combine(day, time(hour, rng.choice([0, 15, 30, 45])))
        reminder = rng.random() < 0.6
        missed = 0.06 + min(0.16, (day - booked).days / 200) + (0 if reminder else 0.1)
        status = "Completed"
        if rng.random() < missed:
            status = "No-show"
        elif rng.random() < 0.09:
            status = "Cancelled"
        waited = max(0, round(rng.gauss(usual, 8) + (hour - 8)))
        rows.append(
            [
                slot,
                patient,
                age,
                gender,
                doctor,
                specialty,
                booked.isoformat(),
                "new" if rng.random() < 0.3 else "follow-up",
                "Yes" if reminder else "No",
                status,
                waited if status == "Completed" and rng.random() > 0.03 else "",
                weighted(rng, {"public": 7, "private": 2, "self-pay": 1}),
            ]
        )
    rows.sort(key=lambda row: (row[0], row[1]))
    write(
        "clinic_appointments.csv",
        "appointment_id,date,time,patient_id,age,gender,doctor,specialty,booked_on,visit_type,sms_reminder,status,"
        "waiting_minutes,insurance".split(","),
        [[f"A-{place:05d}", f"{row[0]:%Y-%m-%d}", f"{row[0]:%H:%M}", *row[1:]] for place, row in enumerate(rows, 1101)],
    )
