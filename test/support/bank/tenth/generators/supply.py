"""Deliveries of a supply chain, as in USAID's SCMS Delivery History."""

from datetime import date, timedelta

from .common import chance, weighted, write

COUNTRIES = {
    "South Africa": ("ZA", "PMO - US", 9),
    "Nigeria": ("NG", "PMO - US", 8),
    "Côte d'Ivoire": ("CI", "PMO - US", 7),
    "Uganda": ("UG", "PMO - US", 6),
    "Vietnam": ("VN", "PMO - US", 5),
    "Zambia": ("ZM", "PMO - US", 5),
    "Haiti": ("HT", "PMO - US", 5),
    "Mozambique": ("MZ", "PMO - US", 4),
    "Zimbabwe": ("ZW", "PMO - US", 3),
    "Congo, DRC": ("CD", "PMO - US", 2),
    "Guyana": ("GY", "South Africa Field Office", 2),
}
# group, class, description, molecule, brand, dosage, form, per pack, price of a pack, vendor, site, share
ITEMS = [
    ("HRDT", "HIV test", "HIV, Determine Complete HIV Kit, 100 Tests", "HIV 1/2, Determine Complete HIV Kit",
     "Determine", "", "Test kit", 100, 80, "Orgenics, Ltd", "Alere Medical Co., Ltd.", 7),
    ("HRDT", "HIV test", "HIV 1/2, Uni-Gold HIV Kit, 20 Tests", "HIV 1/2, Uni-Gold HIV Kit",
     "Uni-Gold", "", "Test kit", 20, 32, "Trinity Biotech, Plc", "Trinity Biotech, Plc", 6),
    ("HRDT", "HIV test - Ancillary", "HIV, Determine HIV 1/2 Chase Buffer, 1 x 2.5 ml",
     "Chase Buffer", "Determine", "", "Test kit - Ancillary", 1, 6.5, "Orgenics, Ltd", "Inverness Japan", 2),
    ("ARV", "Adult", "Efavirenz 600mg, tablets, 30 Tabs", "Efavirenz", "Generic", "600mg", "Tablet", 30, 3.9,
     "SCMS from RDC", "Aurobindo Unit III, India", 7),
    ("ARV", "Adult", "Lamivudine/Zidovudine 150/300mg, tablets, 60 Tabs", "Lamivudine/Zidovudine", "Generic",
     "150/300mg", "Tablet", 60, 8.4, "SCMS from RDC", "Aurobindo Unit III, India", 6),
    ("ARV", "Adult", "Tenofovir Disoproxil Fumarate 300mg, tablets, 30 Tabs", "Tenofovir Disoproxil Fumarate",
     "Generic", "300mg", "Tablet", 30, 5.2, "CIPLA LIMITED", "Cipla, Goa, India", 5),
    ("ARV", "Adult", "Lopinavir/Ritonavir 200/50mg [Aluvia], tablets, 120 Tabs", "Lopinavir/Ritonavir", "Aluvia",
     "200/50mg", "Tablet", 120, 36, "ABBVIE LOGISTICS (FORMERLY ABBOTT LOGISTICS BV)", "ABBVIE GmbH & Co.KG Wiesbaden",
     4),
    ("ARV", "Pediatric", "Nevirapine 10mg/ml, oral suspension, Bottle, 240 ml", "Nevirapine", "Generic", "10mg/ml",
     "Oral suspension", 240, 2.4, "Aurobindo Pharma Limited", "Aurobindo Unit III, India", 4),
    ("ARV", "Pediatric", "Zidovudine 10mg/ml, oral solution, Bottle, 240 ml", "Zidovudine", "Generic", "10mg/ml",
     "Oral solution", 240, 2.1, "Aurobindo Pharma Limited", "Aurobindo Unit III, India", 3),
    ("ANTM", "Malaria", "#102198**Artemether/Lumefantrine 20/120mg, tablets, 30 x 24 Tabs", "Artemether/Lumefantrine",
     "Coartem", "20/120mg", "Tablet", 720, 42, "NOVARTIS PHARMA SERVICES AG", "Novartis Pharma AG, Switzerland", 2),
    ("ACT", "ACT", "Artesunate/Amodiaquine 100/270mg, tablets, 25 x 3 Tabs", "Artesunate/Amodiaquine", "Coarsucam",
     "100/270mg", "Tablet - FDC", 75, 15.5, "SANOFI-AVENTIS (FRANCE)", "Sanofi-Aventis, Morocco", 1),
]  # fmt: skip
MODES = {"Air": 60, "Truck": 25, "Air Charter": 5, "Ocean": 6, "N/A": 6}


def spelled(day):
    return f"{day.day}-{day:%b-%y}"


def deliveries():
    rng, rows, number = chance("supply chain"), [], 8000
    for order in range(88):
        country = weighted(rng, {name: share for name, (_, _, share) in COUNTRIES.items()})
        code, managed, _ = COUNTRIES[country]
        due = date(2011, 1, 10) + timedelta(days=rng.randrange(1640))
        item = weighted(rng, {place: entry[-1] for place, entry in enumerate(ITEMS)})
        vendor, stock = ITEMS[item][9], ITEMS[item][9] == "SCMS from RDC"
        mode = "Truck" if stock and rng.random() < 0.5 else weighted(rng, MODES)
        lag = 0 if rng.random() < 0.45 else round(rng.gauss(-12, 14)) if rng.random() < 0.6 else rng.randrange(3, 75)
        done = due + timedelta(days=lag)
        recorded = done + timedelta(days=rng.choice([0, 0, 0, 1, 3, 6]))
        shipment = f"{'DN' if stock else 'ASN'}-{rng.randrange(1000, 4000)}"
        purchase = f"{'SO' if stock else 'SCMS'}-{rng.randrange(10000, 59000)}"
        asked = due - timedelta(days=rng.randrange(90, 260))
        quote = rng.random() < 0.75
        first_id, incoterm = None, "N/A - From RDC" if stock else rng.choice(["EXW", "EXW", "FCA", "DDP", "CIP", "DAP"])
        same = [place for place, entry in enumerate(ITEMS) if entry[9] == vendor]
        for line in range(weighted(rng, {1: 50, 2: 30, 3: 20})):
            number += rng.randrange(3, 900)
            first_id = first_id or number
            entry = ITEMS[item if line == 0 else rng.choice(same)]
            group, kind, text, molecule, brand, dosage, form, pack, price, _, site, _ = entry
            price = round(price * rng.uniform(0.82, 1.15), 2)
            quantity = max(5, round(rng.lognormvariate(7.6, 1.3) * (12 / price) ** 0.4))
            weight = max(1, round(quantity * (0.02 + price / 260)))
            freight = round(max(140, weight * (2.4 if mode.startswith("Air") else 1.1) * rng.uniform(0.6, 1.7)), 2)
            if line:
                weight = freight = f"See {shipment} (ID#:{first_id})"
            elif stock and rng.random() < 0.4:
                freight = "Freight Included in Commodity Cost"
            elif rng.random() < 0.1:
                freight = "Invoiced Separately"
            if not line and rng.random() < 0.09:
                weight = "Weight Captured Separately"
            value = round(quantity * price, 2)
            rows.append([
                number, f"1{rng.randrange(0, 20):02d}-{code}-T{rng.choice(['01', '30'])}",
                f"FPQ-{rng.randrange(3000, 16000)}" if quote else "Pre-PQ Process", purchase, shipment, country,
                managed,
                "From RDC" if stock else "Direct Drop", incoterm, mode,
                f"{asked.month}/{asked.day}/{asked:%y}" if quote else "Pre-PQ Process",
                "N/A - From RDC" if stock else spelled(asked + timedelta(days=20)) if quote else "Date Not Captured",
                spelled(due), spelled(done), spelled(recorded), group, kind, vendor, text, molecule, brand, dosage,
                form, pack, quantity, f"{value:g}" if value == int(value) else value, price, round(price / pack, 2),
                site, "Yes" if rng.random() < 0.7 else "No", weight, freight,
                round(value * 0.0016, 2) if rng.random() < 0.94 else "",
            ])  # fmt: skip
    write(
        "SCMS_Delivery_History_Dataset.csv",
        [
            "ID", "Project Code", "PQ #", "PO / SO #", "ASN/DN #", "Country", "Managed By", "Fulfill Via",
            "Vendor INCO Term", "Shipment Mode", "PQ First Sent to Client Date", "PO Sent to Vendor Date",
            "Scheduled Delivery Date", "Delivered to Client Date", "Delivery Recorded Date", "Product Group",
            "Sub Classification", "Vendor", "Item Description", "Molecule/Test Type", "Brand", "Dosage", "Dosage Form",
            "Unit of Measure (Per Pack)", "Line Item Quantity", "Line Item Value", "Pack Price", "Unit Price",
            "Manufacturing Site", "First Line Designation", "Weight (Kilograms)", "Freight Cost (USD)",
            "Line Item Insurance (USD)",
        ],
        rows,
    )  # fmt: skip
