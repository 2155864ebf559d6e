export interface Verdict {
  /** Median of the paired ratios, ours / theirs. */
  ratio: number;
  ours: number;
  theirs: number;
  /** How far theirs against theirs was from 1: what the machine's noise alone makes. */
  noise: number;
}

const NO_VERDICT = 0.1;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** Work that says itself how many milliseconds it took, up to a moment within it, is taken at its word. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const told = await work();
  return typeof told === 'number' ? told : performance.now() - start;
}

/** Runs both in turns, so that what disturbs one disturbs the other; times in milliseconds. */
export async function pairs(ours: () => Promise<unknown>, theirs: () => Promise<unknown>, count = 9): Promise<Verdict> {
  await ours();
  await theirs();
  const rounds: [number, number, number][] = [];
  for (let round = 0; round < count; round += 1)
    rounds.push([await timed(theirs), await timed(ours), await timed(theirs)]);
  return {
    ratio: median(rounds.map(([before, mine, after]) => mine / ((before + after) / 2))),
    ours: median(rounds.map(([, mine]) => mine)),
    theirs: median(rounds.map(([before]) => before)),
    noise: Math.abs(median(rounds.map(([before, , after]) => after / before)) - 1),
  };
}

/** One line for the reader, honest about noise. */
export function tell(what: string, goal: string, verdict: Verdict): void {
  const { ratio, ours, theirs, noise } = verdict;
  const figures = `${ours.toFixed(1)} ms against ${theirs.toFixed(1)} ms`;
  const said =
    noise > NO_VERDICT
      ? `no verdict: the other side differs from itself by ${(noise * 100).toFixed(0)} %`
      : `${ratio.toFixed(2)}×`;
  console.log(`${what}: ${said} (${figures}; goal ${goal})`);
}
