import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Publication } from '../../../src/main/publishing';
import { breakable } from '../../../src/main/publishing/long-words';
import { tableParts } from '../../../src/main/publishing/table-parts';
import { barsChart, COUNT, column, publication, SHARE, tableOf } from '../../support/publications/pieces';
import { bytesOf, COLUMNS, htmlOf, pagesOf, rows } from '../../support/publications/written';

const chart = barsChart('Revenue', 'Three bars');

describe('a document on paper', () => {
  it('has the decimals of shares below each other, in either language', async () => {
    const table = tableOf(
      'Growth',
      [column('Growth', 'float', SHARE), column('Other', 'float', SHARE)],
      [
        [0.021, 0.5],
        [0.01, 0.25],
        [-0.04, null],
      ],
    );
    for (const [language, numbers, mark] of [
      ['en', 'en-US', '.'],
      ['de', 'de-DE', ','],
    ] as const) {
      const document = await htmlOf(publication([table], { locale: { language, numbers } }));
      const cells = [...document.querySelectorAll('td')].map((cell) => cell.textContent.replaceAll(/\s/g, ' '));
      const shares = [`2${mark}1 %`, '50 %', `1${mark}0 %`, '25 %', `−4${mark}0 %`, '–'];
      expect(cells).toEqual(shares);
    }
  });

  it('begins no table at the end of a page with less than two of its rows', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at} of the text.`).join('\n\n');
    for (let count = 30; count < 40; count += 1) {
      const { pages } = await pagesOf(
        publication([
          { type: 'text', markdown: lines(count) },
          { type: 'heading', level: 1, text: 'The customers' },
          tableOf('All of them', COLUMNS, rows(60)),
        ]),
      );
      const [begun] = pages.filter(({ text }) => text.includes('All of them'));
      expect(begun?.text).toContain('The customers');
      expect(begun?.text, `after ${count} lines`).toContain('Customer 2');
    }
  });

  it('keeps the lines below a table on the page of its last rows', async () => {
    for (let count = 36; count < 46; count += 1) {
      const blocks: Publication['blocks'] = [
        tableOf('All of them', COLUMNS, rows(count), { note: 'Without returns.' }),
        { type: 'source', text: 'sales.csv' },
      ];
      const { pages } = await pagesOf(publication(blocks), 'Letter');
      const [told] = pages.filter(({ text }) => text.includes('sales.csv'));
      expect(told?.text, `${count} rows`).toContain(`Customer ${count}`);
      expect(told?.text).toContain('Without returns.');
    }
  });

  it('begins no part of a wide table with less than two of its rows', async () => {
    const wide = Array.from({ length: 20 }, (_, at) => column(`Measure ${at + 1}`, 'integer', COUNT));
    for (let count = 20; count < 30; count += 1) {
      const cells = Array.from({ length: count }, (_, row) => wide.map((_column, at) => (row + 1) * 10_000 + at));
      const { pages } = await pagesOf(publication([tableOf('Wide', wide, cells)]));
      const [begun] = pages.filter(({ text }) => text.includes('Measure 20'));
      expect(begun?.text, `${count} rows`).toContain('20,019');
    }
  });

  it('leaves room above a heading, whatever is told below it and before it', async () => {
    const blocks: Publication['blocks'] = [
      tableOf(null, COLUMNS, rows(3)),
      { type: 'source', text: 'From sales' },
      { type: 'heading', level: 1, text: 'Payments' },
      { type: 'source', text: 'About orders' },
      { type: 'text', markdown: 'None.' },
      { type: 'source', text: 'From orders' },
      { type: 'heading', level: 1, text: 'Returns' },
    ];
    const { heightOf } = (await pagesOf(publication(blocks))).pages[0]!;
    expect(heightOf('From sales') - heightOf('Payments')).toBeGreaterThan(25);
    expect(heightOf('From orders') - heightOf('Returns')).toBeGreaterThan(25);
    expect(heightOf('Payments') - heightOf('About orders')).toBeLessThan(20);
  });

  it('keeps a figure and where it is from together', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at} of the text.`).join('\n\n');
    for (let count = 34; count < 42; count += 1) {
      const { pages } = await pagesOf(
        publication([
          { type: 'text', markdown: lines(count) },
          { type: 'figure', label: 'Orders', value: '2,214', detail: null },
          { type: 'source', text: 'sales.csv' },
        ]),
      );
      const [told] = pages.filter(({ text }) => text.includes('sales.csv'));
      expect(told?.text, `after ${count} lines`).toContain('2,214');
    }
  });

  it('has a tall chart below what it belongs to, and not on a page of its own', async () => {
    const tall = { ...chart, width: 720, height: 900 };
    const blocks: Publication['blocks'] = [
      { type: 'text', markdown: 'What there is to decide.\n\nAnd why.' },
      { type: 'heading', level: 1, text: 'Revenue by branch' },
      tall,
    ];
    expect((await pagesOf(publication(blocks))).pages).toHaveLength(1);
    const xml = strFromU8(
      unzipSync(await bytesOf(publication(blocks), 'docx'))['word/document.xml'] ?? new Uint8Array(),
    );
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
    // 914,400 to the inch.
    expect(Number(height) / 914_400).toBeLessThan(5.2);
    expect(Number(width) / Number(height)).toBeCloseTo(0.8, 2);
  });

  it('breaks names of columns behind what they are put together with, and lets long cells have the room there is', () => {
    const heads = Array.from({ length: 16 }, (_, at) => ({ title: `measure_${at}_net`, isNumber: true }));
    const remark = 'Closed for two weeks because of works on the tram line';
    const parts = tableParts(
      [...heads, { title: 'remark', isNumber: false }],
      [[...heads.map(() => '1,234,567.00'), remark]],
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.at(-1)?.columns.at(-1)?.width).toBeGreaterThanOrEqual(remark.length);
    for (const { columns, room } of parts)
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(room);
    expect(breakable('open_sundays', 9)).toBe('open_\u200bsundays');
    expect(breakable('Donaudampfschiff', 9)).toBe('Donaudamp\u200bfschiff');
  });

  it('keeps the rows of a short table together in word processors, with what is told below them', async () => {
    const blocks: Publication['blocks'] = [
      tableOf(null, COLUMNS, rows(4)),
      { type: 'source', text: 'sales.csv' },
      tableOf(null, COLUMNS, rows(40)),
    ];
    const xml = strFromU8(
      unzipSync(await bytesOf(publication(blocks), 'docx'))['word/document.xml'] ?? new Uint8Array(),
    );
    const kept = (xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) => row.includes('<w:keepNext/>'));
    expect(kept.slice(0, 5)).toEqual([true, true, true, true, true]);
    const long = kept.slice(5);
    expect(long.flatMap((isKept, at) => (isKept ? at : []))).toEqual([0, 1, 39]);
  });

  it('has lines as high as their letters in every word processor', async () => {
    const { 'word/styles.xml': styles } = unzipSync(await bytesOf(publication([]), 'docx'));
    const spacings = strFromU8(styles ?? new Uint8Array()).match(/<w:spacing [^>]*w:line=[^>]*>/g) ?? [];
    expect(spacings.length).toBeGreaterThan(0);
    expect(spacings.filter((spacing) => !spacing.includes('w:lineRule="auto"'))).toEqual([]);
  });
});
