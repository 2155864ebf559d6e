import type { Archive } from '../../../../archive';
import { mainPart, type Relationship, relationshipsOf } from '../../../../office';
import { attribute, walkXml } from '../../../../xml';
import type { Extracted } from '../../types';
import { tidy, whole } from '../text';
import { fromArchive } from './archive';
import { commentLabel, drawingText, labelled } from './drawing';
import { idOf, WordReferences } from './word-parts';
import { WordText } from './word-text';

/** Everything in it that is words, what is not of the body called what it is. @throws DocumentError */
export function readWord(bytes: Uint8Array): Extracted {
  return fromArchive(bytes, (archive) => whole(tidy(textOf(archive))));
}

function textOf(archive: Archive): string {
  const main = mainPart(archive, 'word/document.xml');
  const parts = relationshipsOf(archive, main).filter(({ path }) => archive.has(path));
  const references = new WordReferences();
  const body = new WordText(references);
  const margins = new Set<string>();
  walkXml(archive.readText(main), {
    open: (name, attributes) => {
      if (name === 'headerReference' || name === 'footerReference') margins.add(idOf(attributes));
      body.open(name, attributes);
    },
    close: (name) => body.close(name),
    text: (text) => body.text(text),
  });
  const reading = { archive, parts, references };
  const shownMargins = parts.filter(({ id }) => margins.has(id));
  return [
    ...marginTexts(reading, shownMargins, 'header', 'Header'),
    ...body.take(),
    ...entriesOf(reading, 'footnotes', 'footnote', (id) => `Footnote ${references.markOf('footnote', id)}`),
    ...entriesOf(reading, 'endnotes', 'endnote', (id) => `Endnote ${references.markOf('endnote', id)}`),
    ...entriesOf(reading, 'comments', 'comment', (id, attributes) =>
      commentLabel(attribute(attributes, 'author') ?? '', references.subjectOf(id)),
    ),
    ...drawings(reading, 'chart', 'Chart'),
    ...drawings(reading, 'diagramData', 'Diagram'),
    ...marginTexts(reading, shownMargins, 'footer', 'Footer'),
  ].join('\n\n');
}

interface Reading {
  archive: Archive;
  parts: readonly Relationship[];
  references: WordReferences;
}

/** Headers or footers; what several pages have alike stands once. */
function marginTexts(
  { archive, references }: Reading,
  parts: readonly Relationship[],
  type: string,
  label: string,
): string[] {
  const texts = parts
    .filter((part) => part.type === type)
    .map(({ path }) => {
      const reader = new WordText(references);
      walkXml(archive.readText(path), visitorOf(reader));
      return reader.take().join('\n');
    });
  return [...new Set(texts)].flatMap((text) => labelled(label, text));
}

/** Notes or comments, each with what it is called. Lines that only part notes from the text are left out. */
function entriesOf(
  { archive, parts, references }: Reading,
  type: string,
  element: string,
  labelOf: (id: string, attributes: string) => string,
): string[] {
  return parts
    .filter((part) => part.type === type)
    .flatMap(({ path }) => {
      const reader = new WordText(references);
      const entries: string[] = [];
      let label: string | null = null;
      const visitor = visitorOf(reader);
      walkXml(archive.readText(path), {
        ...visitor,
        open: (name, attributes) => {
          if (name === element)
            label = attribute(attributes, 'type') === null ? labelOf(idOf(attributes), attributes) : null;
          reader.open(name, attributes);
        },
        close: (name) => {
          reader.close(name);
          if (name !== element) return;
          const text = reader.take().join('\n').trim();
          if (label !== null) entries.push(...labelled(label, text));
        },
      });
      return entries;
    });
}

const drawings = ({ archive, parts }: Reading, type: string, label: string): string[] =>
  parts
    .filter((part) => part.type === type)
    .flatMap(({ path }) => labelled(label, drawingText(archive.readText(path))));

const visitorOf = (reader: WordText) => ({
  open: (name: string, attributes: string) => reader.open(name, attributes),
  close: (name: string) => reader.close(name),
  text: (text: string) => reader.text(text),
});
