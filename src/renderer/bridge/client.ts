import type { Api } from '#contract';
import { AppError } from '#contract/result';
import type { Bridge } from './bridge';

/** The contract's requests as functions. They throw the AppError that the other side answered with. */
export function createClient(bridge: Bridge): Api {
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const result = await bridge.request(name, input);
    if (!result.ok) throw AppError.from(result.error);
    return result.value;
  };
  const domain = (name: string) =>
    new Proxy({}, { get: (_, verb) => (input: unknown) => call(`${name}.${String(verb)}`, input) });
  // The proxy answers for every domain and verb there is; what each takes and gives, the contract says.
  return new Proxy({}, { get: (_, name) => domain(String(name)) }) as Api;
}
