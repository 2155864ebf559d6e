import type { ConnectedModel } from '#contract';
import { type ModelWords, modelName } from '../../ui';

interface ModelGroup {
  title: string;
  models: ConnectedModel[];
}

const RECENT_AT_MOST = 5;
/** Of servers that list hundreds, so that the list opens at once; the rest is found by typing. */
const SHOWN_AT_MOST = 80;

const matches = (model: ConnectedModel, parts: readonly string[], words: ModelWords): boolean => {
  const text = `${modelName(model, words)} ${model.connection?.name ?? ''}`.toLowerCase();
  return parts.every((part) => text.includes(part));
};

/**
 * Models to choose from: the built-in analyst, those used lately, then the others by their connection; with `query`, those
 * whose name or connection has each of its words. `more` says how many were left out.
 */
export function modelGroups(
  models: readonly ConnectedModel[],
  query: string,
  words: ModelWords,
): { groups: ModelGroup[]; more: number } {
  const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = models.filter((model) => matches(model, parts, words) && (model.listed || model.usedAt !== null));
  const shown = fitting.slice(0, SHOWN_AT_MOST);
  const recent = shown.filter((model) => model.connection !== null && model.usedAt !== null).slice(0, RECENT_AT_MOST);
  const others = shown.filter((model) => model.connection !== null && !recent.includes(model));
  const byConnection = Map.groupBy(others, ({ connection }) => connection?.name ?? '');
  const groups = [
    { title: words.here, models: shown.filter((model) => model.connection === null) },
    { title: words.usedLately, models: recent },
    ...[...byConnection].map(([title, members]) => ({ title, models: members })),
  ];
  return { groups: groups.filter((group) => group.models.length > 0), more: fitting.length - shown.length };
}
