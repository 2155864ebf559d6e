/**
 * Packages of pure Python that Pyodide's distribution lacks, or has in an older version; their files are on the Python Package
 * Index. The file of `tzdata` comes with the app, in `resources/python`.
 */
export const ADDED = [
  {
    key: 'openpyxl',
    name: 'openpyxl',
    version: '3.1.5',
    file: 'openpyxl-3.1.5-py2.py3-none-any.whl',
    sha256: '5282c12b107bffeef825f4617dc029afaf41d0ea60823bbb665ef3079dc79de2',
    pypi: 'c0/da/977ded879c29cbd04de313843e76868e6e13408a94ed6b987245dc7c8506',
    depends: ['et-xmlfile'],
    imports: ['openpyxl'],
  },
  {
    key: 'et-xmlfile',
    name: 'et_xmlfile',
    version: '2.0.0',
    file: 'et_xmlfile-2.0.0-py3-none-any.whl',
    sha256: '7a91720bc756843502c3b7504c77b8fe44217c85c537d85037f0f536151b2caa',
    pypi: 'c1/8b/5fe2cc11fee489817272089c4203e679c63b570a5aaeb18d852ae3cbba6a',
    depends: [],
    imports: ['et_xmlfile'],
  },
  {
    key: 'seaborn',
    name: 'seaborn',
    version: '0.13.2',
    file: 'seaborn-0.13.2-py3-none-any.whl',
    sha256: '636f8336facf092165e27924f223d3c62ca560b1f2bb5dff7ab7fad265361987',
    pypi: '83/11/00d3c3dfc25ad54e731d91449895a79e4bf2384dc3ac01809010ba88f6d5',
    depends: ['numpy', 'pandas', 'matplotlib'],
    imports: ['seaborn'],
  },
  {
    key: 'tzdata',
    name: 'tzdata',
    version: '2026.6',
    file: 'tzdata-2026.6-py2.py3-none-any.whl',
    sha256: '0a10eec6e13ef16b627fabed9a5f2ba61a62b1c67f327305f4e7e412a70b4aec',
    pypi: '0a/66/9a06c2227fedfd4919f0eaaa8b94377d9730882a7e4f95823c9a331ab5e1',
    depends: [],
    imports: ['tzdata'],
  },
];
