interface StreamedEvent {
  type: string;
  /** A further piece of a text, or of the arguments or the code of the call of that index. */
  delta?: string;
  index?: number;
}

/**
 * Pieces of the same text that came together go on as one: what each costs on its way to the window does not grow with
 * how quick a server is. Nothing is waited for. Where reading fails, what came before it goes on first.
 */
export function* joinedDeltas<E extends StreamedEvent>(events: Iterable<E>): Generator<E> {
  let pending: E | null = null;
  try {
    for (const event of events) {
      const joined: E | null = pending && join(pending, event);
      if (pending && !joined) yield pending;
      pending = joined ?? event;
    }
  } catch (error) {
    if (pending) yield pending;
    throw error;
  }
  if (pending) yield pending;
}

function join<E extends StreamedEvent>(first: E, second: E): E | null {
  if (first.type !== second.type || first.index !== second.index) return null;
  if (first.delta === undefined || second.delta === undefined) return null;
  return { ...first, delta: first.delta + second.delta };
}
