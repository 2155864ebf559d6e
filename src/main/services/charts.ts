import type {
  CallId,
  Chart,
  ChartId,
  ChartLook,
  ChartReading,
  ChartSpec,
  ResultId,
  RunId,
  Saved,
  Table,
  ThreadId,
} from '#contract';
import { ChartId as ChartIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import { ENGLISH, inLocale, type Locale, titledReading, wordedSpec, wordsIn } from '#words';
import type { Library } from '../library';
import { newId } from '../new-id';
import { boundedTable, IN_WINDOW } from './bounded-table';
import { withFacts } from './chart-facts';
import type { ChartReadings } from './chart-readings';
import { toCsv } from './csv';
import { fileNameFrom } from './file-names';
import type { Emit } from './hub';
import type { BlobFiles, ChartPainter, ShellServices, Theme } from './ports';
import { wholeOf } from './whole';

const PICTURE_LIMIT = 50 * 1024 * 1024;
const TYPES = { png: 'image/png', svg: 'image/svg+xml', csv: 'text/csv' } as const;

export interface ChartsOptions {
  library: Library;
  blobs: BlobFiles;
  painter: ChartPainter;
  shell: ShellServices;
  readings: ChartReadings;
  /** How words and figures of pictures are written. */
  locale: () => Locale;
  emit: Emit;
  now: () => number;
}

interface PictureOf {
  chartId: ChartId;
  format: 'png' | 'svg';
  theme: Theme;
  /** As in the settings if none is given. */
  locale?: Locale;
}

/** What tells a chart's pictures apart. */
const themeIn = (theme: Theme, { language, numbers }: Locale): string =>
  numbers === ENGLISH.numbers && language === ENGLISH.language ? theme : `${theme} ${language} ${numbers}`;

/** Charts: what to draw, the result it is drawn from, and the pictures made of it. */
export class Charts {
  readonly #options: ChartsOptions;

  constructor(options: ChartsOptions) {
    this.#options = options;
  }

  list(input: { before?: ChartId | undefined; limit: number }): Promise<Chart[]> {
    const { library, readings } = this.#options;
    return Promise.all(
      library.charts.page(input).map(async (chart) => {
        const reading = await readings.of(chart);
        return reading ? { ...chart, reading } : chart;
      }),
    );
  }

  async reading(input: { chartId: ChartId }): Promise<ChartReading | null> {
    return this.#options.readings.of(this.#find(input.chartId));
  }

  get(input: { chartId: ChartId }): { chart: Chart; table: Table; versions: Chart[] } {
    const chart = this.#find(input.chartId);
    const versions = this.#options.library.charts.versions(chart.versionOf ?? chart.id);
    return { chart, table: this.#table(chart.resultId), versions };
  }

  /** Another version beside the others, of the same rows; its pictures are drawn when they are asked for. */
  change(input: { chartId: ChartId; look: ChartLook }): Chart {
    const { library, emit, now } = this.#options;
    const chart = this.#find(input.chartId);
    const origin = chart.versionOf === undefined ? chart : this.#find(chart.versionOf);
    const { look: _, ...spec } = origin.spec;
    const version = {
      ...origin,
      id: ChartIdSchema.parse(newId('chart_')),
      spec: Object.keys(input.look).length > 0 ? { ...spec, look: input.look } : spec,
      versionOf: origin.id,
      createdAt: now(),
    };
    library.charts.addVersion(version);
    emit({ name: 'charts.added', data: version });
    return version;
  }

  async save(input: { chartId: ChartId; format: 'png' | 'svg' | 'csv' }): Promise<Saved> {
    const chart = this.#find(input.chartId);
    const { title, look } = await this.worded(chart);
    const bytes =
      input.format === 'csv'
        ? new TextEncoder().encode(toCsv(this.#options.library.results.table(chart.resultId)))
        : await this.bytes({ chartId: chart.id, format: input.format });
    return this.#options.shell.save({
      name: `${fileNameFrom(look?.title ?? title)}.${input.format}`,
      type: TYPES[input.format],
      bytes,
    });
  }

  /** Draws and keeps a chart; the pictures are on disk before it is said. */
  async make(
    input: {
      threadId: ThreadId;
      runId: RunId;
      callId: CallId;
      resultId: ResultId;
      spec: ChartSpec;
      /** How the analyst wants it, by what will be drawn. */
      lookOf?: (spec: ChartSpec) => ChartLook | undefined;
    },
    signal: AbortSignal,
  ): Promise<{ chart: Chart; png: Uint8Array }> {
    const table = this.#table(input.resultId);
    requireColumns(input.spec, table);
    const { threadId, runId, callId, resultId } = input;
    const answered = withFacts(input.spec, this.#options.library.results.get(resultId).query);
    const look = input.lookOf?.(answered);
    const spec = look ? { ...answered, look } : answered;
    const locale = this.#options.locale();
    const worded = await this.worded({ threadId, runId, callId, resultId, spec });
    const { svg, png } = await this.#options.painter.draw({ spec: worded, table, theme: 'light', locale }, signal);
    const chart: Chart = {
      id: ChartIdSchema.parse(newId('chart_')),
      threadId,
      runId,
      callId,
      resultId,
      spec,
      createdAt: this.#options.now(),
    };
    const kept = await this.#keep(svg, png);
    this.#options.library.charts.add(chart, [
      { format: 'svg', theme: themeIn('light', locale), blob: kept.svg },
      { format: 'png', theme: themeIn('light', locale), blob: kept.png },
    ]);
    this.#options.emit({ name: 'charts.added', data: chart });
    return { chart, png };
  }

  /** A chart's picture as a file on disk; the dark one is drawn when it is first asked for. */
  async picture(key: PictureOf): Promise<{ path: string; type: string }> {
    const blob = await this.#picture(key);
    return { path: this.#options.blobs.path(blob), type: TYPES[key.format] };
  }

  /** What is drawn, in the words of a language: of the settings' if none is given. */
  async worded(chart: Omit<Chart, 'id' | 'createdAt'>, locale: Locale = this.#options.locale()): Promise<ChartSpec> {
    const reading = locale.language === ENGLISH.language ? null : await this.#options.readings.of(chart);
    const words = wordsIn(locale);
    return inLocale(locale, () => wordedSpec(chart.spec, titledReading(reading, words), words));
  }

  /** The picture of the chart as it was changed last. */
  async png(id: ChartId): Promise<Uint8Array> {
    const chartId = this.#options.library.charts.versions(id).at(-1)?.id ?? id;
    return this.bytes({ chartId, format: 'png' });
  }

  /** A chart's picture for a document: the light one. */
  async bytes(chart: Omit<PictureOf, 'theme'>): Promise<Uint8Array> {
    const key = { ...chart, theme: 'light' as const };
    const { stream } = await this.#options.blobs.read(await this.#picture(key));
    return wholeOf(stream);
  }

  /** Its key among the blobs; what is not there yet is drawn. */
  async #picture({ chartId, format, theme, locale = this.#options.locale() }: PictureOf): Promise<string> {
    const { library, painter } = this.#options;
    const key = { chartId, theme: themeIn(theme, locale) };
    const known = library.charts.picture({ ...key, format });
    if (known) return known;
    const { chart, table } = this.get({ chartId });
    const { svg, png } = await painter.draw({ spec: await this.worded(chart, locale), table, theme, locale });
    const kept = await this.#keep(svg, png);
    library.charts.addPicture({ ...key, format: 'svg' }, kept.svg);
    library.charts.addPicture({ ...key, format: 'png' }, kept.png);
    return kept[format];
  }

  async #keep(svg: string, png: Uint8Array): Promise<{ svg: string; png: string }> {
    const { blobs } = this.#options;
    const [drawn, painted] = await blobs.putTogether([[new TextEncoder().encode(svg)], [png]], PICTURE_LIMIT);
    return { svg: drawn.key, png: painted.key };
  }

  /** As charts are drawn from it, in the window and for pictures alike. */
  #table(id: ResultId): Table {
    return boundedTable(this.#options.library.results.table(id), IN_WINDOW);
  }

  #find(id: ChartId): Chart {
    const chart = this.#options.library.charts.get(id);
    if (!chart) throw new AppError('not_found', 'This chart is no longer kept.');
    return chart;
  }
}

function requireColumns(spec: ChartSpec, table: Table): void {
  const names = new Set(table.columns.map((column) => column.name));
  const wanted = [spec.x.column, spec.x.until, spec.series, ...spec.y.map((measure) => measure.column)];
  const missing = wanted.find((name) => name !== undefined && !names.has(name));
  if (missing !== undefined) {
    throw new AppError('invalid_input', `The result has no column "${missing}". It has: ${[...names].join(', ')}.`);
  }
}
