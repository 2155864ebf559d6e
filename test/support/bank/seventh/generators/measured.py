"""Expression of proteins in mice, after the set of the UCI, and hours of weather and of electricity."""

import math
from datetime import datetime, timedelta

from .common import chance, write

PROTEINS = {
    "DYRK1A_N": 0.42,
    "ITSN1_N": 0.61,
    "BDNF_N": 0.32,
    "NR1_N": 2.3,
    "NR2A_N": 3.84,
    "pAKT_N": 0.23,
    "pCAMKII_N": 3.54,
    "pERK_N": 0.54,
    "BCL2_N": 0.135,
    "APP_N": 0.405,
    "SOD1_N": 0.54,
    "H3AcK18_N": 0.17,
    "CaNA_N": 1.34,
}
CLASSES = ["c-CS-m", "c-SC-m", "c-CS-s", "c-SC-s", "t-CS-m", "t-SC-m", "t-CS-s", "t-SC-s"]
MICE = ["309", "3415", "3497", "321", "3477", "3411", "3429", "320", "3484", "3507", "361", "3525", "365", "3530"]
MICE += ["J3295", "18899"]


def mice():
    rng = chance("mice")
    rows = []
    for place, mouse in enumerate(MICE):
        name = CLASSES[place // 2]
        genotype, behaviour, drug = name.split("-")
        own = {protein: rng.gauss(0, 0.11) for protein in PROTEINS}
        shared = rng.gauss(0, 0.16)
        for sample in range(1, 16):
            noise = rng.gauss(0, 0.05)
            row = [f"{mouse}_{sample}"]
            for protein, level in PROTEINS.items():
                shift = own[protein] + rng.gauss(0, 0.07)
                if protein in ("DYRK1A_N", "ITSN1_N", "pERK_N"):
                    shift += shared + noise
                if protein == "SOD1_N":
                    shift += 0.35 if behaviour == "SC" else -0.2
                if protein in ("APP_N", "DYRK1A_N") and genotype == "t":
                    shift += 0.09
                if protein == "CaNA_N":
                    shift += 0.14 if behaviour == "CS" else -0.16
                gone = {"BCL2_N": 0.26, "H3AcK18_N": 0.16}.get(protein, 0.006)
                row.append("" if rng.random() < gone else f"{level * math.exp(shift):.9f}")
            row += ["Control" if genotype == "c" else "Ts65Dn", "Memantine" if drug == "m" else "Saline"]
            rows.append([*row, "C/S" if behaviour == "CS" else "S/C", name])
    write("Data_Cortex_Nuclear.csv", ["MouseID", *PROTEINS, "Genotype", "Treatment", "Behavior", "class"], rows)


def energy():
    rng = chance("energy")
    rows, warmth, gust = [], 0.0, 14.0
    start = datetime(2024, 1, 22)
    for hour in range(12 * 24):
        when = start + timedelta(hours=hour)
        warmth = 0.985 * warmth + rng.gauss(0, 0.6)
        gust = max(1.5, 0.93 * gust + 0.07 * 14 + rng.gauss(0, 1.7))
        degrees = 1.8 + 1.3 * math.sin((when.hour - 11) / 24 * 2 * math.pi) + warmth
        damp = min(100, max(38, 79 - 2.6 * (degrees - 1.8) + rng.gauss(0, 4)))
        free = when.weekday() > 4
        at_work = 0 if free or not 7 <= when.hour <= 18 else 41 * math.sin((when.hour - 6) / 13 * math.pi) + 12
        used = 12 + at_work + max(0, 14 - degrees) * 3.4 + rng.gauss(0, 2.6)
        if hour in (101, 102):
            continue
        rows.append(
            [
                when,
                f"{degrees:.1f}",
                f"{damp:.0f}",
                "" if rng.random() < 0.03 else f"{gust:.1f}",
                "" if rng.random() < 0.012 else f"{used:.2f}",
            ]
        )
    write("energy_weather_hourly.csv", ["timestamp", "temperature", "humidity", "wind", "consumption_kwh"], rows)
