import { type Book, relationshipsOf } from '../../../../office';
import { attribute, walkXml } from '../../../../xml';
import { commentLabel, drawingText, labelled } from './drawing';
import { idOf } from './word-parts';

/** What is said about cells of a sheet, and what stands in boxes over it. */
export function sheetComments(book: Book, path: string): string[] {
  const parts = relationshipsOf(book.archive, path).filter((part) => book.archive.has(part.path));
  const of = (type: string) => parts.filter((part) => part.type === type).map((part) => book.xmlOf(part.path));
  const threads = of('threadedComment').flatMap((xml) => commentsIn(xml, 'threadedComment', personsOf(book)));
  // Beside a conversation stands a note for older programs, which says so and repeats it.
  const notes = threads.length > 0 ? [] : of('comments').flatMap((xml) => commentsIn(xml, 'comment', authorsIn(xml)));
  return [...threads, ...notes, ...of('drawing').flatMap((xml) => labelled('Text box', drawingText(xml)))];
}

function commentsIn(xml: string, element: string, authors: ReadonlyMap<string, string>): string[] {
  const comments: string[] = [];
  let label = '';
  let text = '';
  let inText = false;
  walkXml(xml, {
    open: (name, attributes) => {
      inText = name === 't' || (name === 'text' && element === 'threadedComment');
      if (name !== element) return;
      const author = attribute(attributes, 'authorId') ?? attribute(attributes, 'personId') ?? '';
      label = commentLabel(authors.get(author) ?? '', attribute(attributes, 'ref') ?? '');
      text = '';
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      inText = false;
      if (name === element) comments.push(...labelled(label, text.trim()));
    },
  });
  return comments;
}

/** By their place in the list. */
function authorsIn(xml: string): Map<string, string> {
  const authors = new Map<string, string>();
  let name: string | null = null;
  walkXml(xml, {
    open: (element) => {
      name = element === 'author' ? '' : null;
      return element !== 'commentList';
    },
    text: (text) => {
      if (name !== null) name += text;
    },
    close: (element) => {
      if (element === 'author') authors.set(String(authors.size), name ?? '');
      name = null;
    },
  });
  return authors;
}

function personsOf({ archive, main }: Book): Map<string, string> {
  const persons = new Map<string, string>();
  for (const { type, path } of relationshipsOf(archive, main)) {
    if (type !== 'person' || !archive.has(path)) continue;
    walkXml(archive.readText(path), {
      open: (name, attributes) => {
        if (name === 'person') persons.set(idOf(attributes), attribute(attributes, 'displayName') ?? '');
      },
    });
  }
  return persons;
}
