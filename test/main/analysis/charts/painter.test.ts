import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkerChartPainter } from '../../../../src/main/analysis/charts';
import { silentLog } from '../../../../src/main/log';
import type { ChartSpec, Table } from '../../../../src/preload/contract';
import { buildEntry } from '../../../support/build-entry';
import { EAST_ASIAN_FONT, needs } from '../../../support/needs';
import { sweep } from '../../../support/sweep';
import { tempFolder } from '../../../support/temp-folder';

let painter: WorkerChartPainter;
beforeAll(async () => {
  painter = new WorkerChartPainter({
    workerPath: await buildEntry('src/main/analysis/charts/worker.tsx'),
    log: silentLog,
  });
});
afterAll(() => painter.close());

const table: Table = {
  columns: [
    { name: 'month', type: 'date' },
    { name: 'region', type: 'text' },
    { name: 'amount', type: 'decimal' },
  ],
  rows: ['2025-01-01', '2025-02-01', '2025-03-01'].flatMap((month, n) => [
    [month, 'West', `${100 + n}.50`],
    [month, 'East', `${80 - n}.25`],
  ]),
};
const spec: ChartSpec = {
  kind: 'line',
  title: 'Amount by month & region',
  x: { column: 'month', type: 'time', grain: 'month' },
  y: [{ column: 'amount' }],
  series: 'region',
  format: { style: 'currency', currency: 'EUR' },
};

const PNG = [0x89, 0x50, 0x4e, 0x47];

describe('a chart as a picture', () => {
  it.each(['bar', 'line', 'area', 'scatter', 'pie', 'histogram'] as const)(
    'is drawn as a %s chart in both themes',
    async (kind) => {
      for (const theme of ['light', 'dark'] as const) {
        const x = kind === 'histogram' ? { column: 'amount', type: 'number' as const } : spec.x;
        const { svg, png } = await painter.draw({ spec: { ...spec, kind, x }, table, theme });
        expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720"/);
        expect(svg).toContain('Amount by month &amp; region');
        expect([...png.subarray(0, 4)]).toEqual(PNG);
        expect(png.byteLength).toBeGreaterThan(5_000);
      }
    },
  );

  it('names its series and has the points of the data', async () => {
    const { svg } = await painter.draw({ spec, table, theme: 'light' });
    expect(svg).toContain('>West<');
    expect(svg).toContain('>East<');
    expect(svg.match(/class="recharts-curve|stroke="#2f5d8a"/g)?.length).toBeGreaterThan(0);
  });

  it('has dots for values that no line leads to', async () => {
    const dots = async (rows: Table['rows']) => {
      const { svg } = await painter.draw({ spec, table: { columns: table.columns, rows }, theme: 'light' });
      return svg.match(/<circle[^>]* r="3"/g)?.length ?? 0;
    };
    expect(await dots(table.rows)).toBe(0);
    const takenInTurns = ['West', 'East', 'West'].map((region, n) => [`2025-0${n + 1}-01`, region, `${100 + n}`]);
    expect(await dots(takenInTurns)).toBe(3);
  });

  it('names categories in one line each', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => [`Country number ${n} with a long name`, `${100 + n}`]);
    const [, , amount] = table.columns;
    const named: Table = { columns: [{ name: 'country', type: 'text' }, ...(amount ? [amount] : [])], rows };
    const { series: _, ...plain } = spec;
    const bars = { ...plain, kind: 'bar' as const, x: { column: 'country', type: 'category' as const } };
    const { svg } = await painter.draw({ spec: bars, table: named, theme: 'light' });
    expect(svg.match(/>Country number [^<]*</g)).toHaveLength(30);
  });

  it('draws signs of East Asia, where the system has a font for them', needs(EAST_ASIAN_FONT), async () => {
    const named = async (name: string) => {
      const rows = table.rows.map(([month, region, amount]) => [
        month ?? null,
        region === 'West' ? name : (region ?? null),
        amount ?? null,
      ]);
      return Buffer.from((await painter.draw({ spec, table: { ...table, rows }, theme: 'light' })).png);
    };
    // A sign without a glyph is the same box as any other.
    expect((await named('東京')).equals(await named('大阪'))).toBe(false);
    expect((await named('\u{10fffd}')).equals(await named('\u{10fffc}'))).toBe(true);
  });

  it('is the same each time', async () => {
    const [first, second] = [
      await painter.draw({ spec, table, theme: 'light' }),
      await painter.draw({ spec, table, theme: 'light' }),
    ];
    expect(second.svg === first.svg).toBe(true);
  });

  it('holds nothing that runs or loads, whatever the data is called', async () => {
    const evil = '"><script>alert(1)</script><image href="http://evil.example/x"/><a href="javascript:alert(1)">';
    const hostile: Table = {
      columns: table.columns,
      rows: table.rows.map(([month, , amount]) => [month ?? null, evil, amount ?? null]),
    };
    const { svg } = await painter.draw({ spec: { ...spec, title: evil, kind: 'bar' }, table: hostile, theme: 'light' });
    expect(svg).not.toMatch(/<script|<image|<a[ >]|<foreignObject|<[^>]*\s(on\w+|href)=/i);
    expect(svg).not.toContain('url(http');
  });

  const odd = {
    'a line break': ['two\nlines\tand a tab', 'two lines and a tab'],
    'a control character': ['bell\u0007', 'bell\ufffd'],
    'a NUL': ['\u0000', '\ufffd'],
    'a C1 control': ['next\u009b', 'next\ufffd'],
    'U+FFFE and U+FFFF': ['\ufffe and \uffff', '\ufffd and \ufffd'],
    'half a character': ['half \ud83d', 'half \ufffd'],
    'a mark that turns text around': ['\u202egnp.exe', '\ufffdgnp.exe'],
    'an isolate': ['\u2066left', '\ufffdleft'],
    'an entity': ['&nbsp;&#1;', '&amp;nbsp;&amp;#1;'],
    'an id of the library': ['recharts-bar-7', 'recharts-bar-7'],
    'right-to-left text': ['\u05e9\u05dc\u05d5\u05dd', '\u05e9\u05dc\u05d5\u05dd'],
  } as const;

  const KINDS_OF_ODD = (['bar', 'pie', 'scatter', 'line'] as const).flatMap((kind) => [
    { kind },
    { kind, series: 'series' },
  ]);

  it.each(Object.entries(odd))('shows a category, a series and words with %s', async (_what, [text, shown]) => {
    const rows = [text, 'other'].map((name, n) => [name, name, 5 - n]);
    const columns: Table['columns'] = [
      { name: text, type: 'text' },
      { name: 'series', type: 'text' },
      { name: 'n', type: 'integer' },
    ];
    const words = { title: `Title ${text}`, y: [{ column: 'n', label: text }] };
    const by = { x: { column: text, label: text, type: 'category' as const }, format: { style: 'number' as const } };
    for (const { kind, ...series } of sweep(KINDS_OF_ODD, 3)) {
      const drawn = await painter.draw({
        spec: { kind, ...words, ...by, ...series },
        table: { columns, rows },
        theme: 'light',
      });
      expect([...drawn.png.subarray(0, 4)]).toEqual(PNG);
      expect(drawn.svg).toContain(`>Title ${shown}<`);
      if (kind === 'bar' || kind === 'pie') expect(drawn.svg).toContain(`>${shown}<`);
    }
  });

  it('cuts long names between characters', async () => {
    for (const length of [40, 41]) {
      const rows = ['a', 'b', 'cd'].map((end, n) => [`${'🦙'.repeat(length)}${end}`, n + 1]);
      const columns: Table['columns'] = [
        { name: 'name', type: 'text' },
        { name: 'n', type: 'integer' },
      ];
      const by = {
        x: { column: 'name', type: 'category' as const },
        y: [{ column: 'n' }],
        format: { style: 'number' as const },
      };
      for (const kind of ['bar', 'pie'] as const) {
        const { svg } = await painter.draw({
          spec: { kind, title: 'T', ...by },
          table: { columns, rows },
          theme: 'light',
        });
        expect(svg).toContain('…');
        expect(svg.isWellFormed() && !svg.includes('\ufffd')).toBe(true);
      }
    }
  });

  it.each([
    ['no rows', []],
    ['only empty values', [['2025-01-01', 'West', null]]],
    ['one point', [['2025-01-01', 'West', '5.00']]],
    [
      'negative values',
      [
        ['2025-01-01', 'West', '-5.00'],
        ['2025-02-01', 'West', '7.00'],
      ],
    ],
    [
      'huge values',
      [
        ['2025-01-01', 'West', '123456789012345678.90'],
        ['2025-02-01', 'West', '1'],
      ],
    ],
  ] as [string, Table['rows']][])('is drawn for %s', async (_what, rows) => {
    const { png } = await painter.draw({ spec, table: { columns: table.columns, rows }, theme: 'light' });
    expect([...png.subarray(0, 4)]).toEqual(PNG);
  });

  it('says at once when the worker that was started beforehand is gone', async () => {
    const broken = new WorkerChartPainter({ workerPath: join(tempFolder(), 'gone.mjs'), log: silentLog });
    broken.warm();
    await expect(broken.draw({ spec, table, theme: 'light' })).rejects.toMatchObject({ code: 'internal' });
    await expect(broken.draw({ spec, table, theme: 'light' })).rejects.toMatchObject({ code: 'internal' });
    await broken.close();
    painter.warm();
    expect((await painter.draw({ spec, table, theme: 'light' })).svg).toContain('<svg');
  });

  it('can be called off, and the next one is drawn', async () => {
    await expect(painter.draw({ spec, table, theme: 'light' }, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
    await expect(painter.draw({ spec, table, theme: 'light' })).resolves.toHaveProperty('svg');
  });
});

it('a picture with a sign that no font has says so once, and which', async () => {
  const named = (names: string[]): Table => ({
    columns: [
      { name: 'region', type: 'text' },
      { name: 'amount', type: 'integer' },
    ],
    rows: names.map((name, at) => [name, at + 1]),
  });
  const bars: ChartSpec = {
    kind: 'bar',
    title: 'Amount by region',
    x: { column: 'region', type: 'category' },
    y: [{ column: 'amount' }],
    format: { style: 'number' },
  };
  const draw = async (names: string[]) => (await painter.draw({ spec: bars, table: named(names), theme: 'light' })).svg;
  // Cuneiform, and letters that Inter has.
  const svg = await draw(['West \u{12000}', 'East \u{12000}', 'Żółw', 'Ωμέγα']);
  expect(svg.match(/(?<=>)No font on this computer has[^<]*/g)).toEqual([
    'No font on this computer has \u{12000}: a box stands in their place.',
  ]);
  expect(await draw(['West', 'Żółw', 'a → b', '12 %'])).not.toContain('No font');
});
