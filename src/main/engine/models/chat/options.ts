import type { Abilities } from '../../ports';
import type { Quirks } from '../quirks';
import type { Upstream } from '../upstream';
import type { Preset } from './presets';

export interface ChatModelOptions {
  upstream: Upstream;
  /** `<connection id>/<model>`. */
  answerer: string;
  abilities: Abilities;
  quirks: Quirks;
  /** The server's own API beside this one, as its preset says. */
  native?: Preset['native'];
}
