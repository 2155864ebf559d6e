import type { Piece, PieceBody, PieceOf } from '../language/pieces';
import type { Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import { DeclinedError } from './declined';
import { quoteName } from './names';

/**
 * The pieces of one question. Whoever uses a piece takes it out, so that what is left at the end is what the plan does
 * not say: a question with leftovers is declined rather than half answered.
 */
export class Bag {
  readonly scope: Scope;
  readonly tokens: readonly Token[];
  /** Choices made while reading. */
  readonly notes: string[];
  #pieces: Piece[];

  constructor(scope: Scope, tokens: readonly Token[], pieces: readonly Piece[], notes: readonly string[]) {
    this.scope = scope;
    this.tokens = tokens;
    this.notes = [...notes];
    this.#pieces = pieces.filter((piece) => piece.kind !== 'filler' && piece.kind !== 'dataset');
  }

  get left(): readonly Piece[] {
    return this.#pieces;
  }

  has(kind: PieceBody['kind']): boolean {
    return this.#pieces.some((piece) => piece.kind === kind);
  }

  all<K extends PieceBody['kind']>(kind: K): PieceOf<K>[] {
    return this.#pieces.filter((piece): piece is PieceOf<K> & Piece => piece.kind === kind);
  }

  first<K extends PieceBody['kind']>(kind: K): PieceOf<K> | null {
    return this.all(kind)[0] ?? null;
  }

  take<K extends PieceBody['kind']>(kind: K): PieceOf<K> | null {
    const piece = this.first(kind);
    if (piece) this.drop(piece);
    return piece;
  }

  takeAll<K extends PieceBody['kind']>(kind: K): PieceOf<K>[] {
    const pieces = this.all(kind);
    for (const piece of pieces) this.drop(piece);
    return pieces;
  }

  drop(piece: PieceBody): void {
    this.#pieces = this.#pieces.filter((one) => one !== piece);
  }

  /** Puts a piece back that turned out not to be used. */
  put(piece: Piece): void {
    this.#pieces = [...this.#pieces, piece].sort((a, b) => a.from - b.from);
  }

  /** The piece that comes right before, whatever has been taken out in between. */
  before(piece: { from: number }): Piece | null {
    return this.#pieces.filter((one) => one.to <= piece.from).at(-1) ?? null;
  }

  /** The question with one piece said otherwise. */
  instead(piece: { from: number; to: number }, text: string): string {
    const said = (tokens: readonly Token[]) =>
      tokens.map((token) => (token.kind === 'quoted' ? quoteName(token.text) : token.text));
    return [...said(this.tokens.slice(0, piece.from)), text, ...said(this.tokens.slice(piece.to))]
      .join(' ')
      .replaceAll(' ,', ',');
  }

  text(piece: { from: number; to: number }): string {
    return this.tokens
      .slice(piece.from, piece.to)
      .map((token) => (token.kind === 'quoted' ? quoteName(token.text) : token.text))
      .join(' ');
  }

  /** @throws Declined when something was said that the plan does not hold. */
  finish(): void {
    const words = this.#pieces.filter((piece) => !QUIET.has(piece.kind)).map((piece) => this.text(piece));
    if (words.length > 0) throw new DeclinedError({ reason: 'unclear', words: [...new Set(words)] });
  }
}

/** Pieces that ask for an answer without saying anything about it. */
const QUIET = new Set<PieceBody['kind']>(['show', 'which', 'how much', 'only', 'worth', 'follow']);
