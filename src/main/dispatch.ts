import type { z } from 'zod';
import { contract, type Services } from '#contract';
import { AppError, type Failure, failureOf, type Result } from '#contract/result';
import type { Log } from './log';

export type Dispatch = (name: unknown, input: unknown) => Promise<Result<unknown>>;

interface Route {
  input: z.ZodType;
  call(input: unknown): unknown;
}

/** The gate: a known name, a valid input, and errors as values. Who is asking, the shell has checked before. */
export function createDispatch(services: Services, log: Log): Dispatch {
  const routes = routesOf(services);
  return async (name, input) => {
    const route = typeof name === 'string' ? routes.get(name) : undefined;
    if (!route) return fail({ code: 'unknown_request', message: 'This version of Assay does not know that request.' });
    const parsed = route.input.safeParse(input);
    if (!parsed.success) return fail({ code: 'invalid_input', message: explain(parsed.error) });
    try {
      return { ok: true, value: await route.call(parsed.data) };
    } catch (error) {
      return fail(toFailure(error, String(name), log));
    }
  };
}

/** A map rather than an object, so that names such as `__proto__` are just unknown. */
function routesOf(services: Services): Map<string, Route> {
  const routes = new Map<string, Route>();
  for (const [domain, requests] of Object.entries(contract)) {
    const service: object = services[domain as keyof Services];
    for (const [verb, definition] of Object.entries(requests)) {
      const handler: unknown = Reflect.get(service, verb);
      if (typeof handler !== 'function') throw new Error(`No service answers ${domain}.${verb}`);
      routes.set(`${domain}.${verb}`, {
        input: definition.input,
        call: (input) => Reflect.apply(handler, service, [input]),
      });
    }
  }
  return routes;
}

/** Anything but an AppError is a bug: its details go to the log, never to the window. */
export function toFailure(error: unknown, doing: string, log: Log): Failure {
  if (error instanceof AppError) return failureOf(error);
  log.error({ err: error, doing }, 'a request failed unexpectedly');
  return { code: 'internal', message: 'Something went wrong in Assay. Nothing was lost; try again.' };
}

function explain(error: z.ZodError): string {
  const issue = error.issues[0];
  return `The request is not right${issue?.path.length ? ` at ${issue.path.join('.')}` : ''}: ${issue?.message ?? 'unknown reason'}.`;
}

function fail(error: Failure): Result<never> {
  return { ok: false, error };
}
