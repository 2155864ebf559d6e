import { useQuery } from '@tanstack/react-query';
import type { PlainCondition, Query } from '#contract/query';
import { keys, useClient } from '../../bridge';
import { Failure, Skeleton, useThreadActions, useWords } from '../../ui';
import { ReadingLine } from './ReadingLine';

interface ConditionChipsProps {
  table: string;
  where: PlainCondition[];
  onChange(where: PlainCondition[]): void;
}

/** Conditions on the rows of one table, as chips to be changed. */
export function ConditionChips({ table, where, onChange }: ConditionChipsProps) {
  const { ui } = useWords();
  const { threadId } = useThreadActions();
  const client = useClient();
  const place = { threadId, datasetIds: [] };
  const query: Query = { from: { table }, ...(where.length > 0 ? { where } : {}) };
  const { data: reading, error } = useQuery({
    queryKey: keys.reading(place, query),
    queryFn: () => client.queries.read({ ...place, query }),
    placeholderData: (before) => before,
  });
  if (error) return <Failure error={error} />;
  if (!reading) return <Skeleton label={ui.query.loadingConditions} widths={[60]} />;
  const change = (next: Query) => onChange((next.where ?? []).filter((condition) => isPlain(condition)));
  return (
    <ReadingLine
      place={place}
      query={query}
      reading={{ ...reading, parts: reading.parts.filter(({ kind }) => kind === 'condition') }}
      label={ui.query.conditions}
      adds="where.new"
      onChange={change}
      onRemove={(slot) => onChange(where.filter((_, at) => slot !== `where.${at}`))}
    />
  );
}

const isPlain = (condition: NonNullable<Query['where']>[number]): condition is PlainCondition =>
  !['any', 'none', 'has', 'has_no'].includes(condition.op);
