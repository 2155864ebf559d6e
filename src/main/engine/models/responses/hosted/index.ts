import type { ModelTurn } from '../../../ports';
import { boundaryOf } from '../../tools';
import type { PlainTurn } from '../../tools/plain';
import type { Container } from './containers';

export { type Container, Containers } from './containers';
export { type ContainerState, type HostedMemory, type MadeBy, type StoreState, sessionMemory } from './memory';
export { type FoundPassages, Searches } from './searches';
export { Stores } from './stores';
export { madeBy } from './uploads';

/** In a run's metadata: where its code runs, `here` or `hosted`. */
const CODE_KEY = 'assay_code';

/** The same of where its documents are searched. */
const SEARCH_KEY = 'assay_search';

/** Whether the run asks for its documents to be searched by the server, which may be given what stands in them. */
export const wantsHostedSearch = ({ tools, run, search }: ModelTurn): boolean =>
  run.metadata[SEARCH_KEY] === 'hosted' &&
  tools.some(({ type }) => type === 'file_search') &&
  boundaryOf(run.metadata) !== 'schema' &&
  (search?.documents().length ?? 0) > 0;

/** Whether the run asks for its code to be run by the server. */
export const wantsHosted = ({ tools, run }: ModelTurn): boolean =>
  run.metadata[CODE_KEY] === 'hosted' && tools.some(({ type }) => type === 'code_interpreter');

/** The model is told where its files lie: the server gives them names of its own. */
export function withPlaces(turn: PlainTurn, { files }: Container): PlainTurn {
  const lines = files
    .filter(({ made }) => !made)
    .map(({ name, path }) => (path === null ? `- ${name}: too large to be here` : `- ${name}: ${path}`));
  if (lines.length === 0) return turn;
  const paths = `Files of the code interpreter, which runs Python on the server; read each by its path:\n${lines.join('\n')}`;
  return { ...turn, instructions: turn.instructions === '' ? paths : `${turn.instructions}\n\n${paths}` };
}
