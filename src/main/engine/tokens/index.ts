/** Counts the tokens of a text. */
export type TokenCounter = (text: string) => number;

/** Of a text without blanks the encoder's time grows with the square of its length: it is given pieces of this many units. */
const PIECE = 4_096;

/** Shorter texts are counted quicker than looked up. */
const REMEMBERED_FROM = 200;
/** UTF-16 units of all texts whose counts are kept. */
const REMEMBERED_AT_MOST = 8_000_000;

let loading: Promise<TokenCounter> | null = null;

/**
 * The counter of OpenAI's models since 2024 (o200k); other families come to about as many, which `withMargin` allows for.
 * Its table of 2 MB is loaded when it is first asked for. Long texts are counted once, so that a long conversation is not
 * counted anew at each of its turns.
 */
export function tokenCounter(): Promise<TokenCounter> {
  loading ??= import('gpt-tokenizer/encoding/o200k_base').then(({ countTokens }) => {
    // What looks like the encoding's own marks is text here: a file may hold anything.
    const count = (text: string) => countTokens(text, { allowedSpecial: new Set(), disallowedSpecial: new Set() });
    return remembering((text) => {
      let tokens = 0;
      for (let at = 0; at < text.length; at += PIECE) tokens += count(text.slice(at, at + PIECE));
      return tokens;
    });
  });
  return loading;
}

function remembering(count: TokenCounter): TokenCounter {
  const known = new Map<string, number>();
  let units = 0;
  return (text) => {
    if (text.length < REMEMBERED_FROM || text.length > REMEMBERED_AT_MOST) return count(text);
    const tokens = known.get(text) ?? count(text);
    // What was used last stands last, so that the first is what nobody has asked for longest.
    if (!known.delete(text)) units += text.length;
    known.set(text, tokens);
    for (const [oldest] of known) {
      if (units <= REMEMBERED_AT_MOST) break;
      known.delete(oldest);
      units -= oldest.length;
    }
    return tokens;
  };
}

/**
 * About how many tokens a text takes, at once and without a table: four ASCII characters a token, one token for any other
 * character.
 */
export const estimatedTokens: TokenCounter = (text) => {
  let ascii = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < 128) ascii += 1;
  return Math.ceil(ascii / 4) + (text.length - ascii);
};

/** Encoders of other makers need up to this much more for the same text. */
const MARGIN = 1.15;

const ample = new WeakMap<TokenCounter, TokenCounter>();

/** The same counter with that margin; the same function for the same counter, by which parts know what they came to. */
export function ampleCounter(count: TokenCounter): TokenCounter {
  const known = ample.get(count) ?? ((text: string) => withMargin(count(text)));
  ample.set(count, known);
  return known;
}

export const withMargin = (tokens: number): number => Math.ceil(tokens * MARGIN);
