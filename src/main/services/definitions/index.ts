import type { DatasetId, ThreadId } from '#contract';
import type { DatasetDefinitions, DefinitionEdits, Definitions, FoundRelation, Relation } from '#contract/definitions';
import { AppError } from '#contract/result';
import { problemWords, type Words } from '#words';
import type { Library, RelatedDatasets, ThreadDataset } from '../../library';
import type { Log } from '../../log';
import { derive, withEdits } from '../../query';
import type { Datasets } from '../datasets';
import type { Emit } from '../hub';
import { problemsOf } from './problems';
import { cardinalityOf, relate } from './prove';

/** Relations are found out before the first answer: what takes longer is not looked at. */
const QUERY_TIME_MS = 10_000;
/** With more tables than this, not every one is held against every other. */
const RELATED_AT_MOST = 12;

export interface DefinitionsOptions {
  library: Library;
  datasets: Datasets;
  words: Words;
  emit: Emit;
  log: Log;
  now: () => number;
}

type Derived = ThreadDataset & { derived: Definitions };

/** What the columns of the analyst's data mean: derived, edited, kept by shape; and how tables relate. */
export class DataDefinitions {
  readonly #options: DefinitionsOptions;
  readonly #looking = new Map<string, Promise<RelatedDatasets>>();

  constructor(options: DefinitionsOptions) {
    this.#options = options;
  }

  get(input: { datasetId: DatasetId }): DatasetDefinitions {
    return this.#of(this.#derived(input.datasetId));
  }

  async ofThread(input: { threadId: ThreadId }): Promise<DatasetDefinitions[]> {
    const tables = this.#options.library.datasets.ofThread(input.threadId);
    const all = await this.ofTables(tables);
    return all.flatMap((definitions) => {
      const dataset = tables.find(({ table }) => table === definitions.table)?.dataset;
      if (!dataset) return [];
      return [
        { datasetId: dataset.id, definitions, edits: this.#options.library.definitions.edits(definitions.shape) },
      ];
    });
  }

  /** @throws AppError `not_found`, `invalid_input` where a part of the edits could not be computed */
  save(input: { datasetId: DatasetId; edits: DefinitionEdits }): DatasetDefinitions {
    const table = this.#derived(input.datasetId);
    const problems = problemsOf(input.edits, table.derived);
    if (problems.length > 0) {
      const { words } = this.#options;
      throw new AppError('invalid_input', problems.map((problem) => problemWords(words, problem)).join(' '), {
        reason: { code: 'not_computable', problems },
      });
    }
    this.#options.library.definitions.save(table.derived.shape, input.edits, this.#options.now());
    return this.#changed(table);
  }

  reset(input: { datasetId: DatasetId }): DatasetDefinitions {
    const table = this.#derived(input.datasetId);
    this.#options.library.definitions.remove(table.derived.shape);
    return this.#changed(table);
  }

  async relations(input: { threadId: ThreadId }): Promise<FoundRelation[]> {
    const tables = this.#read(this.#options.library.datasets.ofThread(input.threadId));
    return this.#relationsOf(tables);
  }

  /** Of tables of a thread, those that have been read. */
  async ofTables(tables: readonly ThreadDataset[], signal?: AbortSignal): Promise<Definitions[]> {
    const read = this.#read(tables);
    const relations = await this.#relationsOf(read, signal);
    return read.map((entry) => ({
      ...this.#of(entry).definitions,
      relations: relations
        .filter(({ table, removed }) => table === entry.table && !removed)
        .map(({ relation }) => relation)
        .slice(0, 100),
    }));
  }

  #read(tables: readonly ThreadDataset[]): Derived[] {
    return tables.flatMap((entry) => {
      const { dataset, table } = entry;
      if (!dataset.profile || dataset.status !== 'ready') return [];
      return [{ ...entry, derived: derive({ profile: dataset.profile, table, source: dataset.name }) }];
    });
  }

  #derived(datasetId: DatasetId): Derived {
    const dataset = this.#options.library.datasets.get(datasetId);
    const [entry] = dataset ? this.#read([{ dataset, table: dataset.table }]) : [];
    if (!entry) throw new AppError('not_found', 'This file has not been read yet, or is no longer in the list.');
    return entry;
  }

  #of({ dataset, derived }: Derived): DatasetDefinitions {
    const edits = this.#options.library.definitions.edits(derived.shape);
    return { datasetId: dataset.id, definitions: withEdits(derived, edits), edits };
  }

  #changed(table: Derived): DatasetDefinitions {
    this.#options.emit({ name: 'definitions.changed', data: { shape: table.derived.shape } });
    return this.#of(table);
  }

  async #relationsOf(tables: readonly Derived[], signal?: AbortSignal): Promise<FoundRelation[]> {
    const some = tables.slice(0, RELATED_AT_MOST);
    const relations: FoundRelation[] = [];
    for (const [at, own] of some.entries())
      for (const other of some.slice(at + 1)) {
        const { forth, back } = await this.#related(own, other, signal);
        relations.push(...this.#edited(own, other, forth), ...this.#edited(other, own, back));
        relations.push(...(await this.#byHand(own, other, signal)), ...(await this.#byHand(other, own, signal)));
      }
    return relations;
  }

  #edited(own: Derived, other: Derived, relations: readonly Omit<Relation, 'to'>[]): FoundRelation[] {
    const removed = [
      ...this.#editsFor(own, other),
      ...this.#editsFor(other, own).map((edit) => ({ ...edit, on: edit.on.map(([a, b]): [string, string] => [b, a]) })),
    ].filter((edit) => edit.removed);
    return relations.map((relation) => ({
      table: own.table,
      relation: { ...relation, to: other.table },
      removed: removed.some(({ on }) => sameKeys(on, relation.on)),
    }));
  }

  /** Relations that the analyst has made between tables of these shapes, from the own one's side. */
  async #byHand(own: Derived, other: Derived, signal?: AbortSignal): Promise<FoundRelation[]> {
    const made = [
      ...this.#editsFor(own, other).map((edit) => (edit.removed ? [] : [edit.on])),
      ...this.#editsFor(other, own).map((edit) =>
        edit.removed ? [] : [edit.on.map(([a, b]): [string, string] => [b, a])],
      ),
    ].flat();
    const known = (on: Relation['on']) => on.every(([a, b]) => hasField(own.derived, a) && hasField(other.derived, b));
    const relations: FoundRelation[] = [];
    for (const on of made.filter(known)) {
      const cardinality = await cardinalityOf(own.derived, other.derived, on, (sql) =>
        this.#run([own, other], sql, signal),
      );
      relations.push({ table: own.table, relation: { to: other.table, on, cardinality, by: 'hand' }, removed: false });
    }
    return relations;
  }

  #editsFor(own: Derived, other: Derived): DefinitionEdits['relations'] {
    const edits = this.#options.library.definitions.edits(own.derived.shape);
    return edits?.relations.filter(({ to }) => to === other.derived.shape) ?? [];
  }

  /** Kept with the two datasets, whose rows stay what they are. */
  async #related(own: Derived, other: Derived, signal?: AbortSignal): Promise<RelatedDatasets> {
    const { definitions } = this.#options.library;
    // What is kept of two files is in the names that they have themselves.
    if (own.names ?? other.names) return this.#foundOut(this.#relate(own, other, signal), signal);
    const kept = definitions.related(own.dataset.id, other.dataset.id);
    if (kept) return kept;
    const turned = definitions.related(other.dataset.id, own.dataset.id);
    if (turned) return { forth: turned.back, back: turned.forth };
    const key = `${own.dataset.id} ${other.dataset.id}`;
    const looking = this.#looking.get(key) ?? this.#look(own, other, signal);
    this.#looking.set(key, looking);
    return this.#foundOut(looking, signal).finally(() => this.#looking.delete(key));
  }

  async #foundOut(looking: Promise<RelatedDatasets>, signal?: AbortSignal): Promise<RelatedDatasets> {
    try {
      return await looking;
    } catch (error) {
      signal?.throwIfAborted();
      this.#options.log.warn({ err: error }, 'how two tables relate could not be found out');
      return { forth: [], back: [] };
    }
  }

  #relate(own: Derived, other: Derived, signal?: AbortSignal): Promise<RelatedDatasets> {
    return relate(own.derived, other.derived, (sql) => this.#run([own, other], sql, signal));
  }

  async #look(own: Derived, other: Derived, signal?: AbortSignal): Promise<RelatedDatasets> {
    const related = await this.#relate(own, other, signal);
    this.#options.library.definitions.saveRelated(own.dataset.id, other.dataset.id, related);
    return related;
  }

  #run(tables: readonly Derived[], sql: string, signal?: AbortSignal) {
    return this.#options.datasets.query({ tables, sql, maxRows: 10, timeoutMs: QUERY_TIME_MS }, signal);
  }
}

const hasField = ({ fields }: Definitions, id: string): boolean => fields.some((field) => field.id === id);

const sameKeys = (a: Relation['on'], b: Relation['on']): boolean =>
  a.length === b.length && a.every(([own, other]) => b.some(([mine, theirs]) => mine === own && theirs === other));
