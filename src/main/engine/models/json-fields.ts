/** JSON of a server: every field may be missing, or be something else. */
export type JsonFields = Record<string, unknown>;

/** The fields of a JSON object; null for anything else, lists included. */
export const fieldsOf = (value: unknown): JsonFields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonFields) : null;

/** The same where it does not matter whether it is an object: none for anything else. */
export const fieldsIn = (value: unknown): JsonFields => fieldsOf(value) ?? {};
