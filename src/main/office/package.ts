import type { Archive } from '../archive';
import { attribute, walkXml } from '../xml';

/** What one part of an Office document says of another. */
export interface Relationship {
  id: string;
  /** The last word of its type, such as `worksheet` or `comments`. */
  type: string;
  /** Of the other part, in the archive. */
  path: string;
}

/** The parts that a part refers to; the document as a whole is the part `''`. @throws ArchiveError; RangeError for broken XML */
export function relationshipsOf(archive: Archive, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relationships: Relationship[] = [];
  if (!archive.has(path)) return relationships;
  walkXml(archive.readText(path), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      relationships.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        path: resolved(folder, attribute(attributes, 'Target') ?? ''),
      });
    },
  });
  return relationships;
}

/** The part that the document begins with. @throws as `relationshipsOf` does */
export const mainPart = (archive: Archive, usual: string): string =>
  relationshipsOf(archive, '').find(({ type }) => type === 'officeDocument')?.path ?? usual;

function resolved(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target.slice(1) : `${folder}${target}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
