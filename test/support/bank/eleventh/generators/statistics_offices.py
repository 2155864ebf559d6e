"""Waste of countries, one row a value; economies of countries, one column a year."""

from .common import chance, write

OPERATIONS = {
    "GEN": "Waste generated",
    "DSP_L_OTH": "Disposal - landfill and other (D1-D7, D12)",
    "RCV_E_DSP_I": "Disposal - incineration (D10) and recovery - energy recovery (R1)",
    "RCY": "Recycling",
}
# name, millions of people, kilograms a head, recycled, landfilled
WASTE = {
    "AT": ("Austria", 8.9, 770, 0.6, 0.03),
    "BE": ("Belgium", 11.5, 690, 0.54, 0.02),
    "CZ": ("Czechia", 10.6, 540, 0.38, 0.46),
    "DK": ("Denmark", 5.8, 790, 0.55, 0.02),
    "EU27_2020": ("European Union - 27 countries (from 2020)", 447, 520, 0.47, 0.24),
    "FI": ("Finland", 5.5, 600, 0.41, 0.03),
    "FR": ("France", 67, 545, 0.42, 0.24),
    "DE": ("Germany", 83, 630, 0.67, 0.01),
    "EL": ("Greece", 10.7, 510, 0.19, 0.78),
    "IT": ("Italy", 60, 495, 0.51, 0.2),
    "NL": ("Netherlands", 17.3, 525, 0.57, 0.015),
    "PL": ("Poland", 38, 330, 0.34, 0.42),
    "PT": ("Portugal", 10.3, 505, 0.29, 0.5),
    "ES": ("Spain", 47, 470, 0.36, 0.5),
    "SE": ("Sweden", 10.2, 445, 0.44, 0.008),
}


def waste():
    rng, rows = chance("waste"), []
    for code, (name, millions, heads, recycled, buried) in WASTE.items():
        drift, better = rng.uniform(-0.012, 0.016), rng.uniform(0.002, 0.02)
        for operation, label in OPERATIONS.items():
            for year in range(2016, 2023):
                step = year - 2016
                per_head = heads * (1 + drift) ** step * rng.uniform(0.985, 1.015)
                recycling, dump = recycled + better * step, max(0.004, buried - better * step * 0.8)
                per_head *= {"GEN": 1, "RCY": recycling, "DSP_L_OTH": dump, "RCV_E_DSP_I": 0.97 - recycling - dump}[
                    operation
                ]
                per_head = max(per_head, 1)
                tonnes = round(per_head * millions * (1 + 0.002 * step))
                flag = (
                    "e"
                    if rng.random() < 0.08
                    else "b"
                    if rng.random() < 0.02
                    else "p"
                    if year == 2022 and rng.random() < 0.2
                    else ""
                )
                gone = code in ("EL", "PT") and year == 2022 or rng.random() < 0.012
                for unit, text, figure in (
                    ("THS_T", "Thousand tonnes", tonnes),
                    ("KG_HAB", "Kilograms per capita", round(per_head)),
                ):
                    rows.append(
                        [
                            "dataflow",
                            "ESTAT:ENV_WASMUN(1.0)",
                            "A",
                            "Annual",
                            operation,
                            label,
                            unit,
                            text,
                            code,
                            name,
                            year,
                            "" if gone else figure,
                            "" if gone else flag,
                        ]
                    )
    head = ["STRUCTURE", "STRUCTURE_ID", "freq", "Time frequency", "wst_oper", "Waste management operations", "unit"]
    head += ["Unit of measure", "geo", "Geopolitical entity (reporting)", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG"]
    rows.sort(key=lambda row: (row[4], row[6], row[8], row[10]))
    write("env_wasmun_linear_2_0.csv", head, rows)


# code, iso, name, GDP in billions, growth, inflation, unemployment, millions of people, debt
ECONOMIES = [
    (213, "ARG", "Argentina", 557, 0.5, 60, 8, 43.6, 75), (193, "AUS", "Australia", 1265, 2.3, 2.8, 5.1, 24.2, 45),
    (122, "AUT", "Austria", 396, 1.3, 3, 5.6, 8.7, 80), (223, "BRA", "Brazil", 1796, 1.4, 5.5, 11, 206, 82),
    (156, "CAN", "Canada", 1528, 1.7, 2.7, 6.6, 36.1, 100), (924, "CHN", "China", 11228, 6, 1.6, 4.6, 1383, 64),
    (128, "DNK", "Denmark", 313, 2.1, 2.1, 5.5, 5.7, 35), (132, "FRA", "France", 2472, 1.1, 2.2, 8.6, 64.6, 104),
    (134, "DEU", "Germany", 3469, 1, 2.9, 3.6, 82.3, 65), (174, "GRC", "Greece", 193, 1.2, 2, 17, 10.8, 182),
    (534, "IND", "India", 2295, 6.2, 5, "n/a", 1325, 78), (178, "IRL", "Ireland", 299, 6, 2.5, 6, 4.7, 60),
    (136, "ITA", "Italy", 1877, 0.8, 2.4, 9.8, 60.1, 140), (158, "JPN", "Japan", 5004, 0.6, 1, 2.7, 127, 240),
    (273, "MEX", "Mexico", 1078, 1.5, 5, 3.6, 122, 52), (138, "NLD", "Netherlands", 784, 1.9, 2.8, 4.7, 17, 54),
    (694, "NGA", "Nigeria", 405, 2, 16, "n/a", 184, 33), (142, "NOR", "Norway", 369, 1.6, 3, 4, 5.2, 40),
    (964, "POL", "Poland", 472, 3.9, 5, 4, 38, 53), (199, "ZAF", "South Africa", 323, 0.8, 5, 30, 56, 62),
    (184, "ESP", "Spain", 1233, 1.9, 2.6, 14.5, 46.4, 108), (146, "CHE", "Switzerland", 687, 1.6, 0.7, 4.6, 8.4, 39),
    (186, "TUR", "Türkiye", 869, 4.6, 30, 11, 79.8, 32), (112, "GBR", "United Kingdom", 2689, 1.4, 3.3, 4.3, 65.6, 92),
    (111, "USA", "United States", 18695, 2.3, 3.2, 4.6, 323, 115),
]  # fmt: skip
YEARS = range(2016, 2025)


def economies():
    rng, rows = chance("economies"), []
    for code, iso, name, gdp, growth, inflation, jobless, millions, debt in ECONOMIES:
        shock = {2020: rng.uniform(-10, 1), 2021: rng.uniform(1, 6)}
        grown = [round(shock.get(year, rng.gauss(growth, 0.7)), 3) for year in YEARS]
        prices = [
            round(inflation * {2021: 1.4, 2022: 2.6, 2023: 2}.get(year, 0.7) * rng.uniform(0.7, 1.3), 3)
            for year in YEARS
        ]
        size, sizes = gdp, []
        for step in grown:
            sizes.append(size)
            size = size * (1 + (step + 2 + rng.gauss(0, 2)) / 100)
        folk = [
            millions * (1 + (-0.002 if iso in ("JPN", "ITA", "GRC", "POL") else 0.007)) ** place for place in range(9)
        ]
        owed = [debt * (1 + (0.15 if year in (2020, 2021) else 0)) * rng.uniform(0.96, 1.04) for year in YEARS]
        idle = [jobless * rng.uniform(0.88, 1.12) if jobless != "n/a" else None for _ in YEARS]
        if iso == "ARG":
            prices[0] = "n/a"
        if iso in ("NGA", "ZAF"):
            idle[8] = None
        for subject, text, units, scale, series in (
            ("NGDP_RPCH", "Gross domestic product, constant prices", "Percent change", "", grown),
            ("NGDPD", "Gross domestic product, current prices", "U.S. dollars", "Billions", sizes),
            ("PCPIPCH", "Inflation, average consumer prices", "Percent change", "", prices),
            ("LUR", "Unemployment rate", "Percent of total labor force", "", idle),
            ("LP", "Population", "Persons", "Millions", folk),
            ("GGXWDG_NGDP", "General government gross debt", "Percent of GDP", "", owed),
        ):
            cells = ["n/a" if cell in (None, "n/a") else f"{cell:,.3f}" for cell in series]
            rows.append([code, iso, subject, name, text, units, scale, *cells, 2022 if subject == "LP" else 2023])
    head = ["WEO Country Code", "ISO", "WEO Subject Code", "Country", "Subject Descriptor", "Units", "Scale"]
    head += [*YEARS, "Estimates Start After"]
    after = "\nInternational Monetary Fund, World Economic Outlook Database, October 2024\n"
    write("WEOOct2024all.tsv", head, rows, delimiter="\t", after=after)
