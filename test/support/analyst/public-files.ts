import { readFileSync } from 'node:fs';

/** A public file: its first rows, and what people say for what is in it. */
export interface PublicFile {
  source: string;
  header: string;
  rows: string[];
  /** Columns that have another value in each row. */
  unique: string[];
  columns: { said: string; column: string }[];
  values: { said: string; column: string; value: string }[];
  /** What its rows are. */
  things: string[];
}

const listed = (text = ''): string[] => text.split('|').map((phrase) => phrase.trim());

function fileOf(block: string): PublicFile {
  const lines = block.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
  const all = (key: string) => lines.flatMap(([name, text]) => (name === key ? [text ?? ''] : []));
  const cells = (key: string) => all(key).map((text) => text.split(' = '));
  return {
    source: all('file')[0] ?? '',
    header: all('header')[0] ?? '',
    rows: all('row'),
    unique: all('unique'),
    columns: cells('column').flatMap(([column = '', said]) => listed(said).map((one) => ({ said: one, column }))),
    values: cells('value').flatMap(([column = '', value = '', said]) =>
      listed(said).map((one) => ({ said: one, column, value })),
    ),
    things: all('rows').flatMap(listed),
  };
}

export const PUBLIC_FILES: readonly PublicFile[] = readFileSync(new URL('public-files.txt', import.meta.url), 'utf8')
  .split('\n\n')
  .filter((block) => block.startsWith('file '))
  .map((block) => fileOf(block.trim()));
