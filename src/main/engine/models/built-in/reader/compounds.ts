import { isLexiconWord, phrasesOf } from '../lexicon';
import { stemOf } from './stems';
import type { Token } from './tokens';
import type { Vocabulary } from './vocabulary';

const SHORTEST_PART = 4;
const LONGEST_WORD = 60;
const LINKS = ['', 's', 'n', 'en', 'es'];

/** German words such as "Nettosumme" as the two that they are made of, where both are known and the whole is not. */
export function parted(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  return rejoined(hyphenated(tokens, vocabulary), vocabulary).flatMap((token) => {
    if (token.kind !== 'word' || token.quoted || token.word.length > LONGEST_WORD) return [token];
    const known = (stem: string) => vocabulary.knows(stem) || vocabulary.isCalled(stem) || phrasesOf(stem).length > 0;
    if (known(token.stem)) return (vocabulary.isCalled(token.stem) ? null : ofValue(token, vocabulary)) ?? [token];
    const opposite = /^(?:un|non)(?=\p{L}{4})/u.exec(token.word);
    const rest = opposite ? token.word.slice(opposite[0].length) : '';
    if (rest !== '' && vocabulary.knows(stemOf(rest))) {
      const word = (text: string): Token => ({ ...token, word: text, text, stem: stemOf(text) });
      return [word('not'), word(rest)];
    }
    return (token.word.length < 2 * SHORTEST_PART ? null : split(token, known)) ?? [token];
  });
}

const PARTICLES: ReadonlySet<string> = new Set('ab an auf aus ein vor zu zuruck'.split(' '));
/** Such a verb stands second, or behind a few words that ask. */
const VERB_AT_MOST = 3;

/** "gibt ein Kunde ... aus" is what he "ausgibt". */
function rejoined(tokens: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const end = tokens.findLastIndex(({ kind }) => kind !== 'sign');
  const particle = tokens[end];
  if (!particle || !PARTICLES.has(particle.word)) return tokens;
  // Where rows are income or expenses, such a verb chooses among them.
  if (vocabulary.concepts.values(stemOf('expense')).length > 0) return tokens;
  const at = tokens.findIndex(
    ({ word, kind }, index) =>
      index <= VERB_AT_MOST && index < end - 1 && kind === 'word' && isKnown(`${particle.word}${word}`, vocabulary),
  );
  const verb = tokens[at];
  if (!verb) return tokens;
  const word = `${particle.word}${verb.word}`;
  return tokens.flatMap((token, index) =>
    index === end ? [] : [index === at ? { ...token, word, stem: stemOf(word) } : token],
  );
}

const isKnown = (word: string, vocabulary: Vocabulary): boolean =>
  isLexiconWord(word) || vocabulary.knows(stemOf(word));

/** "drop-off" where the data writes it as one word. */
function hyphenated(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const [first, sign] = joined.slice(-2);
    const word = `${first?.word ?? ''}${token.word}`;
    if (
      sign?.word === '-' &&
      first?.kind === 'word' &&
      token.kind === 'word' &&
      first.to === sign.from &&
      sign.to === token.from &&
      vocabulary.knows(stemOf(word))
    ) {
      joined.splice(-2);
      joined.push({ ...first, text: `${first.text}${token.text}`, word, stem: stemOf(word), to: token.to });
    } else joined.push(token);
  }
  return joined;
}

/** "Stromverbrauch", where Strom is one of the values and Verbrauch a column: it is of that value alone. */
function ofValue(token: Token, vocabulary: Vocabulary): Token[] | null {
  const parts = split(token, (stem) => vocabulary.knows(stem));
  const [first] = parts ?? [];
  const isValue =
    first &&
    vocabulary.find([first.stem], first.text).some(({ category, cost }) => category === 'value' && cost < WHOLE);
  return isValue ? parts : null;
}
const WHOLE = 0.35;

function split(token: Token, known: (stem: string) => boolean): Token[] | null {
  for (let at = token.word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
    const second = token.word.slice(at);
    if (!known(stemOf(second))) continue;
    const link = LINKS.find(
      (one) =>
        token.word.slice(0, at).endsWith(one) &&
        known(stemOf(token.word.slice(0, at - one.length))) &&
        at - one.length >= SHORTEST_PART,
    );
    if (link === undefined) continue;
    const first = token.word.slice(0, at - link.length);
    const part = (word: string, from: number): Token => ({
      ...token,
      word,
      text: word,
      stem: stemOf(word),
      from,
      to: from + word.length,
    });
    return [part(first, token.from), part(second, token.from + at)];
  }
  return null;
}
