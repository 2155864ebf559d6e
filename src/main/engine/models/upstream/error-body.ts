import { fieldsOf, type JsonFields } from '../json-fields';

/** What a server says went wrong, whichever of the usual shapes it came in; null where it does not say. */
export interface RefusalBody {
  message: string | null;
  /** Codes and types, the telling ones first. */
  codes: string[];
  /** The parameter it complains of, as a path such as `reasoning.effort`. */
  parameter: string | null;
  /** An HTTP status that stands in the body. */
  status: number | null;
}

/** A string that is not empty. */
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * Reads `{error: {…}}`, `{error: "…", code}`, `{detail}` (a string or a list that names places), `{message, code}`, a list
 * of one of these, `{type: "error", error}` and `{response: {error}}`. Null where the JSON is none of them.
 */
export function errorBody(json: unknown): RefusalBody | null {
  const body = fieldsOf(Array.isArray(json) ? json[0] : json);
  if (!body) return null;
  const inner = body.error ?? fieldsOf(body.response)?.error ?? fieldsOf(body.errors) ?? first(body.errors);
  const error = fieldsOf(inner) ?? (textOf(inner) ? { ...body, message: inner, error: null } : null) ?? ownError(body);
  if (!error) return null;
  const codes = [error.code, error.type, error.status, error.reason, ...reasons(error), body.code, body.type];
  const numbers = [error.code, error.status, body.code, body.status].map(Number);
  return {
    message: messageOf(error, body),
    codes: [...new Set(codes.flatMap((code) => textOf(code) ?? []))],
    parameter: textOf(error.param) ?? placeOf(error.detail ?? body.detail),
    status: numbers.find((status) => Number.isInteger(status) && status >= 400 && status < 600) ?? null,
  };
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);

/** The error itself, where nothing is around it. */
function ownError(body: JsonFields): JsonFields | null {
  if (body.detail !== undefined) return body;
  const isError =
    body.object === 'error' || body.type === 'error' || body.code !== undefined || body.status !== undefined;
  return textOf(body.message) && isError ? body : null;
}

/** What a router passes on from the server behind it says more than its own "Provider returned error". */
function messageOf(error: JsonFields, body: JsonFields): string | null {
  const raw = textOf(fieldsOf(error.metadata)?.raw);
  const detail = error.detail ?? body.detail;
  const listed = fieldsOf(first(detail));
  const own =
    textOf(error.message) ?? textOf(error.error) ?? textOf(detail) ?? textOf(listed?.msg) ?? textOf(body.message);
  return raw && own ? `${own}: ${raw}` : (own ?? raw);
}

function reasons(error: JsonFields): unknown[] {
  const inner = fieldsOf(error.innererror) ?? fieldsOf(error.inner_error);
  const details = Array.isArray(error.details) ? error.details.map((entry) => fieldsOf(entry)?.reason) : [];
  return [inner?.code, fieldsOf(error.metadata)?.error_type, ...details];
}

/** `[{loc: ['body', 'temperature']}]`, as servers in Python complain. */
function placeOf(detail: unknown): string | null {
  const place = fieldsOf(first(detail))?.loc;
  if (!Array.isArray(place)) return null;
  const path = place.filter((part) => part !== 'body').map(String);
  return path.length > 0 ? path.join('.') : null;
}
