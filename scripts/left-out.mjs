// @ts-check

/** @typedef {import('../test/support/needs').Need} Need */
/** @typedef {import('vitest/node').Reporter} Reporter */
/** @typedef {import('vitest/node').TestModule} TestModule */
/** @typedef {{ need: Need, tests: number }} LeftOut */

/**
 * Says in the last line of a run which tests were left out and for want of what; a run that must have it fails without.
 * @implements {Reporter}
 */
export class LeftOutReporter {
  #isStrict;
  #print;

  /**
   * @param {boolean} [isStrict] whether this run must have what is always there on Linux
   * @param {(line: string) => void} [print]
   */
  constructor(isStrict = process.platform === 'linux' && Boolean(process.env.CI), print = console.log) {
    this.#isStrict = isStrict;
    this.#print = print;
  }

  /** @param {readonly TestModule[]} modules */
  onTestRunEnd(modules) {
    const left = leftOut(modules);
    const wanting = left.filter(({ need }) => need.always);
    if (this.#isStrict && wanting.length > 0) {
      process.exitCode = 1;
      this.#print(`FAILED: ${sentence(wanting)} They must run here.`);
    }
    this.#print(left.length === 0 ? 'No test was left out for want of anything.' : sentence(left));
  }
}

/** The most wanted first. @param {readonly TestModule[]} modules */
function leftOut(modules) {
  /** @type {Map<string, LeftOut>} */
  const all = new Map();
  for (const module of modules)
    for (const test of module.children.allTests('skipped'))
      for (const need of test.meta().lacks ?? [])
        all.set(need.name, { need, tests: (all.get(need.name)?.tests ?? 0) + 1 });
  return [...all.values()].sort((a, b) => b.tests - a.tests);
}

/** @param {readonly LeftOut[]} left */
function sentence(left) {
  const parts = left.map(({ need, tests }) => {
    const count = tests === 1 ? '1 test' : `${tests} tests`;
    return `${count} for want of ${need.name} (${need.missing})`;
  });
  return `Left out: ${parts.join(', ')}.`;
}
