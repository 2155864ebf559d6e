import { deflateSync } from 'node:zlib';

/** A PDF of these objects, numbered from 1 on; the first is the catalog. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  let length = 9;
  const offsets = objects.map((object, index) => {
    const at = length;
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj`), Buffer.from(object), Buffer.from('endobj\n')]);
    parts.push(part);
    length += part.length;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

export const stream = (content: string | Buffer, dictionary = ''): Buffer => {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${dictionary}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
};

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const page = (contents: string, more = '') =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents ${contents}${more}>>`;
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const ONE_PAGE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const says = (text: string) => stream(`BT /F1 12 Tf 50 700 Td (${text}) Tj ET`);

/** A few KB: a page whose content is one stream of so many megabytes, deflated twice, eight times. */
export function contentBomb(megabytes: number): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 ** 2, ' '), { level: 9 }), { level: 9 });
  return pdfOf([
    CATALOG,
    ONE_PAGE,
    page(`[${'5 0 R '.repeat(8)}]`),
    FONT,
    stream(packed, '/Filter[/FlateDecode/FlateDecode]'),
  ]);
}

/** PDFs that try to keep readers busy, by what they do. */
export const hostilePdfs: Record<string, () => Buffer> = {
  'table of objects that leads to itself': () =>
    Buffer.from('%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF'),
  'tree of pages that is its own child': () =>
    pdfOf([CATALOG, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>', page('5 0 R'), FONT, says('x')]),
  'million pages': () => pdfOf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 1000000>>', page('5 0 R'), FONT, says('x')]),
  'million pages that are all the same': () =>
    pdfOf([
      CATALOG,
      `<</Type/Pages/Kids[${'3 0 R '.repeat(1_000_000)}]/Count 1000000>>`,
      page('5 0 R'),
      FONT,
      says('x'),
    ]),
  'content that is its own form': () =>
    pdfOf([
      CATALOG,
      ONE_PAGE,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</X 5 0 R>>>>/Contents 6 0 R>>',
      FONT,
      stream('/X Do /X Do', '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>'),
      stream('/X Do'),
    ]),
  'stream of objects that says it has a billion': () =>
    pdfOf([CATALOG, ONE_PAGE, page('5 0 R'), FONT, stream('1 0 <<>>', '/Type/ObjStm/N 1000000000/First 4')]),
  'length that is nowhere': () =>
    pdfOf([CATALOG, ONE_PAGE, page('5 0 R'), FONT, '<</Length 99 0 R>>stream\nBT ET\nendstream']),
  'array a hundred thousand deep': () =>
    pdfOf([CATALOG, ONE_PAGE, page('5 0 R', `/Annots ${'['.repeat(100_000)}${']'.repeat(100_000)}`), FONT, says('x')]),
  'text of a billion words': () => {
    const words = deflateSync(deflateSync(Buffer.alloc(64 * 1024 ** 2, '(aa aa) Tj '), { level: 9 }), { level: 9 });
    const content = stream(words, '/Filter[/FlateDecode/FlateDecode]');
    return pdfOf([CATALOG, ONE_PAGE, page('[5 0 R 6 0 R]'), FONT, stream('BT /F1 12 Tf 50 700 Td '), content]);
  },
  'font that is a bomb': () => {
    const packed = deflateSync(deflateSync(Buffer.alloc(256 * 1024 ** 2), { level: 9 }), { level: 9 });
    return pdfOf([
      CATALOG,
      ONE_PAGE,
      page('5 0 R'),
      '<</Type/Font/Subtype/TrueType/BaseFont/Bomb/FirstChar 0/LastChar 1/Widths[1 1]/FontDescriptor 6 0 R>>',
      says('x'),
      '<</Type/FontDescriptor/FontName/Bomb/Flags 32/FontFile2 7 0 R>>',
      stream(packed, '/Filter[/FlateDecode/FlateDecode]'),
    ]);
  },
  'picture of a billion pixels': () =>
    pdfOf([
      CATALOG,
      ONE_PAGE,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>/XObject<</I 6 0 R>>>>/Contents 5 0 R>>',
      FONT,
      stream('/I Do BT /F1 12 Tf 50 700 Td (Picture) Tj ET'),
      stream(
        deflateSync(Buffer.alloc(1024 ** 2)),
        '/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode',
      ),
    ]),
  'script at every turn': () =>
    pdfOf([
      "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(true\\){} app.launchURL\\('http://evil.example'\\))>>/Names<</JavaScript<</Names[(a)6 0 R]>>>>>>",
      ONE_PAGE,
      page('5 0 R', '/AA<</O<</S/JavaScript/JS(while\\(true\\){})>>>>'),
      FONT,
      says('Harmless words'),
      '<</S/JavaScript/JS(while\\(true\\){})>>',
    ]),
};

/** As programs lock PDFs: with a password, or for certain people. What it holds is of no use without. */
export const lockedPdf = (how: 'password' | 'certificate'): Buffer => {
  const key = `<${'5a'.repeat(32)}>`;
  const encrypt =
    how === 'password'
      ? `<</Filter/Standard/V 1/R 2/Length 40/P -4/O${key}/U${key}>>`
      : '<</Filter/Adobe.PubSec/V 4/SubFilter/adbe.pkcs7.s5/Recipients[(x)]>>';
  const objects = [CATALOG, ONE_PAGE, page('5 0 R'), FONT, says('Secret')];
  return pdfOf([...objects, encrypt], `/Encrypt 6 0 R/ID[${key}${key}]`);
};
