import type { ModelEvent, ModelState } from '../ports';
import type { Store } from '../store';
import type { ModelStateRecord } from '../store/model-states';
import type { RunRecord } from '../store/records';
import { saveSummary } from './thread-summary';

type StateEvent = Omit<Extract<ModelEvent, { type: 'state' }>, 'type'>;

/** Keeps the states of a turn where they stood: before the call or message that came next, or after the last one. */
export class TurnStates {
  readonly #placed: (Pick<ModelStateRecord, 'anchor' | 'place'> & StateEvent)[] = [];
  #pending: StateEvent[] = [];
  #last: string | null = null;

  add(state: StateEvent): void {
    this.#pending.push(state);
  }

  /** A call or a message comes, or more of the one that came last. */
  reach(anchor: string): void {
    this.#place(anchor, anchor === this.#last ? 'after' : 'before');
    this.#last = anchor;
  }

  /** What has come since, to be put elsewhere. */
  take(): ModelState[] {
    return this.#pending.splice(0).map(({ state }) => state);
  }

  /** Call inside a transaction, once nothing more comes. A state of a turn that did nothing else is of no use to anybody. */
  save(store: Store, run: RunRecord): void {
    const { answerer } = run.settings;
    if (this.#last !== null) this.#place(this.#last, 'after');
    const placed = this.#placed.splice(0);
    if (!answerer || !store.runs.get(run.id)) return;
    for (const { standsForBefore, ...record } of placed) {
      store.modelStates.insert({ run_id: run.id, answerer, ...record });
      if (standsForBefore && record.place === 'before') saveSummary(store, run, record.anchor, record.state);
    }
  }

  #place(anchor: string, place: ModelStateRecord['place']): void {
    this.#placed.push(...this.#pending.splice(0).map((state) => ({ anchor, place, ...state })));
  }
}
