import type { LossCounts } from '../types';
import type { ChatNode, ConversationMessage } from './shapes';

export interface PlacedMessage {
  id: string;
  message: ConversationMessage;
}

/** A question with every answer it has got; null for what was said before the first. */
export interface AnsweredQuestion {
  question: PlacedMessage | null;
  /** The question it was asked after; null for one that begins the conversation. */
  follows: string | null;
  /** The one that the conversation goes on with comes first. */
  answers: PlacedMessage[][];
}

interface Place {
  id: string;
  /** The question above it, and the answer it goes on with: null where it begins one. */
  question: AnsweredQuestion;
  answer: PlacedMessage[] | null;
}

/** A conversation is a tree of messages; read here as questions, in an order in which what is shown last comes last. */
export function questionsOf(
  nodes: ReadonlyMap<string, ChatNode>,
  current: string | null,
  losses: LossCounts,
): AnsweredQuestion[] {
  const shown = pathTo(nodes, current);
  const children = childrenOf(nodes, shown);
  const questions: AnsweredQuestion[] = [];
  const begin = (question: PlacedMessage | null, follows: string | null) => {
    const answered: AnsweredQuestion = { question, follows, answers: [] };
    questions.push(answered);
    return answered;
  };
  const seen = new Set<string>();
  const walk = (root: string, top: AnsweredQuestion) => {
    const open: Place[] = [{ id: root, question: top, answer: null }];
    for (let place = open.pop(); place; place = open.pop()) {
      if (seen.has(place.id)) continue;
      seen.add(place.id);
      const below = placeBelow(place, nodes.get(place.id)?.message ?? null, begin);
      const next = children.get(place.id) ?? [];
      // The last goes on with the answer, and is taken last.
      for (const id of next.toReversed())
        open.push({ id, question: below.question, answer: id === next.at(-1) ? below.answer : null });
    }
  };
  const top = begin(null, null);
  for (const root of children.get(ROOT) ?? []) walk(root, top);
  // In a circle nothing is the first.
  for (const id of nodes.keys()) {
    if (seen.has(id)) continue;
    losses.add('order');
    walk(id, top);
  }
  for (const question of questions) question.answers.sort((a, b) => Number(isOn(shown, b)) - Number(isOn(shown, a)));
  return questions;
}

const ROOT = '';

function placeBelow(
  { id, question, answer }: Place,
  message: ConversationMessage | null,
  begin: (question: PlacedMessage, follows: string | null) => AnsweredQuestion,
): { question: AnsweredQuestion; answer: PlacedMessage[] | null } {
  if (message === null || message.author.role === 'system') return { question, answer };
  if (message.author.role === 'user' && !message.metadata.is_visually_hidden_from_conversation) {
    return { question: begin({ id, message }, question.question?.id ?? null), answer: null };
  }
  const own = answer ?? [];
  if (answer === null) question.answers.push(own);
  own.push({ id, message });
  return { question, answer: own };
}

const isOn = (path: ReadonlySet<string>, answer: readonly PlacedMessage[]): boolean => path.has(answer[0]?.id ?? '');

function pathTo(nodes: ReadonlyMap<string, ChatNode>, current: string | null): Set<string> {
  const path = new Set<string>();
  for (let id = current; id !== null && nodes.has(id) && !path.has(id); id = nodes.get(id)?.parent ?? null)
    path.add(id);
  return path;
}

/** In the order of their times, what is shown last; those whose parent is not there stand at the root. */
function childrenOf(nodes: ReadonlyMap<string, ChatNode>, shown: ReadonlySet<string>): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [id, { parent }] of nodes) {
    const above = parent !== null && parent !== id && nodes.has(parent) ? parent : ROOT;
    const known = children.get(above);
    if (known) known.push(id);
    else children.set(above, [id]);
  }
  const rank = (id: string) => Number(shown.has(id));
  const at = (id: string) => nodes.get(id)?.message?.create_time ?? 0;
  for (const list of children.values()) list.sort((a, b) => rank(a) - rank(b) || at(a) - at(b));
  return children;
}
