/** A cell of code with pandas and matplotlib, and what it comes to. */
export interface RealCell {
  name: string;
  code: string;
  /** What is printed, all of it or what it matches; anything when left out. */
  shows?: string | RegExp;
  pictures?: number;
  files?: string[];
  /** The class of what is raised. */
  error?: string;
  /** The module that is not there. */
  missing?: string;
}

const cell = (name: string, code: string, more: Omit<RealCell, 'name' | 'code'> = {}): RealCell => ({
  name,
  code,
  ...more,
});
const prints = (name: string, code: string, shows: string | RegExp): RealCell => cell(name, code, { shows });
const draws = (name: string, code: string, pictures = 1): RealCell => cell(name, code, { pictures });
const raises = (name: string, code: string, error: string, shows: RegExp): RealCell =>
  cell(name, code, { error, shows });
const writes = (name: string, code: string, ...files: string[]): RealCell => cell(name, code, { files });

/** A table with texts, dates, money, gaps and a category. */
export const SALES = `day,region,product,amount,units
2024-01-03,West,Tea,12.50,3
2024-01-05,East,Coffee,8.00,1
2024-02-01,West,Coffee,20.25,5
2024-02-14,North,Tea,,2
2024-03-09,East,Tea,31.00,7
2024-03-30,Süd,Käse,4.75,1
`;

const TABLES: RealCell[] = [
  prints('packages are imported', 'import numpy as np, pandas as pd\nimport matplotlib.pyplot as plt', ''),
  prints(
    'a file of the thread is read',
    'df = pd.read_csv("/mnt/data/sales.csv", parse_dates=["day"])\nlen(df)',
    '6\n',
  ),
  prints('types are told', 'df.dtypes', /day +datetime64\[ns\][\s\S]*amount +float64/),
  prints('a table is shown', 'df.head(2)', /day region product +amount +units\n0 2024-01-03/),
  prints('a column is shown with its name', 'df["units"].head(2)', /0 +3\n1 +1\nName: units/),
  prints(
    'groups are added up',
    'df.groupby("region")["amount"].sum().to_dict()',
    "{'East': 39.0, 'North': 0.0, 'Süd': 4.75, 'West': 32.75}\n",
  ),
  prints(
    'groups of months are added up',
    'print(df.groupby(df["day"].dt.to_period("M"))["units"].sum().tolist())',
    '[4, 7, 8]\n',
  ),
  prints('gaps are counted', 'int(df["amount"].isna().sum())', '1\n'),
  prints(
    'a pivot is shown',
    'df.pivot_table(index="region", columns="product", values="units", aggfunc="sum")',
    /product +Coffee +Käse +Tea/,
  ),
  prints(
    'tables are joined',
    'pd.merge(df, pd.DataFrame({"region": ["West"], "boss": ["Ann"]}))["boss"].tolist()',
    "['Ann', 'Ann']\n",
  ),
  prints(
    'the largest are sorted out',
    'df.nlargest(1, "amount")[["region", "amount"]].values.tolist()',
    "[['East', 31.0]]\n",
  ),
  prints(
    'a description has its figures',
    'df["units"].describe().round(3).to_dict()["mean"]',
    /^(np\.float64\()?3\.167\)?\n$/,
  ),
  prints('values are counted', 'df["product"].value_counts().to_dict()', "{'Tea': 3, 'Coffee': 2, 'Käse': 1}\n"),
  prints('a running sum is made', 'df["units"].cumsum().tolist()', '[3, 4, 9, 11, 18, 19]\n'),
  prints(
    'a wide table is cut in its columns',
    'pd.DataFrame(np.arange(80).reshape(2, 40), columns=[f"column {n}" for n in range(40)])',
    /column 0 [\s\S]*\n1 /,
  ),
  prints('a long table is cut in its rows', 'pd.DataFrame({"n": range(1_000_000)})', /999999 +999999/),
  prints('a million rows are added up', 'int(pd.DataFrame({"n": range(1_000_000)})["n"].sum())', '499999500000\n'),
  prints(
    'a table of tables has its index',
    'df.set_index(["region", "product"]).sort_index().loc["West"]',
    /Coffee[\s\S]*Tea/,
  ),
  prints('an empty table is shown as one', 'df[df["units"] > 99]', /Empty DataFrame/),
  prints(
    'several things are displayed',
    'display(df.head(1), "words")\ndf.shape',
    /2024-01-03[\s\S]*'words'\n\(6, 5\)\n$/,
  ),
  cell('what a package needs besides is named', 'df.head(1).style.format({"amount": "{:.1f}"})', {
    error: 'ImportError',
    missing: 'jinja2',
  }),
  prints('numbers are rounded as they are', 'print(df["amount"].mean().round(4), np.round(2.675, 2))', '15.3 2.68\n'),
  prints(
    'dates are stepped through',
    'pd.date_range("2024-01-31", periods=3, freq="W").strftime("%d.%m.").tolist()',
    "['04.02.', '11.02.', '18.02.']\n",
  ),
  prints(
    'times have their zones',
    'pd.Timestamp("2024-07-01 12:00", tz="Europe/Berlin").tz_convert("UTC").hour',
    '10\n',
  ),
  prints('texts are split', 'df["product"].str.upper().str[:2].tolist()', "['TE', 'CO', 'CO', 'TE', 'TE', 'KÄ']\n"),
  prints(
    'categories are cut',
    'pd.cut(df["units"], [0, 2, 9], labels=["few", "many"]).astype(str).tolist()',
    "['many', 'few', 'many', 'few', 'many', 'few']\n",
  ),
  prints('a window moves', 'df["units"].rolling(2).mean().fillna(0).tolist()', '[0.0, 2.0, 3.0, 3.5, 4.5, 4.0]\n'),
  prints('columns are melted', 'len(df.melt(id_vars=["day"], value_vars=["amount", "units"]))', '12\n'),
  prints(
    'a question of a table is asked in words',
    'df.query("region == \'West\' and units > 3")["amount"].tolist()',
    '[20.25]\n',
  ),
  prints('numpy solves', 'np.linalg.solve(np.array([[2.0, 0], [0, 4]]), np.array([2.0, 8])).tolist()', '[1.0, 2.0]\n'),
  prints(
    'numbers of chance can be had again',
    'np.random.default_rng(7).integers(0, 100, 3).tolist()',
    '[94, 62, 68]\n',
  ),
  prints('a correlation is computed', 'float(df[["amount", "units"]].corr().iloc[0, 1].round(3))', '0.987\n'),
  prints('state is kept', 'total = df["units"].sum()', ''),
  prints('and is there in the next cell', 'int(total)', '19\n'),
];

const FILES: RealCell[] = [
  writes('a table is written as CSV', 'df.to_csv("out.csv", index=False);', 'out.csv'),
  prints('and read again as it was', 'pd.read_csv("out.csv", parse_dates=["day"]).equals(df)', 'True\n'),
  writes(
    'a workbook is written, with sheets',
    'with pd.ExcelWriter("/mnt/data/report.xlsx") as book:\n    df.to_excel(book, sheet_name="Sales", index=False)\n    df.describe().to_excel(book, sheet_name="Figures");',
    'report.xlsx',
  ),
  prints(
    'and read again by its sheets',
    'sorted(pd.read_excel("report.xlsx", sheet_name=None))',
    "['Figures', 'Sales']\n",
  ),
  writes(
    'JSON is written into a folder',
    'import os\nos.makedirs("out", exist_ok=True)\ndf.to_json("out/sales.json", orient="records");',
    'out/sales.json',
  ),
  prints('and read again', 'len(pd.read_json("out/sales.json"))', '6\n'),
  writes('a table is kept by pickle', 'df.to_pickle("sales.pkl");', 'sales.pkl'),
  writes('a compressed table is written', 'df.to_csv("sales.csv.gz");', 'sales.csv.gz'),
  prints(
    'a database is asked',
    'import sqlite3\ncon = sqlite3.connect(":memory:")\ndf.to_sql("sales", con)\npd.read_sql("SELECT sum(units) AS n FROM sales", con)["n"].tolist()',
    '[19]\n',
  ),
  prints('HTML is made of a table', 'df.head(1).to_html()[:6]', "'<table'\n"),
  cell('a figure is saved as a file, and shown', 'plt.plot([1, 2]); plt.savefig("line.png");', {
    pictures: 1,
    files: ['line.png'],
  }),
  writes(
    'a figure is saved as SVG and PDF alone',
    'fig, ax = plt.subplots()\nax.plot([1, 2])\nfig.savefig("line.svg"); fig.savefig("line.pdf"); plt.close(fig);',
    'line.pdf',
    'line.svg',
  ),
];

const PICTURES: RealCell[] = [
  draws('a line is drawn and shown', 'plt.plot(df["day"], df["units"]); plt.title("Units"); plt.show()'),
  draws('a figure that nobody shows is shown', 'df.groupby("region")["units"].sum().plot.bar();'),
  draws('several figures are shown', 'for n in range(3):\n    plt.figure(); plt.plot([n, 1]);', 3),
  draws(
    'parts of one figure are drawn',
    'fig, axes = plt.subplots(2, 2, figsize=(8, 6))\nfor ax in axes.flat: ax.hist([1, 2, 2, 3])\nfig.tight_layout();',
  ),
  draws('a figure is shown once, in its place', 'print("before"); plt.plot([1]); plt.show(); print("after")'),
  draws('shares are drawn', 'plt.pie([3, 2, 1], labels=["a", "b", "c"], autopct="%1.0f%%");'),
  draws(
    'points are drawn with a colour bar',
    'plt.scatter(range(50), range(50), c=range(50)); plt.colorbar(label="n");',
  ),
  draws('labels in other scripts are drawn', 'plt.bar(["東京", "Köln", "Москва"], [1, 2, 3]); plt.xlabel("都市");'),
  draws('mathematics is drawn', 'plt.plot([1, 4, 9]); plt.title(r"$\\sum_i x_i^2$");'),
  draws(
    'a dark style is used and left again',
    'with plt.style.context("dark_background"): plt.plot([1, 2]); plt.show()',
  ),
  draws('boxes are drawn by a table', 'df.boxplot(column="units", by="region");'),
  draws('a picture of numbers is drawn', 'plt.imshow(np.arange(100).reshape(10, 10), cmap="viridis");'),
  draws(
    'a large figure is drawn',
    'plt.figure(figsize=(20, 12), dpi=100); plt.plot(np.sin(np.linspace(0, 60, 100_000)));',
  ),
  draws('dates stand at the axis', 'fig, ax = plt.subplots()\nax.plot(df["day"], df["amount"])\nfig.autofmt_xdate();'),
  draws(
    'two scales share a figure',
    'ax = df["units"].plot(legend=True)\ndf["amount"].plot(ax=ax, secondary_y=True, legend=True);',
  ),
];

const TROUBLE: RealCell[] = [
  raises('a column that is not there is named', 'df["revenue"]', 'KeyError', /KeyError: 'revenue'/),
  raises(
    'a traceback begins with the analyst’s line',
    'def share(frame):\n    return frame["unitss"].sum()\nshare(df)',
    'KeyError',
    /<cell \d+>", line 3/,
  ),
  raises('a file that is not there is named', 'pd.read_csv("nowhere.csv")', 'FileNotFoundError', /nowhere\.csv/),
  raises('a text is no number', 'pd.to_numeric(pd.Series(["1", "x"]))', 'ValueError', /Unable to parse string "x"/),
  prints(
    'a warning is printed, and the code goes on',
    'import warnings\nwarnings.warn("mind the gap")\nprint("on")',
    /mind the gap[\s\S]*on\n$/,
  ),
  raises('what memory does not hold is refused', 'np.ones((15_000, 16_000))', 'MemoryError', /Unable to allocate/),
  prints('and the state is there after it', 'len(df), int(total)', '(6, 19)\n'),
];

/** In this order, in one session. */
export const REAL_CELLS: RealCell[] = [...TABLES, ...FILES, ...PICTURES, ...TROUBLE];

/** matplotlib warns of each sign that no face has. */
export const OTHER_SCRIPTS: RealCell = {
  name: 'no sign is a box',
  code: `import warnings
import matplotlib.pyplot as plt
with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    plt.bar(["東京", "大阪", "Köln", "Москва"], [1, 2, 3, 4])
    plt.xlabel("都市")
    plt.show()
print([str(warning.message) for warning in warned])`,
  shows: '[]\n',
  pictures: 1,
};

/** Linear A, which only collections of all scripts have, and a line break, which is no sign. */
export const NO_FONT = `import warnings
import matplotlib.pyplot as plt
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    plt.bar(["Köln", "𐘁𐘀", "a\\nb"], [1, 2, 3])
    plt.title("𐘀\\r")
    plt.show()`;
