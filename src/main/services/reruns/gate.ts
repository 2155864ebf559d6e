import type {
  Call,
  Dataset,
  DatasetId,
  DatasetProfile,
  FileReplacement,
  ReplacementCheck,
  RerunGate,
  ThreadId,
} from '#contract';
import type { DefinitionEdits, Definitions } from '#contract/definitions';
import { AppError } from '#contract/result';
import { type DatasetNames, type Library, type ThreadDataset, underNames } from '../../library';
import { derive, shapeOf, withEdits } from '../../query';
import type { Datasets } from '../datasets';
import { columnUses } from './column-uses';
import { type ComparedFile, type Mapped, mapped } from './mapped-columns';
import type { StandIn } from './rerun-thread';
import { mappingsOf, shapeFindings } from './shapes';

export interface GateOptions {
  library: Library;
  datasets: Datasets;
  now: () => number;
}

/** What stands where when a thread is run again, and what to know of it first. */
export interface GatePassage {
  gate: RerunGate;
  standIns: StandIn[];
  /** By the earlier replacement. */
  datasets: Map<DatasetId, DatasetId>;
  currencies: Map<string, string>;
  /** To be done when it runs: what the analyst has said of columns goes on to the other file. */
  carry: (() => void)[];
}

/** Compares other files with those of a thread, before anything runs on them. */
export class Gate {
  readonly #options: GateOptions;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** @throws AppError `not_found`, `invalid_input` */
  async look({
    threadId,
    replacements,
  }: {
    threadId: ThreadId;
    replacements: readonly FileReplacement[];
  }): Promise<GatePassage> {
    const { library } = this.#options;
    const entries = library.datasets.ofThread(threadId);
    const known = new Set(entries.map(({ dataset }) => dataset.id));
    if (replacements.some(({ datasetId }) => !known.has(datasetId)))
      throw new AppError('not_found', 'The file that is to be replaced is not a file of this thread.');
    const others = replacements.map(({ by }) => by);
    if (new Set(others).size < others.length)
      throw new AppError('invalid_input', 'One file cannot stand for two others.');
    const calls = library.runs
      .ofThread(threadId)
      .flatMap(({ id }) => library.steps.ofRun(id).flatMap((step) => step.calls));
    const looked: GatePassage = {
      gate: { replacements: [], stops: 0, asks: 0 },
      standIns: [],
      datasets: new Map(),
      currencies: new Map(),
      carry: [],
    };
    for (const entry of entries) {
      const replacement = replacements.find(({ datasetId }) => datasetId === entry.dataset.id);
      if (replacement) await this.#replace(entry, replacement, calls, looked);
      else looked.standIns.push(standInOf(entry, entry.dataset, entry.names ?? null));
    }
    const findings = looked.gate.replacements.flatMap((replacement) => replacement.findings);
    looked.gate.stops = findings.filter(({ weight }) => weight === 'stops').length;
    looked.gate.asks = findings.filter(({ weight }) => weight === 'asks').length;
    return looked;
  }

  async #replace(
    entry: ThreadDataset,
    { by, columns }: FileReplacement,
    calls: readonly Call[],
    looked: GatePassage,
  ): Promise<void> {
    const { library } = this.#options;
    const { dataset, table } = entry;
    const now = await this.#ready(by);
    const [oldProfile, nowProfile] = [profileOf(dataset), profileOf(now)];
    const map = mapped(oldProfile, nowProfile, columns);
    const edits = library.definitions.edits(shapeIn(oldProfile));
    const before = fileOf(entry, edits);
    const uses = columnUses(calls, before.definitions);
    const names = this.#namesOf(entry, map);
    const after = fileOf({ dataset: underNames(now, names), table }, null);
    // Found under the earlier names; underEarlier under those of the file itself.
    const underEarlier = {
      ...map,
      pairs: map.pairs.map(({ column, now: own }) => ({ column, now: named(after.profile, column.name) ?? own })),
    };
    const findings = shapeFindings(plainly(before, entry), after, underEarlier, uses);
    const same = library.files.get(dataset.fileId)?.blob === library.files.get(now.fileId)?.blob;
    looked.gate.replacements.push({
      ...{ datasetId: dataset.id, by, name: dataset.name, byName: now.name },
      findings:
        same && map.gone.length === 0 ? [{ weight: 'tells', fact: { code: 'same_content' } }, ...findings] : findings,
      mappings: mappingsOf(map, oldProfile, uses),
      free: map.free
        .concat(map.renames.flatMap((rename) => nowProfile.columns.filter(({ name }) => name === rename.now)))
        .map(({ name, type }) => ({ name, type })),
    } satisfies ReplacementCheck);
    looked.datasets.set(dataset.id, by);
    looked.standIns.push(standInOf(entry, now, names));
    for (const { fact } of findings)
      if (fact.code === 'unit_changed' && fact.before?.kind === 'currency' && fact.now?.kind === 'currency')
        looked.currencies.set(fact.before.code, fact.now.code);
    looked.carry.push(() => this.#carry(edits, after.profile));
  }

  #namesOf({ dataset, names }: ThreadDataset, { renames }: Mapped): DatasetNames {
    const file = names?.file ?? this.#options.library.files.get(dataset.fileId)?.name ?? dataset.name;
    return { file, columns: Object.fromEntries(renames.map(({ column, now }) => [now, column])) };
  }

  /** What the analyst has said of columns that both have holds for the other file, unless something is said of it already. */
  #carry(edits: DefinitionEdits | null, profile: DatasetProfile): void {
    const { library, now } = this.#options;
    const shape = shapeIn(profile);
    if (!edits || library.definitions.edits(shape)) return;
    const has = (value: unknown) => fieldsMissing(value, edits, profile);
    library.definitions.save(
      shape,
      {
        ...edits,
        fields: edits.fields.filter(({ field }) => profile.columns.some(({ name }) => name === field)),
        measures: edits.measures.filter(({ compute }) => !has(compute)),
        conditions: edits.conditions.filter(({ where }) => !has(where)),
        relations: [],
      },
      now(),
    );
  }

  async #ready(id: DatasetId): Promise<Dataset> {
    const { datasets } = this.#options;
    await datasets.settled(id);
    const dataset = datasets.get({ datasetId: id });
    if (dataset.status !== 'ready')
      throw new AppError('unreadable_file', dataset.error?.message ?? `${dataset.name} could not be read.`);
    return dataset;
  }
}

const shapeIn = ({ columns }: DatasetProfile): string => shapeOf(columns.map(({ name }) => name));
const named = ({ columns }: DatasetProfile, name: string) => columns.find((column) => column.name === name);

function standInOf({ dataset, table }: ThreadDataset, by: Dataset, names: DatasetNames | null): StandIn {
  return { datasetId: dataset.id, by: by.id, byName: by.name, table, names };
}

function profileOf({ profile, name }: Dataset): DatasetProfile {
  if (!profile) throw new AppError('not_found', `${name} has not been read.`);
  return profile;
}

function fileOf(
  { dataset, table }: Pick<ThreadDataset, 'dataset' | 'table'>,
  edits: DefinitionEdits | null,
): ComparedFile {
  const profile = profileOf(dataset);
  return { profile, definitions: withEdits(derive({ profile, table, source: dataset.name }), edits) };
}

/** Units are compared as both files have them: what the analyst has said of the replacement is nothing that changed. */
function plainly(before: ComparedFile, { dataset, table }: ThreadDataset): ComparedFile {
  const derived: Definitions = fileOf({ dataset, table }, null).definitions;
  const unitOf = (column: string) => derived.fields.find((field) => field.column === column)?.unit ?? null;
  const fields = before.definitions.fields.map((field) => ({ ...field, unit: unitOf(field.column) }));
  return { ...before, definitions: { ...before.definitions, fields } };
}

/** Whether a definition speaks of a field that the file has not. */
function fieldsMissing(value: unknown, edits: DefinitionEdits, { columns }: DatasetProfile): boolean {
  const text = JSON.stringify(value);
  const known = new Set(columns.map(({ name }) => JSON.stringify(name)));
  const named = [...text.matchAll(/"(?:field|of|left|right|with)":("(?:[^"\\]|\\.)*")/g)].map(([, name]) => name ?? '');
  const outputs = new Set(edits.measures.flatMap(({ compute }) => compute.map(({ as }) => JSON.stringify(as))));
  return named.some((name) => !known.has(name) && !outputs.has(name));
}
