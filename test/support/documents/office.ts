import { strToU8, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office/2017/10/relationships';
const NAMESPACES =
  'xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:a="a" xmlns:p="p" xmlns:c="c" xmlns:m="m" xmlns:dgm="dgm"';

/** A part of a document, and the parts it refers to by the ids `rId1`, `rId2`, … */
export interface Part {
  path: string;
  xml: string;
  refers?: { type: string; to: string }[];
}

/** An Office document of these parts; the first is where it begins. Targets are paths from the part's folder. */
export function officeFile(parts: readonly Part[]): Buffer {
  const files: Record<string, string> = { '[Content_Types].xml': `${XML}<Types/>` };
  const relations = (refers: { type: string; to: string }[]) =>
    `${XML}<Relationships>${refers
      .map(({ type, to }, index) => {
        const base = /^(?:threadedComment|person)$/.test(type) ? MICROSOFT : OFFICE;
        return `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${to}"/>`;
      })
      .join('')}</Relationships>`;
  const [first] = parts;
  files['_rels/.rels'] = relations([{ type: 'officeDocument', to: first?.path ?? '' }]);
  for (const { path, xml, refers } of parts) {
    files[path] = `${XML}${xml}`;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (refers) files[`${folder}_rels/${path.slice(folder.length)}.rels`] = relations(refers);
  }
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(packed)));
}

/** Runs of a Word paragraph. */
export const runs = (...texts: string[]): string =>
  texts.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('');
export const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;

/** A Word document of this body, and of what else is in it by the names of its parts. */
export function word(body: string, others: Record<string, { type: string; xml: string }> = {}): Buffer {
  const entries = Object.entries(others);
  return officeFile([
    {
      path: 'word/document.xml',
      xml: `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
      refers: entries.map(([to, { type }]) => ({ type, to })),
    },
    ...entries.map(([to, { xml }]) => ({ path: `word/${to}`, xml: xml.replace('>', ` ${NAMESPACES}>`) })),
  ]);
}

/** A slide with a text box for each text. */
export const slide = (...texts: string[]): string =>
  `<p:sld ${NAMESPACES}>${texts.map((text) => `<p:sp><p:txBody>${drawn(text)}</p:txBody></p:sp>`).join('')}</p:sld>`;

/** Paragraphs as drawings hold them, one a line. */
export const drawn = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`)
    .join('');
