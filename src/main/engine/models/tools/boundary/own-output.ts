import type { ModelItem } from '../../../ports';
import { cutLines, cutText, type Room } from '../cut';
import { type Boundary, HELD_BACK } from './boundary';
import { maskQuoted } from './masked';

type CodeItem = Extract<ModelItem, { type: 'code_result' }>;
type SearchItem = Extract<ModelItem, { type: 'file_search_result' }>;

/** What a model is told of code that ran. */
export function codeOutput(item: CodeItem, boundary: Boundary | null, room: Room): string {
  const printed = item.outputs.map((output) => (output.type === 'logs' ? output.logs : '')).join('');
  const pictures = item.outputs.filter((output) => output.type === 'image').length;
  const parts = [
    ...(boundary === 'schema' ? heldBack(item, printed) : prints(printed, room)),
    ...(pictures > 0 ? [`Pictures drawn: ${pictures}. The user sees them; do not link to them.`] : []),
    ...(item.files.length > 0
      ? [`Files written: ${item.files.map(({ name }) => `[${name}](sandbox:/mnt/data/${encodeURI(name)})`).join(', ')}`]
      : []),
    ...(item.fresh ? ['Python was started anew: nothing that earlier code had defined is left.'] : []),
    ...(item.ended === 'done' || item.ended === 'error' ? [] : [`The code did not end by itself: ${item.ended}.`]),
    ...(item.missing ? [notInstalled(item.missing)] : []),
  ];
  return parts.length === 0 ? 'Done. Nothing was printed, drawn or written.' : parts.join('\n');
}

/** Code cannot bring a package along, so that asking for it again leads nowhere. */
function notInstalled({ module, standard, damaged }: NonNullable<CodeItem['missing']>): string {
  const state = damaged ? 'is damaged here' : standard ? 'is left out of this Python' : 'is not installed here';
  return `${module} ${state}, and code cannot install packages. Go another way: Python's standard library, a package that is here, or your other tools.`;
}

function prints(printed: string, room: Room): string[] {
  const text = printed.trimEnd();
  return text === '' ? [] : [cutText(cutLines(text, room.rows), room.characters)];
}

function heldBack({ code, error }: CodeItem, printed: string): string[] {
  const lines = printed.trimEnd().split('\n').length;
  return [
    ...(error ? [`${error.type}: ${maskQuoted(error.message, code)}`] : []),
    ...(printed.trim() === '' ? [] : [`Printed: ${lines} lines, ${printed.length} characters. ${HELD_BACK}`]),
  ];
}

/** What a model is told of a search: the passages, each behind the mark that the engine makes a citation of. */
export function searchOutput(item: SearchItem, boundary: Boundary | null, room: Room): string {
  const { passages, unread = [] } = item;
  const shown: string[] = [];
  let remaining = room.characters;
  for (const passage of passages) {
    const text = boundary === 'schema' ? HELD_BACK : cutText(passage.text, room.characters);
    const entry = `${passage.marker} ${passage.filename}${placeOf(passage)}\n${text}`;
    remaining -= entry.length;
    if (remaining < 0 && shown.length > 0) break;
    shown.push(entry);
  }
  const missing = passages.length - shown.length;
  return [
    passages.length === 0
      ? 'No passage was found.'
      : 'Cite a passage by its mark, exactly as it stands, behind the words that rest on it.',
    ...shown,
    ...(missing > 0 ? [`${missing} more passages left out for want of room: search for something narrower.`] : []),
    ...unread.map(({ filename, status }) =>
      status === 'in_progress' ? `Not searched yet, still being read: ${filename}` : `Could not be read: ${filename}`,
    ),
  ].join('\n\n');
}

function placeOf({ place }: SearchItem['passages'][number]): string {
  if (place.page !== undefined) return `, page ${place.page}`;
  return place.sheet === undefined ? '' : `, sheet ${place.sheet}`;
}
