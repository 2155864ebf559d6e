import type { Call, Chart, ChartId, ChartLook } from '#contract';
import type { Library } from '../../library';
import type { Log } from '../../log';
import type { Charts } from '../charts';

/** Charts of an earlier call, drawn of the rows that have taken the place of its own. */
export class RedrawnCharts {
  readonly #options: { library: Library; charts: Charts; log: Log };

  constructor(options: { library: Library; charts: Charts; log: Log }) {
    this.#options = options;
  }

  /** Those that the new call does not have yet: drawn by hand, or looking otherwise. */
  async redraw(
    before: Call,
    after: Call,
    { signal }: { signal: AbortSignal },
  ): Promise<{ before: ChartId; after: ChartId }[]> {
    const { library } = this.#options;
    const id = before.chartId;
    const drawn = id ? library.charts.get(id) : undefined;
    if (!id || !drawn) return [];
    const now = await this.#origin(drawn, after, signal);
    if (!now) return [];
    const [, ...versions] = library.charts.versions(id);
    const pairs = versions.map(({ id: was, spec: { look = PLAIN } }) => ({
      before: was,
      after: this.#look(now, look),
    }));
    return [{ before: id, after: now.id }, ...pairs];
  }

  async #origin(drawn: Chart, after: Call, signal: AbortSignal): Promise<Chart | null> {
    const { library, charts, log } = this.#options;
    const known = after.chartId ? library.charts.get(after.chartId) : undefined;
    const saved = library.steps.call(after.id);
    if (known || !saved || !after.result) return known ?? null;
    const { runId, threadId } = saved;
    try {
      const place = { threadId, runId, callId: after.id, resultId: after.result.id };
      return (await charts.make({ ...place, spec: drawn.spec }, signal)).chart;
    } catch (error) {
      signal.throwIfAborted();
      log.info({ err: error }, 'a chart could not be drawn of the new rows');
      return null;
    }
  }

  #look(chart: Chart, look: ChartLook): ChartId {
    return this.#options.charts.change({ chartId: chart.id, look }).id;
  }
}

const PLAIN: ChartLook = {};
