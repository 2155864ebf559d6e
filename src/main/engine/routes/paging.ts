import type { HonoRequest } from 'hono';
import { invalid } from '../errors';
import { type Page, type PageQuery, UnknownCursor } from '../store/table';

/** An empty cursor is none. @throws ApiError for a limit that is no number from 1 to `most`, or an unknown order. */
export function pageQuery(request: HonoRequest, most = 100, usual = 20): PageQuery {
  return {
    limit: limitOf(request.query('limit'), most, usual),
    order: orderOf(request.query('order')),
    after: request.query('after') || null,
    before: request.query('before') || null,
  };
}

/** A list as it goes over the wire. `read` may meet a cursor that never was. */
export function list<T, O extends { id: string }>(read: () => Page<T>, toObject: (record: T) => O) {
  const { data, hasMore } = known(read);
  const objects = data.map(toObject);
  return {
    object: 'list' as const,
    data: objects,
    first_id: objects[0]?.id ?? null,
    last_id: objects.at(-1)?.id ?? null,
    has_more: hasMore,
  };
}

/** A page of things that are all at hand, in the order they came. @throws UnknownCursor */
export function pageOf<T extends { id: string }>(all: readonly T[], query: PageQuery): Page<T> {
  const ordered = query.order === 'asc' ? all : all.toReversed();
  const place = (parameter: 'after' | 'before'): number | null => {
    const cursor = query[parameter];
    const at = ordered.findIndex((item) => item.id === cursor);
    if (cursor !== null && at < 0) throw new UnknownCursor(parameter, cursor);
    return cursor === null ? null : at;
  };
  const [after, before] = [place('after'), place('before')];
  const between = ordered.slice(after === null ? 0 : after + 1, before ?? ordered.length);
  // With `before` alone the page is the one that ends there.
  const data = after === null && before !== null ? between.slice(-query.limit) : between.slice(0, query.limit);
  return { data, hasMore: between.length > query.limit };
}

function known<T>(read: () => Page<T>): Page<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnknownCursor)) throw error;
    const { parameter, cursor } = error;
    throw invalid(
      `Invalid '${parameter}': '${cursor}'. Expected the ID of an object in this list.`,
      parameter,
      'invalid_value',
    );
  }
}

function limitOf(given: string | undefined, most: number, usual: number): number {
  if (given === undefined) return usual;
  if (!/^-?\d+$/.test(given)) {
    throw invalid(`Invalid type for 'limit': expected an integer, but got a string instead.`, 'limit', 'invalid_type');
  }
  const limit = Number(given);
  const got = `but got ${given} instead.`;
  if (limit > most) {
    throw invalid(
      `Invalid 'limit': integer above maximum value. Expected a value <= ${most}, ${got}`,
      'limit',
      'integer_above_max_value',
    );
  }
  if (limit < 1) {
    throw invalid(
      `Invalid 'limit': integer below minimum value. Expected a value >= 1, ${got}`,
      'limit',
      'integer_below_min_value',
    );
  }
  return limit;
}

function orderOf(given: string | undefined): PageQuery['order'] {
  if (given === undefined) return 'desc';
  if (given === 'asc' || given === 'desc') return given;
  throw invalid(`Invalid value: '${given}'. Supported values are: 'asc' and 'desc'.`, 'order', 'invalid_value');
}
