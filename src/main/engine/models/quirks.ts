/**
 * What was learned of a connection's model, or is known of its kind of server: data that is kept and shown, so that the next
 * request is right at once.
 */
export type Quirk =
  /** A request with this parameter is refused; a path such as `reasoning.effort`, without places in lists. */
  | { code: 'refuses'; parameter: string }
  /** Content is one text: no pictures. */
  | { code: 'text_content' }
  /** Between calls of tools it must be sent what it thought. */
  | { code: 'wants_reasoning_back' }
  /** What it thinks comes without a mark where it begins, only with one where it ends. */
  | { code: 'thinks_unopened' }
  /** It does not say what a request has cost. */
  | { code: 'no_usage' }
  /** It writes calls of tools into its text. */
  | { code: 'calls_as_text' }
  /** A request with tools is refused. */
  | { code: 'no_tools' }
  /** It takes tools and never calls one; figures in its answers are invented. */
  | { code: 'ignores_tools' }
  /** It does not put long conversations together on request. */
  | { code: 'no_compaction' }
  /** What is longer than so many tokens is cut from the front without a word. */
  | { code: 'cuts_context'; tokens: number };

/** The quirks of one model of a connection. */
export interface Quirks {
  known(): readonly Quirk[];
  /** Kept from now on; one of the same code (and parameter) is replaced. */
  learn(quirk: Quirk): void;
  /** It was tried again, and is not so any more. */
  forget?(code: Quirk['code']): void;
}

export const knows = (quirks: Quirks, code: Quirk['code']): boolean =>
  quirks.known().some((quirk) => quirk.code === code);

export const refuses = (quirks: Quirks, parameter: string): boolean =>
  quirks.known().some((quirk) => quirk.code === 'refuses' && quirk.parameter === parameter);

/** The same parameter, wherever in a list it stood. */
export const parameterPath = (parameter: string): string =>
  parameter.replace(/\[\d*\]/g, '').replace(/\.\d+(?=\.|$)/g, '');

/** `body` without the parameters that are refused, also those within its lists. */
export function withoutRefused<Body extends object>(body: Body, quirks: Quirks): Body {
  const refused = quirks.known().flatMap((quirk) => (quirk.code === 'refuses' ? [parameterPath(quirk.parameter)] : []));
  if (refused.length === 0) return body;
  const copy = structuredClone(body);
  for (const path of refused) remove(copy, path.split('.'));
  return copy;
}

function remove(value: unknown, [name, ...rest]: string[]): void {
  if (typeof value !== 'object' || value === null || name === undefined) return;
  if (Array.isArray(value)) for (const item of value) remove(item, [name, ...rest]);
  else if (rest.length === 0) Reflect.deleteProperty(value, name);
  else if (Object.hasOwn(value, name)) remove(Reflect.get(value, name), rest);
}

/** Quirks that last as long as the process: for a script's connection, and for tests. */
export function sessionQuirks(given: readonly Quirk[] = []): Quirks {
  let known = [...given];
  const isSame = (a: Quirk, b: Quirk) =>
    a.code === b.code && (a.code !== 'refuses' || b.code !== 'refuses' || a.parameter === b.parameter);
  return {
    known: () => known,
    learn: (quirk) => {
      known = [...known.filter((other) => !isSame(other, quirk)), quirk];
    },
    forget: (code) => {
      known = known.filter((quirk) => quirk.code !== code);
    },
  };
}
