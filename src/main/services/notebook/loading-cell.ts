/** A table of a thread, and how DuckDB reads it elsewhere. */
export interface NotebookTable {
  name: string;
  /** The file it was read from, and the sheet behind it. */
  file: string;
  /** The query that reads the file at `PATH` as Assay has read it; null where Assay had to put the file right first. */
  select: string | null;
}

/** What stands in such a query for the path of the file. */
export const PATH = '{path of the file}';
/** Beside the notebook, beside an evidence bundle's code, or in an export of everything. */
const FOLDERS = ['', 'data/', '../data/', '../../files/'];

/** Code that asks Assay for a table. */
export const usesTables = (code: string): boolean => /\bassay\b/.test(code);

const LOAD = [
  '# Needs DuckDB (pip install duckdb) and the files of the thread beside this notebook; workbooks need pandas and openpyxl.',
  'import os',
  'import duckdb',
  '',
  'def load(table, file, sheet, select):',
  `    folders = ${JSON.stringify(FOLDERS)}`,
  '    path = next((folder + file for folder in folders if os.path.exists(folder + file)), None)',
  '    if path is None:',
  '        print("Put", file, "beside this notebook, then run this cell again.")',
  '        return',
  `    place = path.replace("'", "''")`,
  '    if select is not None:',
  `        rows = duckdb.sql(select.replace(${JSON.stringify(PATH)}, place))`,
  '    elif path.lower().endswith((".xlsx", ".xlsm")):',
  '        import pandas as pd',
  '        rows = pd.read_excel(path, sheet_name=sheet or 0)',
  '    else:',
  `        rows = duckdb.sql("SELECT * FROM '" + place + "'")`,
  `    duckdb.sql('CREATE OR REPLACE TABLE "' + table.replace('"', '""') + '" AS SELECT * FROM rows')`,
  '',
];

/** What `import assay` gives code in Assay, as far as code elsewhere can have it. */
const STAND_IN = [
  '',
  'import sys, types',
  '',
  'def table(name, columns=None, exact=False):',
  `    rows = duckdb.sql('SELECT * FROM "' + name.replace('"', '""') + '"').df()`,
  '    return rows if columns is None else rows[columns]',
  '',
  'assay = sys.modules["assay"] = types.ModuleType("assay")',
  'assay.table = table',
];

/** How cells find the tables of the thread where there is no Assay: with DuckDB, in the files that lie beside the notebook. */
export function loadingCell(tables: readonly NotebookTable[], { assay }: { assay: boolean }): string {
  const loads = tables.map(({ name, file, select }) => {
    const [book = file, sheet = ''] = file.split(' › ');
    const read = select === null ? 'None' : pythonText(select);
    return `load(${pythonText(name)}, ${pythonText(book)}, ${pythonText(sheet)}, ${read})`;
  });
  return [...LOAD, ...loads, ...(assay ? STAND_IN : [])].join('\n');
}

/** A query as a cell that runs: its rows are the value of the cell. */
export const queryCell = (sql: string): string => `duckdb.sql(${pythonText(sql)})`;

/** A text as Python writes it, over several lines where it has several. Python reads what JSON escapes. */
const pythonText = (text: string): string =>
  text.includes('\n') && !/["\\\r]{1}$|"""|\\|\r/.test(text) ? `"""${text}"""` : JSON.stringify(text);
