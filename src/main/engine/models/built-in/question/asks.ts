import { isFixed } from '../language/fixed';
import type { Ask, Piece, PieceOf } from '../language/pieces';
import { datesOf, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import { Bag } from './bag';
import { ask, DeclinedError } from './declined';
import { listed, quoteName } from './names';
import type { Comparison, Filter } from './plan';

const NEAR = 3;

/** @throws Declined for what no plan could be made of: words without a meaning here, and questions that need an answer first. */
export function refuseUnclear(scope: Scope, tokens: readonly Token[], pieces: readonly Piece[]): void {
  const refusal = pieces.find((piece): piece is PieceOf<'refuse'> & Piece => piece.kind === 'refuse');
  if (refusal) throw new DeclinedError({ reason: 'refusal', refusal: refusal.refusal, text: refusal.text });
  const unknown = pieces.filter((piece): piece is PieceOf<'unknown'> & Piece => piece.kind === 'unknown');
  const telling = unknown.filter((piece) => !isFixed(piece.text.toLowerCase()));
  const said = telling.length > 0 ? telling : unknown;
  if (unknown.length > 0)
    throw new DeclinedError({
      reason: 'unknown words',
      words: [...new Set(said.map((piece) => piece.text))],
      near: nearNames(scope, unknown),
    });
  const asked = pieces.find((piece): piece is PieceOf<'ask'> & Piece => piece.kind === 'ask');
  if (asked) putBack(new Bag(scope, tokens, pieces, []), asked);
}

function nearNames(scope: Scope, unknown: readonly PieceOf<'unknown'>[]): string[] {
  const found = unknown.flatMap(({ text }) => {
    const word = text.toLowerCase();
    const limit = word.length < 5 ? 1 : 2;
    return [
      ...scope.columns.near(word, limit).map((one) => ({ name: one.column.name, distance: one.distance })),
      ...scope.values.near(word, limit).map((one) => ({ name: String(one.value), distance: one.distance })),
    ];
  });
  return [...new Set(found.sort((a, b) => a.distance - b.distance).map((one) => one.name))].slice(0, NEAR);
}

function putBack(bag: Bag, piece: PieceOf<'ask'>): never {
  const asked: Ask = piece.ask;
  switch (asked.about) {
    case 'column':
      return askColumn(bag, piece, asked);
    case 'value in columns':
      return ask(
        `“${asked.text}” is a value of ${listed(
          asked.columns.map((column) => quoteName(column.name)),
          'and',
        )}.`,
        asked.columns.map((column) => bag.instead(piece, `where ${quoteName(column.name)} is ${bag.text(piece)}`)),
      );
    case 'value':
      return askValue(bag, piece, asked);
    case 'conditions': {
      const said = asked.filters.map((filter) => conditionText(filter));
      return ask(
        `“${asked.text}” could mean that ${listed(said, 'or')}.`,
        said.map((one) => `${bag.instead(piece, '').replaceAll(/\s+/g, ' ')} where ${one}`),
      );
    }
    case 'starts':
      return ask(
        `It is not clear from which date on “${asked.text}” is counted.`,
        asked.columns.map((column) =>
          bag.instead(piece, `days from ${quoteName(column.name)} to ${quoteName(asked.end.name)}`),
        ),
      );
    case 'not done':
      return ask(
        `What is “${asked.text}” cannot be told: beside ${listed(
          asked.columns.map((column) => quoteName(column.name)),
          'and',
        )} there is no date on which it was done.`,
      );
    case 'today':
      return ask(
        `The data does not know what day it is today, so “${asked.text}” cannot be counted; the last date can be told.`,
        asked.columns.map((column) => bag.instead(piece, `latest ${quoteName(column.name)}`)),
      );
    case 'no dates':
      return ask('The data has no dates, so nothing can be shown over time.');
    case 'no hours':
      return ask('The dates in the data have no time of day.');
    case 'currency':
      return ask(
        `The money in this data is in ${asked.code}, and there is no exchange rate to turn it into ${asked.text}.`,
      );
  }
}

const SIDES: Record<Comparison, string> = {
  '>': 'later than',
  '>=': 'at the earliest',
  '<': 'earlier than',
  '<=': 'at the latest',
  '=': 'equal to',
  '!=': 'not equal to',
};
const SIZES: Record<Comparison, string> = {
  '>': 'above',
  '>=': 'at least',
  '<': 'below',
  '<=': 'at most',
  '=': 'equal to',
  '!=': 'not equal to',
};

/** A condition in words that read as the same condition again. */
function conditionText(filter: Filter): string {
  const name = quoteName(filter.column.name);
  if (filter.kind === 'order' || filter.kind === 'beside')
    return `${name} is ${(filter.kind === 'order' ? SIDES : SIZES)[filter.op]} ${quoteName(filter.other.name)}`;
  if (filter.kind !== 'values') return `${name} is empty`;
  return `${name} is ${filter.not ? 'not ' : ''}${listed(
    filter.values.map((value) => quoteName(String(value))),
    'and',
  )}`;
}

function askColumn(bag: Bag, piece: PieceOf<'ask'>, asked: Extract<Ask, { about: 'column' }>): never {
  const names = asked.columns.map((column) => quoteName(column.name));
  const say = (name: string) => {
    if (asked.use === 'time') return `by ${asked.text} of ${name}`;
    return asked.use === 'group' ? `by ${name}` : name;
  };
  return ask(
    `“${asked.text}” could be about ${listed(names, 'or')}.`,
    names.map((name) => bag.instead(piece, say(name))),
  );
}

function askValue(bag: Bag, piece: PieceOf<'ask'>, asked: Extract<Ask, { about: 'value' }>): never {
  const { column, text } = asked;
  const near = asked.near.slice(0, NEAR);
  const known = column.top.slice(0, 8).map((one) => String(one.value));
  const all = column.top.length >= column.distinct && column.distinct <= 8 ? `It has ${listed(known, 'and')}.` : '';
  const dates = datesOf(column);
  const sentence = `There is no ${quoteName(column.name)} called “${text}”. ${dates ? '' : all}`.trim();
  return ask(
    sentence,
    near.map((one) => bag.instead(piece, `${quoteName(column.name)} is ${quoteName(one.value)}`)),
  );
}
