/** Shorter runs of a key's letters may be anything. */
const RUN = 8;
const MARK = '[key]';
/** What keys of well-known services look like, masked ones included: a server may tell of another key than ours. */
const KEY_SHAPES =
  /\b(?:sk|pk|rk|gsk|xai|hf|key|AIza|ghp|nvapi)[-_][\w*.-]{7,}[\w*-]|\bAIza[\w-]{20,}|\bBearer\s+\S{8,}/g;
const SECRET_NAMES = /auth|key|token|secret|cookie|password/i;

/** The parts of a request's headers that must be told nobody, also as they look in other writings. */
export function secretsOf(headers: Record<string, string>): string[] {
  const plain = Object.entries(headers)
    .filter(([name]) => SECRET_NAMES.test(name))
    .map(([, value]) => value.replace(/^(?:Bearer|Basic|Token)\s+/i, '').trim())
    .filter((value) => value.length >= 4);
  const written = plain.flatMap((value) => [
    value,
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
    JSON.stringify(value).slice(1, -1),
  ]);
  return [...new Set(written)];
}

/** The text without any longer part of a secret: a server may echo the key whole, cut or masked in the middle. */
export function scrub(text: string, secrets: readonly string[]): string {
  const hidden = new Uint8Array(text.length);
  for (const secret of secrets) hide(text, secret, hidden);
  let shown = '';
  for (let at = 0; at < text.length; at += 1)
    if (!hidden[at]) shown += text[at];
    else if (!hidden[at - 1]) shown += MARK;
  return shown.replace(KEY_SHAPES, MARK);
}

function hide(text: string, secret: string, hidden: Uint8Array): void {
  const length = Math.min(RUN, secret.length);
  const runs = new Set<string>();
  for (let at = 0; at + length <= secret.length; at += 1) runs.add(secret.slice(at, at + length));
  for (let at = 0; at + length <= text.length; at += 1)
    if (runs.has(text.slice(at, at + length))) hidden.fill(1, at, at + length);
}
