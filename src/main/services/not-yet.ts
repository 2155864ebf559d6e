import type { Services } from '#contract';
import { AppError } from '#contract/result';

type Domain = 'connections' | 'models' | 'ledger' | 'usage' | 'assistants';

/** Answers a request of the contract that nothing answers yet. */
export const notYet = (): never => {
  throw new AppError('unavailable', 'This version of Assay cannot do that yet.');
};

export const domainNotYet = <D extends Domain>(): Services[D] => new Proxy({}, { get: () => notYet }) as Services[D];
