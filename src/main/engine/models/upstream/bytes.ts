import { SENT_KINDS, type SentKind } from '../tools/plain';

/** What a request without a body sends. */
export const NO_BYTES: Readonly<Record<SentKind, number>> = Object.fromEntries(
  SENT_KINDS.map((kind) => [kind, 0]),
) as Record<SentKind, number>;

/**
 * The bytes of a request by kind, which add up to those of `body`, its JSON: each part counts as it is written in JSON, and what
 * holds them together, names and settings, is `other`.
 */
export function bytesOf(body: string, parts: Iterable<{ kind: SentKind; value: unknown }>): Record<SentKind, number> {
  const bytes = { ...NO_BYTES };
  const whole = Buffer.byteLength(body);
  let counted = 0;
  for (const { kind, value } of parts) {
    // A part that was not sent after all, or twice, must not make the sum wrong.
    const length = Math.min(lengthOf(value), whole - counted);
    bytes[kind] += length;
    counted += length;
  }
  bytes.other += whole - counted;
  return bytes;
}

function lengthOf(value: unknown): number {
  const text = JSON.stringify(value);
  return text === undefined ? 0 : Buffer.byteLength(text);
}
