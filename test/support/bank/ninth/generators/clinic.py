"""Medical appointments of Kaggle."""

from datetime import date, datetime, timedelta

from .common import chance, weighted, write

QUARTERS = {
    "JARDIM CAMBURI": 20,
    "MARIA ORTIZ": 15,
    "RESISTÊNCIA": 12,
    "JARDIM DA PENHA": 11,
    "ITARARÉ": 10,
    "CENTRO": 9,
    "SANTA MARTHA": 8,
    "BONFIM": 7,
    "SÃO PEDRO": 5,
    "ILHA DO PRÍNCIPE": 3,
}


def appointments():
    rng, rows, number = chance("no-show"), [], 5574908
    for _ in range(170):
        patient, sex = rng.randrange(39217, 999981631) * 10**5 + rng.randrange(10**5), weighted(rng, {"F": 65, "M": 35})
        age = min(97, int(rng.triangular(0, 92, 34)))
        quarter, grant = weighted(rng, QUARTERS), int(rng.random() < 0.1)
        pressure = int(rng.random() < max(0, (age - 25) / 75))
        sugar, drink = int(pressure and rng.random() < 0.33), int(rng.random() < 0.03)
        for _ in range(weighted(rng, {1: 60, 2: 24, 3: 10, 4: 5, 5: 1})):
            day = date(2016, 4, 29) + timedelta(days=rng.choice([n for n in range(41) if n % 7 not in (1, 2)]))
            wait = 0 if rng.random() < 0.35 else int(rng.expovariate(1 / 14)) + 1
            booked = datetime.combine(day - timedelta(days=wait), datetime.min.time())
            booked += timedelta(seconds=rng.randrange(7 * 3600, 12 * 3600 if not wait else 18 * 3600))
            told = int(wait > 2 and rng.random() < 0.6)
            missed = rng.random() < (0.05 if not wait else 0.3 - 0.06 * told) * (1.3 if age < 30 else 0.9)
            number += rng.randrange(7, 900)
            rows.append(
                [
                    patient,
                    number,
                    sex,
                    f"{booked:%Y-%m-%dT%H:%M:%SZ}",
                    f"{day:%Y-%m-%d}T00:00:00Z",
                    age,
                    quarter,
                    grant,
                    pressure,
                    sugar,
                    drink,
                    weighted(rng, {0: 96, 1: 3, 2: 1}),
                    told,
                    "Yes" if missed else "No",
                ]
            )
    rng.shuffle(rows)
    rows[140][5] = -1
    write(
        "KaggleV2-May-2016.csv",
        [
            "PatientId",
            "AppointmentID",
            "Gender",
            "ScheduledDay",
            "AppointmentDay",
            "Age",
            "Neighbourhood",
            "Scholarship",
            "Hipertension",
            "Diabetes",
            "Alcoholism",
            "Handcap",
            "SMS_received",
            "No-show",
        ],
        rows,
    )
