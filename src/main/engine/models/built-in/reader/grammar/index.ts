import { HAVING_RULES } from './bounds';
import { COMPARED_RULES } from './compared';
import { CONDITION_RULES } from './conditions';
import { CORRELATION_RULES } from './correlations';
import { DEGREE_RULES } from './degrees';
import { DURATION_MEASURES, DURATION_OPERANDS } from './durations';
import { EACH_RULES } from './each';
import { GROUP_RULES } from './groups';
import { MEASURE_RULES } from './measures';
import { NAMING_RULES } from './naming';
import { OF_COLUMN_RULES } from './of-columns';
import { OPERAND_RULES } from './operands';
import { PERIOD_RULES } from './periods';
import { RANK_RULES } from './ranks';
import { KIND_RULES, RATE_RULES } from './rates';
import { SHAPE_RULES } from './shapes';

/** What words may be put together to, from the smallest parts up. */
export const GRAMMAR = [
  ...PERIOD_RULES,
  [...OPERAND_RULES, ...DURATION_OPERANDS],
  ...CONDITION_RULES,
  ...MEASURE_RULES,
  ...GROUP_RULES,
  ...RANK_RULES,
  [...NAMING_RULES, ...DURATION_MEASURES, ...OF_COLUMN_RULES, ...RATE_RULES],
  EACH_RULES,
  [...CORRELATION_RULES, ...HAVING_RULES],
  ...SHAPE_RULES,
  [...COMPARED_RULES, ...DEGREE_RULES, ...KIND_RULES],
];
