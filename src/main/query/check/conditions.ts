import type { FieldDefinition } from '#contract/definitions';
import type { CalendarPart, Condition, Grain, Period, PlainCondition } from '#contract/query';
import { timeKind } from '../calendar';
import { looksAround } from '../conditions';
import { nearest } from '../scope';
import { type CheckContext, knownField, needsType } from './context';
import { alike, fits, isNumberText, operandNeeds } from './kinds';

type Place = 'rows' | 'measure' | 'other_table';

export function checkConditions(context: CheckContext): void {
  for (const [at, condition] of (context.query.where ?? []).entries())
    checkCondition(context, condition, `where.${at}`);
}

function checkCondition(context: CheckContext, condition: Condition, path: string): void {
  switch (condition.op) {
    case 'any':
    case 'none':
      for (const [at, part] of condition.conditions.entries())
        checkPlain(context, part, `${path}.conditions.${at}`, 'rows');
      return;
    case 'has':
    case 'has_no':
      checkExists(context, condition, path);
      return;
    default:
      checkPlain(context, condition, path, 'rows');
  }
}

function checkExists(
  context: CheckContext,
  condition: Extract<Condition, { op: 'has' | 'has_no' }>,
  path: string,
): void {
  const { scope, definitions, report } = context;
  const { table, on, where = [] } = condition;
  const other = scope.table(table);
  if (!other) {
    report({
      code: 'unknown_table',
      path: `${path}.table`,
      table,
      near: nearest(
        table,
        definitions.map((entry) => entry.table),
      ),
    });
    return;
  }
  const within = { ...context, scope: scope.within(other) };
  for (const [at, [mine, theirs]] of on.entries()) {
    const own = knownField(context, mine, `${path}.on.${at}.0`);
    const key = knownField(within, theirs, `${path}.on.${at}.1`);
    if (own && key && !alike(own.type, key.type))
      needsType(context, { field: theirs, definition: key, path: `${path}.on.${at}` }, needsOf(own));
  }
  for (const [at, part] of where.entries()) checkPlain(within, part, `${path}.where.${at}`, 'other_table');
}

const needsOf = ({ type }: FieldDefinition) => {
  if (type === 'boolean' || type === 'text') return [type];
  return type === 'date' || type === 'timestamp' || type === 'time' ? ['time' as const] : ['number' as const];
};

export function checkPlain(context: CheckContext, condition: PlainCondition, path: string, place: Place): void {
  const { scope, report } = context;
  if (looksAround(condition) && place !== 'rows') report({ code: 'not_here', path, what: condition.op });
  switch (condition.op) {
    case 'own':
    case 'not_own':
      checkOwn(context, condition.condition, path, place);
      return;
    case 'repeated':
      for (const [at, field] of condition.fields.entries()) knownField(context, field, `${path}.fields.${at}`);
      return;
    case 'compare': {
      const first = knownField(context, condition.left, `${path}.left`);
      const second = knownField(context, condition.right, `${path}.right`);
      if (first && second && !alike(first.type, second.type))
        needsType(context, { field: condition.right, definition: second, path: `${path}.right` }, needsOf(first));
      else if (first && second && condition.plus !== undefined)
        checkPlus(context, condition.plus, { field: condition.left, definition: first, path });
      return;
    }
    default: {
      const definition =
        scope.field(condition.field)?.definition ?? knownField(context, condition.field, `${path}.field`);
      if (definition) checkField(context, condition, definition, path);
    }
  }
}

function checkPlus(context: CheckContext, plus: string | boolean, subject: Subject): void {
  const { definition, path } = subject;
  if (!fits(definition.type, ['number', 'time'])) needsType(context, subject, ['number', 'time']);
  if (!isNumberText(plus)) context.report({ code: 'needs', path: `${path}.plus`, what: 'number' });
}

function checkOwn(context: CheckContext, id: string, path: string, place: Place): void {
  const { scope, report } = context;
  const own = scope.own.conditions.find((condition) => condition.id === id);
  if (!own) {
    const ids = scope.own.conditions.map((condition) => condition.id);
    report({ code: 'unknown_condition', path: `${path}.condition`, condition: id, near: nearest(id, ids) });
    return;
  }
  for (const part of own.where) {
    if (part.op === 'own' || part.op === 'not_own') report({ code: 'circular', path, output: id });
    else checkPlain(context, part, path, place);
  }
}

type FieldCondition = Exclude<PlainCondition, { op: 'own' | 'not_own' | 'repeated' | 'compare' }>;

function checkField(context: CheckContext, condition: FieldCondition, definition: FieldDefinition, path: string): void {
  const { field } = condition;
  const subject = { field, definition, path };
  const checkOperands = (...values: (string | boolean)[]): void => {
    for (const value of values) {
      const need = operandNeeds(definition, value);
      if (need) needsType(context, subject, [need], String(value));
    }
  };
  switch (condition.op) {
    case 'is':
    case 'is_not':
      return checkOperands(...condition.values);
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (!fits(definition.type, ['comparable'])) needsType(context, subject, ['comparable']);
      return checkOperands(condition.value);
    case 'between':
      if (!fits(definition.type, ['comparable'])) needsType(context, subject, ['comparable']);
      return checkOperands(condition.from, condition.to);
    case 'during':
    case 'not_during':
      return checkPeriod(context, condition.period, subject);
    case 'outlier':
      if (!fits(definition.type, ['number'])) needsType(context, subject, ['number']);
      if (condition.factor !== undefined && !isNumberText(condition.factor))
        context.report({ code: 'needs', path: `${path}.factor`, what: 'number' });
      return;
    default:
  }
}

interface Subject {
  field: string;
  definition: FieldDefinition;
  path: string;
}

function checkPeriod(context: CheckContext, period: Period, subject: Subject): void {
  const { field, definition, path } = subject;
  const kind = timeKind(definition);
  if (kind === null && definition.type !== 'time') needsType(context, subject, ['time']);
  else if (period.kind === 'part') {
    if (!hasPart(definition, period.part)) context.report({ code: 'too_coarse', path, field });
  } else if (kind === 'year') {
    const unit = period.kind === 'last' ? period.unit : period.kind;
    if (unit !== 'year' && unit !== 'range') context.report({ code: 'too_coarse', path, field });
  } else if (kind !== 'date' && kind !== 'timestamp') context.report({ code: 'too_coarse', path, field });
  else if (period.kind === 'last' && !hasGrain(definition, period.unit))
    context.report({ code: 'too_coarse', path, field });
  if (period.kind === 'range')
    for (const end of [period.from, period.to])
      if (end !== undefined && operandNeeds({ ...definition, type: 'timestamp' }, end) !== null)
        needsType(context, subject, ['time'], end);
}

/** Whether the field tells the parts. */
export function hasPart(definition: FieldDefinition, part: CalendarPart): boolean {
  const kind = timeKind(definition);
  if (kind === 'timestamp') return true;
  if (definition.type === 'time') return part === 'hour_of_day';
  return kind === 'date' ? part !== 'hour_of_day' : kind === part;
}

export function hasGrain(definition: FieldDefinition, grain: Grain): boolean {
  const kind = timeKind(definition);
  if (kind === 'timestamp') return true;
  return kind === 'date' ? grain !== 'hour' && grain !== 'minute' : kind === 'year' && grain === 'year';
}
