import { fenced } from '#contract/fenced';

/** Code that asks Assay for a table. */
export const usesTables = (code: string): boolean => /\bassay\b/.test(code);

/** How cells with `assay.table` run where there is no Assay: a cell to be run first, which reads the files beside the notebook. */
export function tablesElsewhere(tables: readonly { name: string; file: string }[]): string {
  const files = tables.map(({ name, file }) => `    ${JSON.stringify(name)}: ${JSON.stringify(file)},`);
  const stand = [
    'import sys, types',
    'import pandas as pd',
    '',
    'files = {',
    ...files,
    '}',
    'def table(name, columns=None, exact=False):',
    '    file = files.get(name, name)',
    '    book, _, sheet = file.partition(" › ")',
    '    if book.lower().endswith((".xlsx", ".xlsm")):',
    '        df = pd.read_excel(book, sheet_name=sheet or 0)',
    '    elif file.lower().endswith(".parquet"):',
    '        df = pd.read_parquet(file)',
    '    else:',
    '        df = pd.read_csv(file, sep=None, engine="python")',
    '    return df if columns is None else df[columns]',
    '',
    'assay = sys.modules["assay"] = types.ModuleType("assay")',
    'assay.table = table',
  ];
  return [
    'The code below reads tables with `assay.table`, which is there in Assay alone: it gives them with the types that Assay found. To run it elsewhere, put the files of this thread beside this notebook and run this first. Dates then stay text until they are parsed, and numbers that are written in a way of their own have to be read by hand.',
    fenced(stand.join('\n'), 'python'),
  ].join('\n\n');
}
