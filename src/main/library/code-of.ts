import type { Call } from '#contract';

/** The code inside a call's arguments, even while they are still arriving. */
export function codeOf(type: Call['type'], name: string, input: string): Call['code'] {
  if (type === 'code_interpreter') return { language: 'python', text: input };
  // A local run of what was computed from a query is SQL, too.
  if (name !== 'query_data' && name !== 'analyze' && name !== 'explore') return null;
  const sql = stringField(input, 'sql');
  return sql === null ? null : { language: 'sql', text: sql };
}

/** Reads one string out of JSON text that may be cut off in the middle. */
function stringField(json: string, field: string): string | null {
  const start = json.match(new RegExp(`"${field}"\\s*:\\s*"`));
  if (start?.index === undefined) return null;
  const body = json.slice(start.index + start[0].length).match(/^(?:[^"\\]|\\u[0-9a-fA-F]{4}|\\[^u])*/)?.[0] ?? '';
  try {
    return JSON.parse(`"${body}"`);
  } catch {
    return null;
  }
}
