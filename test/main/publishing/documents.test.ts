import { strFromU8, unzipSync } from 'fflate';
import { convertToHtml, extractRawText } from 'mammoth';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Publication } from '../../../src/main/publishing';
import { write } from '../../../src/main/publishing/write';
import { HOSTILE_MARKUP } from '../../support/hostile-markup';
import { needs, WHOLE } from '../../support/needs';
import { barsChart, COUNT, column, MONEY, MONTH, publication, tableOf } from '../../support/publications/pieces';
import { germanReport, monthlyReport } from '../../support/publications/samples';
import { bytesOf, COLUMNS, htmlOf, pagesOf, rows } from '../../support/publications/written';

const chart = barsChart('Revenue', 'Three bars');

describe('a document in HTML', () => {
  it('reaches for nothing and runs nothing, whatever its texts hold', async () => {
    const texts: Publication['blocks'] = HOSTILE_MARKUP.flatMap((markup) => [
      { type: 'text', markdown: markup },
      { type: 'heading', level: 1, text: markup },
      { type: 'quote', text: markup, source: markup },
      tableOf(markup, [column(markup)], [[markup]]),
      { ...chart, title: markup, alt: markup },
    ]);
    const document = await htmlOf(
      publication(texts, { title: HOSTILE_MARKUP[1] ?? '', subtitle: HOSTILE_MARKUP[0] ?? '' }),
    );
    const elements = [...document.querySelectorAll('*')];
    const tags = new Set(elements.map((element) => element.tagName.toLowerCase()));
    for (const tag of ['script', 'iframe', 'link', 'base', 'form', 'svg', 'a', 'object'])
      expect(tags).not.toContain(tag);
    const attributes = elements.flatMap((element) =>
      [...element.attributes].map(({ name, value }) => ({ name, value })),
    );
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
    const addresses = attributes.filter(({ name }) =>
      ['src', 'href', 'srcset', 'action', 'data', 'poster'].includes(name),
    );
    expect(addresses.length).toBe(HOSTILE_MARKUP.length);
    for (const { value } of addresses) expect(value).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(document.querySelectorAll('meta[http-equiv]').length).toBe(1);
  });

  it('shows where a link leads, and what a picture would have been', async () => {
    const document = await htmlOf(
      publication([
        { type: 'text', markdown: '[the plan](https://plan.example/a) ![a map](https://maps.example/m.png)' },
      ]),
    );
    expect(document.body.textContent).toContain('the plan (https://plan.example/a)');
    expect(document.body.textContent).toContain('a map');
  });

  it('is written in its language', async () => {
    const document = await htmlOf(germanReport([chart]));
    expect(document.documentElement.getAttribute('lang')).toBe('de');
    expect(document.body.textContent).toContain('3. November 2026');
    expect(document.body.textContent).toContain('Die ersten 16 von 40 Zeilen.');
    expect(document.body.textContent).toMatch(/18\.200,50\s€/);
  });
});

it('shows the title of a chart once: in its drawing', async () => {
  const only = publication([chart]);
  expect((await htmlOf(only)).body.textContent).not.toContain('Revenue');
  expect(strFromU8(await bytesOf(only, 'md'))).not.toContain('Revenue');
  expect((await pagesOf(only)).text).not.toContain('Revenue');
  const word = await convertToHtml({ buffer: Buffer.from(await bytesOf(only, 'docx')) });
  expect(word.value).not.toContain('Revenue</');
});

describe('a document in PDF', () => {
  it('has its texts in order, its pages counted, and a title and headings for readers', async () => {
    const { pdf, pages, text } = await pagesOf(monthlyReport([chart, chart]));
    const places = [
      'Sales report',
      'Summary',
      'third month',
      'Orders, revenue and growth',
      'October 2026',
      'What customers say',
      'SELECT',
    ];
    const found = places.map((words, at) => text.indexOf(words, at === 0 ? 0 : text.indexOf('Summary')));
    expect(found).not.toContain(-1);
    expect(pages[0]?.text).toContain(`Page 1 of ${pages.length}`);
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'Sales report, October 2026', Language: 'en' });
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual([
      'Summary',
      'What customers say',
      'How it was computed',
    ]);
    expect(await (await pdf.getPage(1)).getStructTree()).toMatchObject({ role: 'Root' });
  });

  it('repeats the head of a table on each of its pages, and has every row', async () => {
    const { pages, text } = await pagesOf(publication([tableOf('Payments', COLUMNS, rows(200))]), 'Letter');
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map((page) => page.text.includes('Number Customer Amount'))).toEqual(pages.map(() => true));
    expect(text).toContain('Customer 200');
    expect(pages[0]?.size).toEqual([612, 792]);
  });

  it('lays a wide table on its side, and parts one that is wider still', async () => {
    const many = Array.from({ length: 40 }, (_, at) => column(`Measure ${at + 1}`, 'integer', COUNT));
    const wide = tableOf('Wide', many, [many.map((_, at) => at * 1_000)]);
    const { pages } = await pagesOf(
      publication([{ type: 'text', markdown: 'Before' }, { type: 'heading', level: 1, text: 'All' }, wide]),
    );
    expect(pages.map(({ size: [width = 0, height = 0] }) => width > height)).toEqual([false, true]);
    expect(pages[1]?.text).toMatch(/All.*Wide.*Measure 40|All.*Wide.*Measure\s+40/);
    expect(pages[1]?.text).toContain('39,000');
  });

  it('says which characters no font has, and stays accessible', async () => {
    const { pdf, text } = await pagesOf(publication([tableOf('Names', [column('Name')], [['\u{f0123}']])]));
    expect(text).toContain('U+F0123');
    expect(await (await pdf.getPage(1)).getStructTree()).toMatchObject({ role: 'Root' });
  });

  it('takes no text for an instruction', async () => {
    const { text } = await pagesOf(
      publication([{ type: 'text', markdown: '#panic("x") $1+1$ @me <label>' }], { title: '#read("/etc/passwd")' }),
    );
    expect(text).toContain('#panic("x") $1+1$ @me <label>');
    expect(text).toContain('#read("/etc/passwd")');
  });
});

describe('a document of a word processor', () => {
  it('has real headings, tables with heads that repeat, and pictures that say what they show', async () => {
    const bytes = Buffer.from(await bytesOf(monthlyReport([chart, chart]), 'docx'));
    const { value: html } = await convertToHtml({ buffer: bytes });
    expect(html).toContain('<h1>Summary</h1>');
    expect(html).toContain('<h2>Revenue by month</h2>');
    expect(html).toContain('<strong>for the third month in a row</strong>');
    expect(html.match(/alt="Three bars"/g)?.length).toBe(2);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(2);
  });

  it('holds hostile texts as texts, and leads nowhere', async () => {
    const texts: Publication['blocks'] = HOSTILE_MARKUP.map((markdown) => ({ type: 'text', markdown }));
    const bytes = Buffer.from(await bytesOf(publication(texts), 'docx'));
    expect((await extractRawText({ buffer: bytes })).value).toContain('<svg onload=alert(1)>');
    const relations = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.rels'));
    expect(relations.map(([, content]) => strFromU8(content)).join('')).not.toContain('External');
  });
});

describe('a document in Markdown', () => {
  it('is read again as what it was, with its pictures beside it', async () => {
    const files = await write({
      publication: monthlyReport([chart, chart]),
      format: 'md',
      paper: 'A4',
      name: 'report.md',
    });
    expect(files.map(({ name }) => name)).toEqual(['report.md', 'pictures/1.png', 'pictures/2.png']);
    const root = fromMarkdown(strFromU8(files[0]?.bytes ?? new Uint8Array()), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const tables = root.children.filter((node) => node.type === 'table');
    expect(tables.map(({ children }) => children.length)).toEqual([3, 41]);
  });

  it('holds nothing that loads or is followed, and no HTML', async () => {
    const texts: Publication['blocks'] = HOSTILE_MARKUP.flatMap((markup) => [
      { type: 'text', markdown: markup },
      tableOf(markup, [column(markup)], [[markup]]),
    ]);
    const written = strFromU8(await bytesOf(publication(texts), 'md'));
    const types = new Set<string>();
    const visit = (node: { type: string; children?: unknown[] }) => {
      types.add(node.type);
      for (const child of node.children ?? []) visit(child as { type: string });
    };
    // As it is parsed: what is done to the tree after that links addresses whatever stands before them.
    const parsed = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
    visit(fromMarkdown(written, { extensions: [gfm()], mdastExtensions: [parsed] }));
    for (const type of ['html', 'link', 'image', 'linkReference', 'imageReference', 'definition'])
      expect(types).not.toContain(type);
  });
});

describe('a document as a workbook', () => {
  it('has a sheet for each table, with values of their types and no formula', async () => {
    const { read, utils } = await import('@e965/xlsx');
    const table = tableOf(
      'Sales: by month?',
      [column('Month', 'date', MONTH), column('Name'), column('Amount', 'decimal', MONEY)],
      [['2026-01-01', '=1+1', '-1234.50']],
    );
    const book = read(await bytesOf(publication([table, table, chart]), 'xlsx'), { cellDates: true });
    expect(book.SheetNames).toEqual(['Contents', 'Sales by month', 'Sales by month (2)']);
    const sheet = book.Sheets['Sales by month'] ?? {};
    expect([sheet.A2?.t, sheet.B2?.t, sheet.C2?.t]).toEqual(['d', 's', 'n']);
    expect([sheet.B2?.v, sheet.B2?.f, sheet.C2?.v]).toEqual(['=1+1', undefined, -1234.5]);
    expect(utils.sheet_to_json(book.Sheets.Contents ?? {}, { header: 1 }).flat()).toContain(
      'Rows: sheet “Sales by month”',
    );
  });
});

it('calls the sheet of a table without a title by the heading that it stands under', async () => {
  const { read } = await import('@e965/xlsx');
  const table = tableOf(null, COLUMNS, rows(2));
  const blocks: Publication['blocks'] = [table, { type: 'heading', level: 1, text: 'Payments' }, table, table];
  const { SheetNames } = read(await bytesOf(publication(blocks), 'xlsx'));
  expect(SheetNames).toEqual(['Contents', 'Table 1', 'Payments', 'Payments (2)']);
});

describe('a table of a hundred thousand rows', () => {
  it('is cut in what has pages, which says so, and is whole in a workbook', needs(WHOLE), async () => {
    const { read } = await import('@e965/xlsx');
    const large = publication([tableOf('All', COLUMNS, rows(100_000))]);
    expect((await htmlOf(large)).body.textContent).toContain('The first 13,333 of 100,000 rows.');
    expect(read(await bytesOf(large, 'xlsx')).Sheets.All?.['!ref']).toBe('A1:C100001');
  });
});
