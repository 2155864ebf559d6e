import type { Frame } from '../sse';
import type { Json } from './exchanges';
import type { Replayed } from './replay';

/** One way in which an answer of ours is not like upstream's: where, and what stands there on either side. */
export interface Difference {
  /** Object and key, such as `thread.run.instructions`. */
  at: string;
  upstream: string;
  assay: string;
}

/** Keys whose values are words of the protocol, which must be the same words. */
const WORDS = new Set([
  'object',
  'status',
  'type',
  'role',
  'code',
  'param',
  'reason',
  'message',
  'has_more',
  'deleted',
  'ranker',
  'purpose',
]);
/** Keys below which everything is the client's own. */
const FREE = new Set(['metadata', 'parameters']);
/** Lists that show everything there is, of which a recording shows one account's. */
export const SHOWS_ALL = /^\d+ GET \/(assistants|files|vector_stores)(\?|$)/;

/** Every difference between two answers: status, keys, kinds of values, words, and the order of events. */
export function differences({ request, upstream, assay }: Replayed): Difference[] {
  const where = request
    .replace(/^\d+ /, '')
    .replaceAll(/(?<=\/)[a-z]+_\w{20,}|\?.*/g, (cut) => (cut[0] === '?' ? '' : '…'));
  if (upstream.status !== assay.status)
    return [{ at: where, upstream: `${upstream.status}`, assay: `${assay.status} ${said(assay)}`.trim() }];
  if ('frames' in upstream.answer)
    return 'frames' in assay.answer
      ? inStreams(where, upstream.answer.frames, assay.answer.frames)
      : [{ at: where, upstream: 'events', assay: 'JSON' }];
  const [theirs, ours] = [upstream.answer.json, 'json' in assay.answer ? assay.answer.json : null];
  if (!SHOWS_ALL.test(request)) return compare(where, theirs, ours);
  const many = Math.min(theirs.data.length, ours.data.length);
  const shared = (list: Json) => ({ ...list, data: list.data.slice(0, many), has_more: false });
  return compare(where, shared(theirs), shared(ours));
}

const said = ({ answer }: Replayed['assay']): string => ('json' in answer ? (answer.json.error?.message ?? '') : '');

function inStreams(where: string, theirs: Frame[], ours: Frame[]): Difference[] {
  const [upstream, assay] = [orderOf(theirs), orderOf(ours)];
  if (upstream !== assay) return [{ at: `${where} events`, upstream, assay }];
  const left = [...ours];
  return theirs.flatMap(({ event, data }) => {
    const at = left.findIndex((frame) => frame.event === event);
    const [frame] = at < 0 ? [] : left.splice(at, 1);
    return frame ? compare(event, data, frame.data) : [];
  });
}

/** Into how many deltas a text falls is the model's affair. */
function orderOf(frames: Frame[]): string {
  const names = frames.map(({ event }) => event);
  return names.filter((event, index) => !event.endsWith('.delta') || event !== names[index - 1]).join(' ');
}

function kind(value: Json): string {
  if (value === undefined) return 'absent';
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function compare(at: string, theirs: Json, ours: Json): Difference[] {
  const [upstream, assay] = [kind(theirs), kind(ours)];
  if (upstream !== assay) return [{ at, upstream, assay }];
  const key = at.split('.').at(-1) ?? '';
  if (FREE.has(key))
    return JSON.stringify(theirs) === JSON.stringify(ours) ? [] : [{ at, upstream: 'as sent', assay: 'otherwise' }];
  if (upstream === 'array') return inArrays(at, theirs, ours);
  if (upstream !== 'object')
    return WORDS.has(key) && theirs !== ours ? [{ at, upstream: `${theirs}`, assay: `${ours}` }] : [];
  const base = typeof theirs.object === 'string' && theirs.object !== 'list' ? theirs.object : at;
  return [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].flatMap((name) =>
    compare(`${base}.${name}`, theirs[name], ours[name]),
  );
}

function inArrays(at: string, theirs: Json[], ours: Json[]): Difference[] {
  if (theirs.length !== ours.length) return [{ at, upstream: `${theirs.length}`, assay: `${ours.length}` }];
  return ours.flatMap((one, index) => compare(`${at}[]`, theirs[index], one));
}
