import type { ModelFailure } from '../../ports';
import { parameterPath, type Quirks, refuses } from '../quirks';
import type { PlainTurn } from '../tools/plain';
import { endingOf } from '../upstream';
import { idOf, type Replay } from './states';

/** What to leave out of the states where the server does not take them any more; null where it is about something else. */
export function lessOf({ items }: PlainTurn, replay: Replay, error: ModelFailure): Replay | null {
  const ending = endingOf(error);
  const ids = items.flatMap((item) => (item.type === 'state' ? (idOf(item.state) ?? []) : []));
  if (!ending || ids.length === 0 || replay === 'none') return null;
  if (ending.upstreamCode === 'invalid_encrypted_content') return 'none';
  if (!ids.some((id) => ending.message?.includes(id))) return null;
  return replay === 'whole' ? 'without_ids' : 'none';
}

/** Without these there would be another question, or none. */
const NEEDED = ['model', 'input', 'instructions', 'tools', 'tool_choice', 'stream', 'messages'];

/** Whether the failure says what to leave out from now on. */
export function learned(error: ModelFailure, quirks: Quirks): boolean {
  const { parameter: named = null, upstreamCode = null } = endingOf(error) ?? {};
  if (error.code !== 'invalid_request' || !named) return false;
  // The parameter is taken, with another number.
  if (upstreamCode && /_(?:above_max|below_min)_/.test(upstreamCode)) return false;
  const path = parameterPath(named);
  // Nothing is left of it without its parts.
  const parameter = path.startsWith('context_management') ? 'context_management' : path;
  if (NEEDED.includes(parameter) || parameter.startsWith('input.') || refuses(quirks, parameter)) return false;
  quirks.learn({ code: 'refuses', parameter });
  return true;
}
