import { z } from 'zod';
import type { Call } from '#contract';
import { jsonOf } from './failed-output';

const name = z.string().min(1).max(1_000);
const Drawn = z.object({ kind: name });
const Described = z.object({ datasets: z.array(z.object({ name })).length(1) });

/** What a call was about, by name: the one file that it described, or the kind of chart that it drew. */
export function subjectOf(call: Pick<Call, 'name' | 'input' | 'output'>): string | undefined {
  if (call.name === 'make_chart') return Drawn.safeParse(jsonOf(call.input)).data?.kind;
  if (call.name !== 'describe_data') return undefined;
  return Described.safeParse(jsonOf(call.output ?? '')).data?.datasets[0]?.name;
}
