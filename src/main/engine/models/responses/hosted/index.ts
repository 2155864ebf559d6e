import type { ModelTurn } from '../../../ports';
import type { PlainTurn } from '../../tools/plain';
import type { Container } from './containers';

export { type Container, Containers } from './containers';

export type CodePlace = 'here' | 'hosted';
/** In a run's metadata: where its code runs. */
const CODE_KEY = 'assay_code';

/** Whether the code of a run is run by the server: as the run says, otherwise as the connection does. */
export function runsHosted({ tools, run }: ModelTurn, usual: CodePlace): boolean {
  if (!tools.some(({ type }) => type === 'code_interpreter')) return false;
  const said = run.metadata[CODE_KEY];
  return said === 'hosted' || (said !== 'here' && usual === 'hosted');
}

/** The model is told where its files lie: the server gives them names of its own. */
export function withPlaces(turn: PlainTurn, { places }: Container): PlainTurn {
  if (places.size === 0) return turn;
  const lines = [...places].map(([name, path]) =>
    path === null ? `- ${name}: too large to be here` : `- ${name}: ${path}`,
  );
  const told = `Files of the code interpreter, which runs Python on the server; read each by its path:\n${lines.join('\n')}`;
  return { ...turn, instructions: turn.instructions === '' ? told : `${turn.instructions}\n\n${told}` };
}
