import { operandField } from '../grammar/measurements';
import { isNumeric } from '../tables';
import type { Measurement } from '../terms';
import { type AssemblyContext, NoReading } from './context';
import { addGroup, type QueryDraft } from './draft';

type Fresh = Extract<Measurement, { kind: 'column' }>;

/** "new cases per day": what a running count has grown by, from one period to the next. */
export function added(context: AssemblyContext, measure: Fresh, draft: QueryDraft): void {
  if (!draft.by.some((one) => one.grain)) addGroup(context, draft, { kind: 'time' });
  const time = draft.by.find((one) => one.grain);
  const ref = operandField(measure.of);
  const clock = context.mainTime();
  if (!time || !clock || !isNumeric(context.field(ref))) throw new NoReading();
  const alone = draft.by.length > 1 || draft.where.some((one) => one.op === 'is');
  const exact = time.grain === context.field(clock).grain;
  // The last figures of several places cannot be added up here.
  if (!exact && !alone) throw new NoReading();
  const total = context.output(ref.field);
  draft.compute.push(
    exact
      ? { measure: 'sum', of: context.name(ref), as: total }
      : { measure: 'last', of: context.name(ref), with: context.name(clock), as: total },
  );
  const as = context.output(`new ${ref.field}`);
  draft.compute.push({ window: 'difference', of: total, along: time.as, as });
  draft.values.push({ computations: [], as, percent: false, columns: [], aggregate: null });
}
