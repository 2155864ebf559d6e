import { fieldsIn, type JsonFields } from '../json-fields';
import type { PlainEvent } from '../tools/plain';

interface Call {
  /** As it is passed on; null until its name is known. */
  index: number | null;
  place: number | null;
  id: string;
  name: string;
  /** Arguments that came before the name. */
  waiting: string;
}

/**
 * Puts the calls of a stream together again, whichever way its server cuts them: by index; without one; all of them with
 * the same; whole in one chunk; ids empty, repeated or missing; names repeated; arguments as an object.
 */
export class ToolCalls {
  readonly #calls: Call[] = [];
  #next = 0;

  get count(): number {
    return this.#next;
  }

  /** What goes with a call besides its name, as some servers want it back. */
  take(entries: unknown, extra: (index: number, content: object) => PlainEvent): PlainEvent[] {
    const list = Array.isArray(entries) ? entries : [entries];
    return list.flatMap((entry) => this.#fragment(fieldsIn(entry), extra));
  }

  /** A call that is complete. */
  add(name: string, args: string): PlainEvent[] {
    const index = this.#next++;
    return [{ type: 'call', index, name }, ...deltas(index, args)];
  }

  #fragment(entry: JsonFields, extra: (index: number, content: object) => PlainEvent): PlainEvent[] {
    const fields = fieldsIn(entry.function);
    const name = typeof fields.name === 'string' ? fields.name : '';
    const id = typeof entry.id === 'string' ? entry.id : '';
    const place = typeof entry.index === 'number' ? entry.index : null;
    const args = argumentsText(fields.arguments);
    const call = this.#callOf(place, id, name);
    if (!call) return [];
    if (call.index !== null) return deltas(call.index, args);
    call.name ||= name;
    call.waiting += args;
    if (call.name === '') return [];
    call.index = this.#next++;
    const more = fieldsIn(entry.extra_content);
    return [
      ...(Object.keys(more).length > 0 ? [extra(call.index, more)] : []),
      { type: 'call', index: call.index, name: call.name },
      ...deltas(call.index, call.waiting),
    ];
  }

  #callOf(place: number | null, id: string, name: string): Call | null {
    const known = this.#calls.findLast((call) =>
      place !== null ? call.place === place : id !== '' ? call.id === id : name === '',
    );
    const isAnother = known && name !== '' && id !== '' && known.id !== '' && known.id !== id;
    if (known && !isAnother) {
      known.id ||= id;
      return known;
    }
    // Nothing says which call this piece of arguments is of.
    if (name === '' && id === '' && place === null) return null;
    const call: Call = { index: null, place, id, name: '', waiting: '' };
    this.#calls.push(call);
    return call;
  }
}

function argumentsText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
}

const deltas = (index: number, delta: string): PlainEvent[] =>
  delta === '' ? [] : [{ type: 'call_arguments', index, delta }];
