import type { PlainEvent } from '../tools/plain';
import type { AnswerPosition } from './background';
import type { Container, FoundPassages, Searches, StoreState } from './hosted';

/** An answer that goes on at the server, and what is needed to read on where it was left. JSON, as a run keeps it. */
export interface LeftAnswer extends AnswerPosition {
  /** What had been fetched of its container by then. */
  container: Pick<Container, 'id' | 'fetched'> | null;
  storeId: string | null;
  /** What its searches had found by then. */
  found: readonly FoundPassages[];
}

/** Tells that the answer can be taken up again from there. */
export function ongoing(
  position: AnswerPosition,
  { container, store, searches }: { container: Container | null; store: StoreState | null; searches: Searches },
): Extract<PlainEvent, { type: 'ongoing' }> {
  const answer: LeftAnswer = {
    ...position,
    container: container && { id: container.id, fetched: [...container.fetched] },
    storeId: store?.id ?? null,
    found: [...searches.results],
  };
  return { type: 'ongoing', answer };
}
