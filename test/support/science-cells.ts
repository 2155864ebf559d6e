import type { RealCell } from './real-cells';

/** What a cell needs besides pandas, as it is imported. */
export type ScienceCell = RealCell & { module: 'scipy' | 'sklearn' | 'pyarrow' };

const cell = (module: ScienceCell['module'], name: string, code: string, more: Omit<RealCell, 'name' | 'code'>) => ({
  ...{ module, name, code },
  ...more,
});
const prints = (module: ScienceCell['module'], name: string, code: string, shows: string | RegExp): ScienceCell =>
  cell(module, name, code, { shows });

/** Statistics, learning and Parquet, in this order and one session; each says what it imports. */
export const SCIENCE_CELLS: ScienceCell[] = [
  prints(
    'scipy',
    'a line is fitted, with how sure it is',
    'from scipy import stats\nfit = stats.linregress([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8])\nround(float(fit.slope), 3), bool(fit.pvalue < 0.01)',
    '(1.94, True)\n',
  ),
  prints(
    'scipy',
    'two groups are compared',
    'from scipy import stats\ntest = stats.ttest_ind([1.0, 2, 3, 4], [5.0, 6, 7, 8])\nround(float(test.statistic), 4), round(float(test.pvalue), 4)',
    '(-4.3818, 0.0047)\n',
  ),
  prints(
    'scipy',
    'the least of a curve is found',
    'from scipy.optimize import minimize\nround(float(minimize(lambda x: (x[0] - 3) ** 2, [0.0]).x[0]), 3)',
    '3.0\n',
  ),
  prints(
    'scipy',
    'between points is interpolated',
    'from scipy.interpolate import CubicSpline\nround(float(CubicSpline([0, 1, 2, 3], [0, 1, 8, 27])(1.5)), 3)',
    '3.375\n',
  ),
  prints(
    'scipy',
    'a system of equations is solved',
    'from scipy import linalg\n[round(float(x), 6) for x in linalg.solve([[3, 1], [1, 2]], [9, 8])]',
    '[2.0, 3.0]\n',
  ),
  cell(
    'scipy',
    'a tree of clusters is drawn',
    'import matplotlib.pyplot as plt\nfrom scipy.cluster.hierarchy import dendrogram, linkage\ndendrogram(linkage([[0], [1], [5], [6]]));',
    {
      pictures: 1,
    },
  ),
  prints(
    'sklearn',
    'a regression learns and says how well',
    'import numpy as np\nfrom sklearn.linear_model import LinearRegression\nX = np.arange(20).reshape(-1, 1)\nmodel = LinearRegression().fit(X, 3 * X.ravel() + 2)\nround(float(model.coef_[0]), 6), round(float(model.intercept_), 6), round(float(model.score(X, 3 * X.ravel() + 2)), 6)',
    '(3.0, 2.0, 1.0)\n',
  ),
  prints(
    'sklearn',
    'customers are put into clusters',
    'from sklearn.cluster import KMeans\nlabels = KMeans(n_clusters=2, n_init=3, random_state=0).fit_predict([[1.0], [1.1], [9.0], [9.2]])\nbool(labels[0] == labels[1] != labels[2] == labels[3])',
    'True\n',
  ),
  prints(
    'sklearn',
    'a forest is trained on a table of texts and numbers, and tried on what it has not seen',
    `import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder
frame = pd.DataFrame({"region": ["West", "East"] * 50, "units": range(100)})
target = frame["region"] == "West"
model = make_pipeline(
    make_column_transformer((OneHotEncoder(), ["region"]), remainder="passthrough"),
    RandomForestClassifier(n_estimators=10, random_state=0))
seen, unseen, known, asked = train_test_split(frame, target, random_state=0)
model.fit(seen, known).score(unseen, asked)`,
    '1.0\n',
  ),
  prints(
    'sklearn',
    'dimensions are reduced after scaling',
    'from sklearn.decomposition import PCA\nfrom sklearn.preprocessing import StandardScaler\nPCA(n_components=1).fit_transform(StandardScaler().fit_transform([[1, 2], [2, 4], [3, 6.0]])).shape',
    '(3, 1)\n',
  ),
  cell(
    'pyarrow',
    'a table is written as Parquet',
    'import pandas as pd\npd.DataFrame({"day": pd.to_datetime(["2024-01-03"]), "text": ["Käse ☂"], "n": [7]}).to_parquet("out.parquet")',
    {
      files: ['out.parquet'],
    },
  ),
  prints(
    'pyarrow',
    'and read again, with its types',
    'back = pd.read_parquet("out.parquet")\nprint([str(value) for value in back.iloc[0]], back.dtypes.astype(str).tolist())',
    /^\['2024-01-03 00:00:00', 'Käse ☂', '7'\] \['datetime64\[\w+\]', '\w+', 'int64'\]\n$/,
  ),
  prints(
    'pyarrow',
    'some columns of Parquet are read',
    'pd.read_parquet("out.parquet", columns=["n"]).columns.tolist()',
    "['n']\n",
  ),
  prints(
    'pyarrow',
    'Parquet is looked into without reading it',
    'import pyarrow.parquet as pq\nfile = pq.ParquetFile("out.parquet")\nfile.metadata.num_rows, file.schema_arrow.names',
    "(1, ['day', 'text', 'n'])\n",
  ),
  prints(
    'pyarrow',
    'Arrow computes',
    'import pyarrow as pa\nimport pyarrow.compute as pc\npc.sum(pa.array([1, None, 3])).as_py()',
    '4\n',
  ),
];

/** What the cells of a module need to be there for. */
export const SCIENCE_PACKAGES = ['numpy', 'pandas', 'matplotlib', 'scipy', 'scikit-learn', 'pyarrow'];
