import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { needs, PROC } from '../../../support/needs';
import { tempFolder } from '../../../support/temp-folder';

const data = dataEngine({ own: true });
const ROWS = 200_000;
/** What the system counts of a process: the bytes it has asked to read. */
const counted = (pid: number | undefined): number =>
  Number(/^rchar: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
const line = (n: number) =>
  `${n},2024-01-0${1 + (n % 9)},product ${n % 400} of the long catalogue,${n % 20},${n % 900}.50`;
const lines = Array.from({ length: ROWS }, (_, n) => line(n));
const header = 'id,day,product,quantity,amount';
const sum = (value: (n: number) => number) => lines.reduce((total, _, n) => total + value(n), 0);
const total = `Total,,,${sum((n) => n % 20)},${sum((n) => (n % 900) + 0.5).toFixed(2)}`;

/** How often a file is read on its way in: the bytes that the data process reads, by those of the file. */
async function passesOf(content: string | Buffer) {
  const path = join(tempFolder(), 'data.csv');
  writeFileSync(path, content);
  const before = counted(data.engine().processes.intake);
  const { profile } = await data.engine().read({ path, name: 'data.csv', folder: tempFolder() });
  return { profile, passes: (counted(data.engine().processes.intake) - before) / statSync(path).size };
}

describe('a file is read', needs(PROC), () => {
  // The process is up, and has loaded what it needs.
  beforeAll(async () => void (await data.engine().sheets({ path: 'package.json' })));

  it('twice: to count its records, and to take its values into columns', async () => {
    const { profile, passes } = await passesOf([header, ...lines, ''].join('\n'));
    expect(profile).toMatchObject({ rows: ROWS, rejected: 0 });
    expect(passes).toBeLessThan(2.6);
  });

  it('no more often for a total in its last line', async () => {
    const { profile, passes } = await passesOf([header, ...lines, total, ''].join('\r\n'));
    expect(profile).toMatchObject({ records: ROWS + 1, rows: ROWS, rejected: 1 });
    expect(profile.rejects).toEqual([{ line: ROWS + 2, reason: { code: 'total' }, text: total }]);
    expect(passes).toBeLessThan(2.7);
  });

  it('no more often for values that do not fit, and for digits that come late', async () => {
    const late = ['twelve,2024-01-01,x,1,1.5', '7,2024-02-31,x,1,1.2345'];
    const { profile, passes } = await passesOf([header, ...lines, ...late, ''].join('\n'));
    expect(profile.columns.map(({ type, odd }) => [type, odd?.count ?? 0])).toEqual([
      ['integer', 1],
      ['date', 1],
      ['text', 0],
      ['integer', 0],
      ['decimal', 0],
    ]);
    expect(passes).toBeLessThan(2.7);
  });

  it('once more, in part, to leave out what cannot be read, and what is left is sealed', async () => {
    const middle = ROWS / 2;
    const bad = [...lines.slice(0, middle), 'too,few', '"open', ...lines.slice(middle)];
    const { profile, passes } = await passesOf([header, ...bad, ''].join('\r\n'));
    expect(profile).toMatchObject({ records: ROWS + 2, rows: ROWS, rejected: 2 });
    expect(profile.rejects.map((one) => one.line)).toEqual([middle + 2, middle + 3]);
    expect(passes).toBeLessThan(4.2);
  });

  it('and written anew where its text is not UTF-8, which is sealed as well', async () => {
    const text = [header, ...lines, `1,2024-01-01,Möbel,1,1.50`, ''].join('\n');
    const { profile, passes } = await passesOf(Buffer.from(text, 'latin1'));
    expect(profile).toMatchObject({ encoding: 'Windows-1252', rows: ROWS + 1 });
    expect(passes).toBeLessThan(5.7);
  });
});
