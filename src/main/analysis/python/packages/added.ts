/** Packages of pure Python that are not in Pyodide's distribution; their files are on the Python Package Index. */
export const ADDED = [
  {
    key: 'openpyxl',
    name: 'openpyxl',
    version: '3.1.5',
    file: 'openpyxl-3.1.5-py2.py3-none-any.whl',
    sha256: '5282c12b107bffeef825f4617dc029afaf41d0ea60823bbb665ef3079dc79de2',
    pypi: 'py2.py3/o/openpyxl',
    depends: ['et-xmlfile'],
    imports: ['openpyxl'],
  },
  {
    key: 'et-xmlfile',
    name: 'et_xmlfile',
    version: '2.0.0',
    file: 'et_xmlfile-2.0.0-py3-none-any.whl',
    sha256: '7a91720bc756843502c3b7504c77b8fe44217c85c537d85037f0f536151b2caa',
    pypi: 'py3/e/et-xmlfile',
    depends: [],
    imports: ['et_xmlfile'],
  },
  {
    key: 'seaborn',
    name: 'seaborn',
    version: '0.13.2',
    file: 'seaborn-0.13.2-py3-none-any.whl',
    sha256: '636f8336facf092165e27924f223d3c62ca560b1f2bb5dff7ab7fad265361987',
    pypi: 'py3/s/seaborn',
    depends: ['numpy', 'pandas', 'matplotlib'],
    imports: ['seaborn'],
  },
];
