/** The value of a JSON text; null for any other text. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object in JSON; null for anything else. */
export function objectIn(text: string): Record<string, unknown> | null {
  const value = jsonOf(text);
  return isObject(value) ? value : null;
}
