import type { Archive } from '../../../../archive';
import { mainPart, type Relationship, relationshipsOf } from '../../../../office';
import { attribute, walkXml } from '../../../../xml';
import type { Extracted } from '../../types';
import { joined, tidy } from '../text';
import { fromArchive } from './archive';
import { commentLabel, drawingText, labelled } from './drawing';
import { idOf } from './word-parts';

const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;

/** The slides in their order, each a page, with its notes and comments. @throws DocumentError */
export function readSlides(bytes: Uint8Array): Extracted {
  return fromArchive(bytes, (archive) => {
    const main = mainPart(archive, 'ppt/presentation.xml');
    const parts = relationshipsOf(archive, main);
    const authors = authorsOf(archive, parts);
    return joined(
      slidePaths(archive, main, parts).map((path, index) => ({
        page: index + 1,
        text: tidy(slideText(archive, path, authors)),
      })),
    );
  });
}

/** As the presentation lists them; by the numbers in their names where it does not. */
function slidePaths(archive: Archive, main: string, parts: readonly Relationship[]): string[] {
  const paths = new Map(parts.filter(({ type }) => type === 'slide').map(({ id, path }) => [id, path]));
  const listed: string[] = [];
  if (archive.has(main))
    walkXml(archive.readText(main), {
      open: (name, attributes) => {
        if (name !== 'sldId') return;
        // Its own id stands before it, without a prefix.
        const path = paths.get(/:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '');
        if (path !== undefined && archive.has(path)) listed.push(path);
      },
    });
  const number = (name: string) => Number(SLIDE.exec(name)?.[1]);
  return listed.length > 0
    ? listed
    : archive.names.filter((name) => SLIDE.test(name)).toSorted((a, b) => number(a) - number(b));
}

function slideText(archive: Archive, path: string, authors: ReadonlyMap<string, string>): string {
  const parts = relationshipsOf(archive, path).filter((part) => archive.has(part.path));
  const of = (type: string) => parts.filter((part) => part.type === type).map((part) => archive.readText(part.path));
  return [
    drawingText(archive.readText(path)),
    ...of('chart').flatMap((xml) => labelled('Chart', drawingText(xml))),
    ...of('diagramData').flatMap((xml) => labelled('Diagram', drawingText(xml))),
    ...of('notesSlide').flatMap((xml) => labelled('Notes', drawingText(xml))),
    ...of('comments').flatMap((xml) => commentsIn(xml, authors)),
  ]
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** Both kinds there are: with their text as it is, and with paragraphs as in drawings. */
function commentsIn(xml: string, authors: ReadonlyMap<string, string>): string[] {
  const comments: string[] = [];
  let author = '';
  let text = '';
  let inText = false;
  walkXml(xml, {
    open: (name, attributes) => {
      inText = name === 'text' || name === 't';
      if (name === 'cm' || name === 'reply') {
        author = authors.get(attribute(attributes, 'authorId') ?? '') ?? '';
        text = '';
      }
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      inText = false;
      if (name === 'p') text += '\n';
      if (name !== 'cm' && name !== 'reply') return;
      comments.push(...labelled(commentLabel(author, ''), text.trim()));
      text = '';
    },
  });
  return comments;
}

function authorsOf(archive: Archive, parts: readonly Relationship[]): Map<string, string> {
  const authors = new Map<string, string>();
  for (const { type, path } of parts) {
    if ((type !== 'commentAuthors' && type !== 'authors') || !archive.has(path)) continue;
    walkXml(archive.readText(path), {
      open: (name, attributes) => {
        if (name === 'cmAuthor' || name === 'author')
          authors.set(idOf(attributes), attribute(attributes, 'name') ?? '');
      },
    });
  }
  return authors;
}
