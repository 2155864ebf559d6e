"""Purchases, spending, and stock: an ERP's list of orders, a ministry's payments, and a county's warehouse."""

from datetime import date, timedelta

from .common import chance, weighted, write

VENDORS = {
    "100234     Würth Industrie Service GmbH": 20,
    "100871     Bossard Deutschland GmbH": 14,
    "101120     RS Components GmbH": 16,
    "102045     Klöckner & Co SE": 11,
    "102388     Lapp Holding SE": 12,
    "103007     Festo SE & Co. KG": 10,
    "103911     Hoffmann SE": 13,
    "104450     Lyreco Deutschland GmbH": 10,
}
GOODS = {
    "Sechskantschraube M8x40 verzinkt": ("M-10045", "Normteile", 8.9, 100, "ST", (200, 4000)),
    "Unterlegscheibe DIN 125 M8": ("M-10052", "Normteile", 1.85, 100, "ST", (500, 8000)),
    "Stahlblech S235 2mm": ("M-20110", "Rohmaterial", 41.5, 1, "ST", (5, 80)),
    "Rundstahl 20mm C45": ("M-20133", "Rohmaterial", 3.74, 1, "M", (50, 600)),
    "Steuerleitung ÖLFLEX 4G1,5": ("M-30077", "Elektro", 1.29, 1, "M", (100, 1500)),
    "Sicherungsautomat B16": ("M-30091", "Elektro", 6.35, 1, "ST", (10, 150)),
    "Pneumatikzylinder DSBC-32": ("M-40012", "Pneumatik", 118.4, 1, "ST", (1, 20)),
    "Magnetventil VUVG-L10": ("M-40026", "Pneumatik", 74.9, 1, "ST", (2, 30)),
    "Schutzhandschuh Gr. 9": ("M-50003", "Arbeitsschutz", 2.6, 1, "PAA", (20, 300)),
    "Kopierpapier A4 80g": ("M-60001", "Bürobedarf", 4.15, 1, "PAK", (20, 200)),
    "Wartung Kompressor": ("", "Dienstleistung", 890.0, 1, "LE", (1, 4)),
}
GROUPS = {
    "Normteile": "001",
    "Rohmaterial": "002",
    "Elektro": "003",
    "Pneumatik": "003",
    "Arbeitsschutz": "004",
    "Bürobedarf": "004",
    "Dienstleistung": "005",
}


def german(number, digits=2):
    return f"{number:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def bestellungen():
    rng, rows, number, day = chance("me2n"), [], 4500017803, date(2023, 1, 9)
    while day < date(2024, 12, 20):
        vendor, werk, kind = weighted(rng, VENDORS), weighted(rng, {"1000": 5, "1100": 3, "1200": 2}), "NB"
        for place, text in enumerate(rng.sample(list(GOODS), weighted(rng, {1: 5, 2: 4, 3: 2}))):
            material, group, price, unit, measure, (low, high) = GOODS[text]
            amount = rng.randrange(low, high + 1)
            amount -= amount % 10 if low >= 20 else 0
            net = round(price * rng.uniform(0.94, 1.12), 2)
            done = (date(2024, 12, 31) - day).days > 30 and rng.random() < 0.88
            still = 0 if done else amount if rng.random() < 0.6 else amount // 2
            rows.append(
                [
                    number,
                    (place + 1) * 10,
                    kind,
                    GROUPS[group],
                    f"{day:%d.%m.%Y}",
                    f"{day + timedelta(days=rng.randrange(5, 60)):%d.%m.%Y}",
                    vendor,
                    material,
                    text,
                    group,
                    werk,
                    "" if measure == "LE" else rng.choice(["0001", "0002"]),
                    german(amount, 3),
                    measure,
                    german(net),
                    "EUR",
                    unit,
                    german(amount * net / unit),
                    german(still, 3),
                    german(still * net / unit),
                    "X" if done else "",
                ]
            )
        number += rng.randrange(1, 6)
        day += timedelta(days=rng.randrange(1, 10))
    write(
        "ME2N_Bestellungen_2023_2024.csv",
        (
            "Einkaufsbeleg;Position;Einkaufsbelegart;Einkäufergruppe;Belegdatum;Lieferdatum;Lieferant/Lieferwerk;Material;"
            "Kurztext;Warengruppe;Werk;Lagerort;Bestellmenge;Bestellmengeneinheit;Nettopreis;Währung;Preiseinheit;"
            "Nettobestellwert;Noch zu liefern (Menge);Noch zu liefern (Wert);Endlieferung"
        ).split(";"),
        rows,
        delimiter=";",
        bom=True,
    )


SUPPLIERS = {
    "NETWORK RAIL INFRASTRUCTURE LTD": ("Grants to Network Rail", "Rail Infrastructure", 4000000, 180000000, "N1 9AG"),
    "TRANSPORT FOR LONDON": ("Grants to Local Authorities", "Local Transport", 900000, 60000000, "E20 1JN"),
    "GREATER MANCHESTER COMBINED AUTHORITY": (
        "Grants to Local Authorities",
        "Local Transport",
        400000,
        22000000,
        "M1 6EU",
    ),
    "KENT COUNTY COUNCIL": ("Grants to Local Authorities", "Roads Policy", 60000, 9000000, "ME14 1XQ"),
    "LEEDS CITY COUNCIL": ("Grants to Local Authorities", "Local Transport", 60000, 7000000, "LS1 1UR"),
    "ATKINS LIMITED": ("Consultancy", "Roads Policy", 26000, 700000, "KT18 5BW"),
    "ARUP LTD": ("Consultancy", "HS2 Programme", 26000, 900000, "W1T 4BQ"),
    "KPMG LLP": ("Consultancy", "Finance", 26000, 640000, "E14 5GL"),
    "PA CONSULTING SERVICES LTD": ("Professional Services", "HS2 Programme", 26000, 520000, "SW1E 5DN"),
    "CAPITA BUSINESS SERVICES LTD": ("Facilities Management", "Estates", 26000, 300000, ""),
    "SOPRA STERIA LTD": ("IT Services", "Digital Services", 30000, 1200000, "HP2 7AH"),
    "SOFTCAT PLC": ("IT Services", "Digital Services", 25500, 410000, "SL7 1TB"),
    "FUJITSU SERVICES LIMITED": ("IT Services", "Driver and Vehicle Services", 60000, 2600000, "RG12 8SN"),
    "ROYAL MAIL GROUP LTD": ("Postage", "Driver and Vehicle Services", 90000, 1900000, "S49 1HQ"),
    "BRISTOW HELICOPTERS LTD": ("Search and Rescue Helicopters", "Maritime", 3000000, 15000000, "AB21 0NT"),
}
ENTITIES = {
    "Rail Infrastructure": "Department for Transport",
    "Driver and Vehicle Services": "Driver and Vehicle Licensing Agency",
    "Maritime": "Maritime and Coastguard Agency",
}


def spending():
    rng, rows = chance("spend"), []
    for place in range(240):
        supplier = weighted(rng, dict(zip(SUPPLIERS, (12, 9, 6, 7, 7, 9, 8, 6, 5, 5, 8, 8, 6, 6, 5))))
        kind, area, low, high, postcode = SUPPLIERS[supplier]
        paid = date(2024, 4, 2) + timedelta(days=rng.randrange(180))
        paid += timedelta(days=(7 - paid.weekday()) if paid.weekday() > 4 else 0)
        amount = low * (high / low) ** rng.random()
        if rng.random() < 0.03:
            amount = -rng.uniform(25000, 90000)
        rows.append(
            [
                "Department for Transport",
                ENTITIES.get(area, "Department for Transport"),
                f"{paid:%d/%m/%Y}",
                kind,
                area,
                supplier,
                5100214000 + place * 7 + rng.randrange(7),
                f"{amount:,.2f}",
                "" if rng.random() < 0.12 else f"{kind} {paid:%B}".upper(),
                postcode,
            ]
        )
    rows.sort(key=lambda row: (row[2][3:5], row[2][:2]))
    write(
        "dft-spending-over-25000-april-september-2024.csv",
        [
            "Department Family",
            "Entity",
            "Date",
            "Expense Type",
            "Expense Area",
            "Supplier",
            "Transaction Number",
            "Amount",
            "Description",
            "Supplier Postcode",
        ],
        rows,
        after=",,,,,,,,,\n" * 2,
    )


ITEMS = {
    "WINE": [
        ("347939", "BODEGAS JUAN GIL SILVER - 750ML", "OPICI FAMILY DISTRIBUTING OF MD"),
        ("97918", "LA MARCA PROSECCO - 750ML", "E & J GALLO WINERY"),
        ("310433", "KENDALL JACKSON CHARDONNAY - 750ML", "JACKSON FAMILY ENTERPRISES INC"),
        ("64025", "SANTA MARGHERITA P/GRIG ALTO - 375ML", "SANTA MARGHERITA USA INC"),
        ("100749", "SANTORINI GAVALA WHITE - 750ML", "PWSWN INC"),
        ("83933", "BAREFOOT CABERNET - 1.5L", "E & J GALLO WINERY"),
    ],
    "LIQUOR": [
        ("29025", "TITO'S HANDMADE VODKA - 750ML", "FIFTH GENERATION INC"),
        ("42109", "JAMESON IRISH WHISKEY - 750ML", "PERNOD RICARD USA LLC"),
        ("84220", "ABSOLUT VODKA - 1L", "PERNOD RICARD USA LLC"),
        ("19429", "JOHNNIE WALKER BLACK - 750ML", "DIAGEO NORTH AMERICA INC"),
        ("13048", "CAPT MORGAN SPICED RUM - 1.75L", "DIAGEO NORTH AMERICA INC"),
    ],
    "BEER": [
        ("23445", "CORONA EXTRA LOOSE NR - 12OZ", "CROWN IMPORTS"),
        ("82279", "MODELO ESPECIAL 24 LOOSE NR - 12OZ", "CROWN IMPORTS"),
        ("24571", "HEINEKEN LOOSE NR - 12OZ", "HEINEKEN USA"),
        ("36962", "MILLER LITE 30PK CAN - 12OZ", "MILLER BREWING COMPANY"),
        ("98531", "DOGFISH HEAD 60 MIN IPA - 12OZ", "DOGFISH HEAD CRAFT BREWERY"),
    ],
    "KEGS": [
        ("99190", "MILLER LITE 1/2K", "MILLER BREWING COMPANY"),
        ("99703", "MODELO ESPECIAL 1/2K", "CROWN IMPORTS"),
    ],
    "NON-ALCOHOL": [("72005", "FEVER TREE TONIC - 500ML", "FEVER TREE USA INC")],
    "STR_SUPPLIES": [("116", "WINE GIFT BAG SINGLE", "")],
    "DUNNAGE": [("2", "EMPTY 1/2 KEG (30.00)", "")],
}
LEVELS = {
    "WINE": (9, 14),
    "LIQUOR": (24, 3),
    "BEER": (45, 700),
    "KEGS": (0, 60),
    "NON-ALCOHOL": (6, 2),
    "STR_SUPPLIES": (14, 0),
    "DUNNAGE": (0, -90),
}


def warehouse():
    rng, rows = chance("warehouse"), []
    for year, month in [(2019, month) for month in range(1, 12)] + [(2020, 1), (2020, 3), (2020, 7), (2020, 9)]:
        for kind, items in ITEMS.items():
            retail, stock = LEVELS[kind]
            for code, text, supplier in items:
                if rng.random() < 0.12:
                    continue
                swing = rng.uniform(0.5, 1.6) * (1.2 if month in (5, 6, 7, 8) and kind in ("BEER", "KEGS") else 1)
                sold = round(retail * swing, 2)
                moved = round(max(0, sold + rng.uniform(-4, 4)), 0) if retail else 0
                rows.append(
                    [
                        year,
                        month,
                        supplier,
                        code,
                        text,
                        kind,
                        f"{sold:g}",
                        f"{moved:g}",
                        f"{round(stock * rng.uniform(0.6, 1.5)):g}",
                    ]
                )
    write(
        "Warehouse_and_Retail_Sales.csv",
        [
            "YEAR",
            "MONTH",
            "SUPPLIER",
            "ITEM CODE",
            "ITEM DESCRIPTION",
            "ITEM TYPE",
            "RETAIL SALES",
            "RETAIL TRANSFERS",
            "WAREHOUSE SALES",
        ],
        rows,
    )
