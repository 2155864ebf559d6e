import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/preload/contract/result';
import { dataEngine } from '../../../support/data-engine';
import { randomFrom } from '../../../support/random';
import { sweep } from '../../../support/sweep';
import { tempFolderForAll } from '../../../support/temp-folder';

const data = dataEngine({ own: true });
const ROWS = 3_000;
const GROUP = 2_048;
const END = 8;
let good: Buffer;
beforeAll(async () => {
  const path = join(tempFolderForAll(), 'good.parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT range AS id, 'name ' || range AS name, range % 9 / 7 AS share FROM range(${ROWS}))
     TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE ${GROUP})`,
  );
  connection.closeSync();
  good = readFileSync(path);
});

const footerOf = (file: Buffer) => file.subarray(file.length - END - file.readUInt32LE(file.length - END), -END);

/** The file with another description of itself. */
function withFooter(footer: Buffer): Buffer {
  const end = Buffer.from(good.subarray(-END));
  end.writeUInt32LE(footer.length);
  return Buffer.concat([good.subarray(0, good.length - END - footerOf(good).length), footer, end]);
}

/** A number as a Parquet file writes it. */
function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value * 2n;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}

/** The file with a number of its description written as another. */
function lying(about: number, told: bigint): Buffer {
  const texts = footerOf(good)
    .toString('latin1')
    .split(varint(BigInt(about)).toString('latin1'));
  expect(texts.length).toBeGreaterThan(1);
  return withFooter(Buffer.from(texts.join(varint(told).toString('latin1')), 'latin1'));
}

async function outcome(file: Buffer): Promise<string> {
  try {
    const { profile, query } = await data.read(file, 'lying.parquet');
    return `${profile.rows} ${JSON.stringify(await query('SELECT count(*) FROM data'))}`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

describe('a Parquet file that lies about itself', () => {
  it.each([
    ['more rows than there are', ROWS, 1_000_000_000_000n],
    ['as many rows as a number can say', ROWS, 2n ** 62n],
    ['fewer rows than none', ROWS, -5n],
    ['a larger row group than there is', GROUP, 1_000_000_000_000n],
    ['a row group without rows', GROUP, 0n],
  ])('by %s is read as it is or refused, and the next is read', async (_what, about, told) => {
    const file = told < 0n ? lying(about, 2n ** 63n + told) : lying(about, told);
    const known = ['unreadable_file', 'too_large', `${ROWS} [[${ROWS}]]`];
    expect(known).toContain(await outcome(file));
    expect(await outcome(good)).toBe(`${ROWS} [[${ROWS}]]`);
  });

  it('in any of its bytes ends no process, and takes no more memory than others', async () => {
    await outcome(good);
    const { intake, query } = data.engine().processes;
    const random = randomFrom(50);
    const footer = footerOf(good).length;
    const places = Array.from({ length: 80 }, (_, n) => ({
      n,
      byte: random.below(256),
      far: random.below(1 << 20),
      more: 1 + random.below(9),
    }));
    for (const { n, byte, far, more } of sweep(places, 5)) {
      const file = Buffer.from(good);
      const inFooter = n % 4 !== 0;
      const at = inFooter ? file.length - END - footer + (far % footer) : far % (file.length - footer);
      if (n % 2 === 0) file.writeUInt8(byte, at);
      // Numbers have as many bytes as say that another follows.
      else file.fill(0xff, at, Math.min(at + more, file.length - END));
      await outcome(file);
    }
    expect(data.engine().processes).toEqual({ intake, query });
    expect(await outcome(good)).toBe(`${ROWS} [[${ROWS}]]`);
  });
});
