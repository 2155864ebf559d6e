"""The production of crops as FAOSTAT writes it, and values of homes as Zillow does."""

from datetime import date, timedelta

from .common import chance, weighted, write

CROPS = {"Wheat": "0111", "Maize (corn)": "0112", "Potatoes": "01510"}
FIELDS = {  # area in hectares and yield in kg/ha, by crop
    "Brazil": ("076", (2400000, 2800), (18500000, 5400), (117000, 31500)),
    "China, mainland": ("156", (23600000, 5700), (42500000, 6300), (4650000, 19800)),
    "France": ("250", (4950000, 7100), (1450000, 8900), (208000, 40500)),
    "Germany": ("276", (2950000, 7450), (430000, 9300), (264000, 41500)),
    "India": ("356", (30500000, 3480), (9600000, 3250), (2150000, 24200)),
    "Ukraine": ("804", (6700000, 4150), (4900000, 7100), (1300000, 16300)),
}


def crops():
    rng, rows = chance("faostat"), []
    for area, (code, *fields) in FIELDS.items():
        for (item, item_code), (hectares, output) in zip(CROPS.items(), fields):
            for year in range(2018, 2023):
                war = 0.76 if area == "Ukraine" and year == 2022 else 1
                land = round(hectares * rng.uniform(0.93, 1.07) * war)
                per = round(output * rng.uniform(0.9, 1.09), 1)
                for element, number, unit, figure in (
                    ("Area harvested", 5312, "ha", land),
                    ("Yield", 5412, "kg/ha", per),
                    ("Production", 5510, "t", round(land * per / 1000, 2)),
                ):
                    flag, text = weighted(
                        rng, {("A", "Official figure"): 90, ("E", "Estimated value"): 6, ("I", "Imputed value"): 4}
                    )
                    if area == "Brazil" and item == "Potatoes" and year == 2018 and element != "Production":
                        figure, flag, text = "", "M", "Missing value (data cannot exist, not applicable)"
                    rows.append(
                        [
                            "QCL",
                            "Crops and livestock products",
                            code,
                            area,
                            number,
                            element,
                            item_code,
                            item,
                            year,
                            year,
                            unit,
                            f"{figure:.2f}".rstrip("0").rstrip(".") if figure else "",
                            flag,
                            text,
                            "",
                        ]
                    )
    write(
        "FAOSTAT_data_en_10-14-2024.csv",
        [
            "Domain Code",
            "Domain",
            "Area Code (M49)",
            "Area",
            "Element Code",
            "Element",
            "Item Code (CPC)",
            "Item",
            "Year Code",
            "Year",
            "Unit",
            "Value",
            "Flag",
            "Flag Description",
            "Note",
        ],
        rows,
        quote_all=True,
    )


METROS = """New York, NY|NY|612;Los Angeles, CA|CA|868;Chicago, IL|IL|293;Dallas, TX|TX|376;Houston, TX|TX|309
Washington, DC|VA|548;Philadelphia, PA|PA|341;Miami, FL|FL|462;Atlanta, GA|GA|372;Boston, MA|MA|640
Phoenix, AZ|AZ|452;San Francisco, CA|CA|1128;Riverside, CA|CA|566;Detroit, MI|MI|232;Seattle, WA|WA|712
Minneapolis, MN|MN|368;San Diego, CA|CA|872;Tampa, FL|FL|377;Denver, CO|CO|588;Baltimore, MD|MD|375
St. Louis, MO|MO|238;Orlando, FL|FL|390;Charlotte, NC|NC|371;San Antonio, TX|TX|291;Portland, OR|OR|545
Sacramento, CA|CA|572;Pittsburgh, PA|PA|200;Cincinnati, OH|OH|267;Austin, TX|TX|489;Las Vegas, NV|NV|412
Kansas City, MO|MO|289;Columbus, OH|OH|297;Indianapolis, IN|IN|266;Cleveland, OH|OH|211;San Jose, CA|CA|1468
Nashville, TN|TN|434;Virginia Beach, VA|VA|339;Providence, RI|RI|447;Jacksonville, FL|FL|359;Milwaukee, WI|WI|326
Oklahoma City, OK|OK|226;Raleigh, NC|NC|434;Memphis, TN|TN|242;Ann Arbor, MI|MI|388;Boulder, CO|CO|745"""


def homes():
    rng, rows = chance("zillow"), []
    ends = [date(2022 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 31)]
    for place, metro in enumerate(["United States||334"] + METROS.replace("\n", ";").split(";")):
        name, state, level = metro.split("|")
        worth, drift = float(level) * 1000, rng.gauss(0.0032, 0.0015) if state else 0.0034
        gap = rng.randrange(2, 8) if name in ("Ann Arbor, MI", "Memphis, TN", "Boulder, CO") else 0
        figures = []
        for turn in range(30):
            worth *= 1 + drift + (0.006 if turn < 6 else -0.005 if turn < 13 else 0) + rng.gauss(0, 0.0006)
            figures.append(f"{worth:.10f}" if turn >= gap else "")
        rows.append(
            [
                102001 if not state else 394300 + rng.randrange(900),
                place if place < 43 else place * 4,
                name,
                "msa" if state else "country",
                state,
                *figures,
            ]
        )
    write(
        "Metro_zhvi_uc_sfrcondo_tier_0.33_0.67_sm_sa_month.csv",
        ["RegionID", "SizeRank", "RegionName", "RegionType", "StateName", *(f"{end:%Y-%m-%d}" for end in ends)],
        rows,
    )
