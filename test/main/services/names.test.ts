import { describe, expect, it } from 'vitest';
import { displayName, fileNameFrom, tableNameFrom } from '../../../src/main/services/file-names';
import { titleFrom } from '../../../src/main/services/runs/title';

describe('file names', () => {
  it.each([
    ['../../x', 'x'],
    ['C:\\Users\\me\\sales.csv', 'sales.csv'],
    ['a\u0000b\nc.csv', 'abc.csv'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['e\u0301.csv', '\u00e9.csv'],
    ['', 'Untitled'],
    ['/', 'Untitled'],
  ])('%j is shown as %j', (given, shown) => expect(displayName(given)).toBe(shown));

  it('keep their extension when they are cut', () => {
    const name = displayName(`${'n'.repeat(300)}.csv`);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name.endsWith('….csv')).toBe(true);
  });

  it.each([
    ['Sales / Month: "2025"?', 'Sales Month 2025'],
    ['CON', 'CON_'],
    ['con.csv', 'con_.csv'],
    ['Aux .tar.gz', 'Aux_ .tar.gz'],
    ['COM1.txt', 'COM1_.txt'],
    ['LPT².txt', 'LPT²_.txt'],
    ['CONIN$', 'CONIN$_'],
    ['console.csv', 'console.csv'],
    ['trailing...', 'trailing'],
    ['trailing. . .', 'trailing'],
    ['sales.csv:ads', 'sales.csv ads'],
    ['sales.csv::$DATA', 'sales.csv $DATA'],
    ['half \ud83d a character', 'half \ufffd a character'],
    ['', 'Untitled'],
    ['...', 'Untitled'],
  ])('the title %j is saved as %j', (title, name) => expect(fileNameFrom(title)).toBe(name));

  it.each(['n', '株', '😀', 'é', 'e\u0301', '. '])(
    'are saved under no more bytes than a name may have: many %j',
    (letter) => {
      const name = fileNameFrom(`${letter.repeat(300)}.csv`);
      expect(Buffer.byteLength(`${name}.ipynb`)).toBeLessThanOrEqual(255);
      expect(name.isWellFormed()).toBe(true);
      expect(name).toBe(name.normalize('NFC'));
      if (letter !== '. ') expect(name.endsWith('….csv')).toBe(true);
      expect(name).not.toMatch(/[. ]$/);
    },
  );

  it.each([
    ['Sales 2024 (final).csv', 'sales_2024_final'],
    ['2024.csv', 't_2024'],
    ['Umsätze.xlsx', 'umsatze'],
    ['"; DROP TABLE x;.csv', 'drop_table_x'],
    ['???.csv', 'data'],
  ])('%j is queried as %s', (file, table) => expect(tableNameFrom(file)).toBe(table));
});

describe('a thread', () => {
  it('is named after its first question, cut at a word', () => {
    expect(titleFrom('  show sales by month?\n')).toBe('Show sales by month');
    expect(titleFrom('Run this:\n```python\nprint(1)\n```')).toBe('Run this:');
    expect(titleFrom('```python\nprint(1)\n```')).toBe('Print(1)');
    const long = titleFrom(
      'show me the total amount of every product by month and by region for all years that we have',
    );
    expect(long).toBe('Show me the total amount of every product by month and by…');
  });
});
