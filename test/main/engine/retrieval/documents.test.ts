import { describe, expect, it } from 'vitest';
import { lockedPdf } from '../../../support/documents/hostile-pdfs';
import { docx, pdf, pptx, xlsx } from '../../../support/documents/make';
import { officeFile, paragraph, runs, word } from '../../../support/documents/office';
import { deflated, honest, zipOf } from '../../../support/documents/zips';
import { retrievalRoom } from '../../../support/retrieval';

const { retrieval, add } = retrievalRoom({ limits: { timeMs: 20_000 } });
const found = (storeId: string, query: string) => retrieval().search({ storeIds: [storeId], query, limit: 3 });

describe('documents of every kind', () => {
  it.each([
    [
      'report.pdf',
      pdf(['The harbour opens in spring', 'Storks nest on the lighthouse']),
      'storks lighthouse',
      { page: 2 },
    ],
    ['returns.pdf', pdf(['返品は三十日以内に受け付けます'], { japanese: true }), '返品は何日以内', { page: 1 }],
    ['notes.md', '今日は天気がいい。\n\n保証期間は二年です。', '保証期間', {}],
    ['spoken.pptx', pptx(['Plain', { text: 'Costs', notes: 'Say that cranes are dear' }]), 'cranes dear', { page: 2 }],
    ['letter.docx', docx(['Dear Ada,', 'the bridge will be closed for repairs.']), 'bridge repairs', {}],
    ['talk.pptx', pptx(['Welcome', 'Turbines & towers\nby the sea']), 'turbines', { page: 2 }],
    [
      'stock.xlsx',
      xlsx({
        Fruit: [['Apple', 3]],
        Tools: [
          ['Hammer', 7],
          ['Chisel', 2],
        ],
      }),
      'chisel',
      { sheet: 'Tools' },
    ],
    [
      'page.html',
      '<html><head><title>x</title><script>secret()</script></head><body><p>The orchard &amp; mill</p></body></html>',
      'orchard mill',
      {},
    ],
    ['notes.md', '# Weather\n\nIt rained on **Tuesday**.', 'rained tuesday', {}],
    ['data.json', '{"planet": "Neptune", "moons": 16}', 'neptune', {}],
    ['main.rs', 'fn launch_rocket() { ignite(); }', 'ignite', {}],
    ['latin.txt', Buffer.from('Der Bäcker öffnet früh', 'latin1'), 'bäcker', {}],
    ['wide.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('A walrus sleeps', 'utf16le')]), 'walrus', {}],
  ])('%s is found by its words, at its place', async (name, content, query, place) => {
    const storeId = `vs_${name}`;
    await add(name, content, { storeId });
    const [best] = await found(storeId, query);
    expect(best).toMatchObject({ filename: name, place });
    expect(best?.why.terms.length).toBeGreaterThan(0);
    const whole = retrieval().text(best?.fileId ?? '');
    expect(whole?.text.slice(best?.place.start, best?.place.end)).toBe(best?.text);
    expect(best?.text).not.toContain('secret');
  });
});

it('a document in a second store is found there as in the first, and cut as that store asks', async () => {
  const text = `The auk dives. ${'A line of something else. '.repeat(200)}`;
  for (const storeId of ['first', 'second']) await add('auk.md', text, { storeId });
  await add('auk.md', text, { storeId: 'third', chunking: { maxTokens: 100, overlapTokens: 0 } });
  const [first] = await found('first', 'auk');
  const [second] = await found('second', 'auk');
  const [third] = await found('third', 'auk');
  expect(second).toEqual({ ...first, storeId: 'second', fileId: second?.fileId });
  expect(third?.text.length).toBeLessThan((first?.text.length ?? 0) / 4);
});

it('rows of a table stay together', async () => {
  await add(
    'premiums.docx',
    docx([
      'Premiums',
      [
        ['Region', 'Premium'],
        ['Graubünden', '312 francs'],
      ],
    ]),
    { storeId: 'rows' },
  );
  expect((await found('rows', 'premium graubünden'))[0]?.text).toContain('Graubünden\t312 francs');
});

/** Archives whose main part unpacks to 300 MB and says whatever it likes. */
const large = deflated(300);
const bomb = (path: string, says: number, zip64 = false) => zipOf([{ name: path, packed: large, says }], { zip64 });
const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1_000)}"><!ENTITY c "${'&b;'.repeat(1_000)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
const BOOK = '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>';
const laughing = {
  'laughs.docx': officeFile([
    {
      path: 'word/document.xml',
      xml: `${LAUGHS}<w:document><w:body>${paragraph(runs('&c;&x;'))}</w:body></w:document>`,
    },
  ]),
  'laughs.pptx': officeFile([
    { path: 'ppt/slides/slide1.xml', xml: `${LAUGHS}<p:sld><a:p><a:t>&c;&x;</a:t></a:p></p:sld>` },
  ]),
  'laughs.xlsx': officeFile([
    { path: 'xl/workbook.xml', xml: BOOK, refers: [{ type: 'worksheet', to: 'sheet1.xml' }] },
    {
      path: 'xl/sheet1.xml',
      xml: `${LAUGHS}<worksheet><sheetData><row><c t="inlineStr"><is><t>&c;&x;</t></is></c></row></sheetData></worksheet>`,
    },
  ]),
};
/** Two cells at opposite corners of a sheet. */
const corners = officeFile([
  { path: 'xl/workbook.xml', xml: BOOK, refers: [{ type: 'worksheet', to: 'sheet1.xml' }] },
  {
    path: 'xl/sheet1.xml',
    xml: '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>plover</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>',
  },
]);

describe('documents that are none', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['empty.txt', '', /empty/],
    ['blank.md', '  \n\n ', /no text/],
    ['photo.png', 'x', /cannot be searched/],
    ['noending', 'x', /cannot be searched/],
    ['damaged.pdf', '%PDF-1.4\n1 0 obj garbage\n%%EOF', /damaged/],
    ['program.pdf', 'MZ\u0090\u0000', /no PDF/],
    ['scan.pdf', pdf(['', '']), /scanner/],
    ['locked.pdf', lockedPdf('password'), /password/],
    ['signed.pdf', lockedPdf('certificate'), /protected/],
    ['cut.pdf', pdf(['x']).subarray(0, 60), /cut off/],
    ['locked.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /with a password/],
    ['cut.docx', docx(['A letter']).subarray(0, 300), /damaged/],
    ['damaged.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)]), /damaged/],
    ['old.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old Office versions/],
    ['text.xlsx', 'just,text', /no such document/],
    ['binary.txt', Buffer.from([1, 2, 0, 3, 0, 0]), /no text/],
  ])('%s is refused with what to do', async (name, content, reason) => {
    await expect(add(name, content)).rejects.toThrow(reason);
  });

  it.each([
    ['says so', 'bomb.docx', bomb('word/document.xml', 300 * 1024 ** 2)],
    ['says that it is small', 'lies.docx', bomb('word/document.xml', 1_000)],
    ['says that it is small, in 64 bits', 'lies.docx', bomb('word/document.xml', 1_000, true)],
    ['is a presentation', 'lies.pptx', bomb('ppt/slides/slide1.xml', 1_000)],
    ['is a workbook', 'lies.xlsx', bomb('xl/workbook.xml', 1_000)],
    [
      'has a hundred thousand parts',
      'parts.docx',
      zipOf(Array.from({ length: 100_000 }, (_, n) => honest(`${n}`, ''))),
    ],
  ])('is not unpacked where it unpacks to far more than it looks: it %s', async (_, name, content) => {
    await expect(add(name, content)).rejects.toThrow(/unpacks to far more/);
  });

  it('is read where only what nobody reads of it is large', async () => {
    const slide = honest('ppt/slides/slide1.xml', '<p:sld><a:p><a:t>A film of whales</a:t></a:p></p:sld>');
    await add('film.pptx', zipOf([slide, { name: 'ppt/media/film.mp4', packed: large, says: 300 * 1024 ** 2 }]), {
      storeId: 'film',
    });
    expect((await found('film', 'whales'))[0]?.text).toBe('A film of whales');
  });

  it('is not opened where another archive lies inside in its place', async () => {
    await expect(add('nested.docx', zipOf([honest('inner.docx', 'x')]))).rejects.toThrow(/damaged/);
  });

  it.each(Object.entries(laughing))('has no entities of its own resolved: %s', async (name, content) => {
    await expect(add(name, content)).rejects.toThrow(/damaged/);
  });

  it.each([
    [
      'thousands of tables deep',
      'deep.docx',
      word(
        `${'<w:tbl><w:tr><w:tc>'.repeat(50_000)}${paragraph(runs('plover'))}${'</w:tc></w:tr></w:tbl>'.repeat(50_000)}`,
      ),
    ],
    ['a sheet with cells at its corners', 'corners.xlsx', corners],
  ])('is read for what little it holds: %s', async (_, name, content) => {
    const { usageBytes } = await add(name, content, { storeId: name });
    expect(await found(name, 'plover')).toHaveLength(1);
    expect(usageBytes).toBeLessThan(2_000_000);
  });

  it('has its entities left alone', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1_000)}"><!ENTITY x SYSTEM "file:///etc/passwd">]><p>&b;&x; laughter</p>`;
    const { fileId } = await add('laughs.xml', laughs);
    expect(retrieval().text(fileId)?.text.length).toBeLessThan(laughs.length + 1);
    expect(retrieval().text(fileId)?.text).not.toContain('root:');
  });

  it('does not keep the next one from being read', async () => {
    await expect(add('bad.pdf', '%PDF-1.7 nothing')).rejects.toThrow();
    await add('good.txt', 'a fine marmalade', { storeId: 'vs_after' });
    expect(await found('vs_after', 'marmalade')).toHaveLength(1);
  });
});
