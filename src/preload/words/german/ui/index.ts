import type { UiWords } from '../../english/ui';
import { app } from './app';
import { assistants } from './assistants';
import { charts } from './charts';
import { common } from './common';
import { comparisons } from './comparisons';
import { connections } from './connections';
import { conversation } from './conversation';
import { count } from './count';
import { datasets } from './datasets';
import { definitions } from './definitions';
import { documents } from './documents';
import { drawing } from './drawing';
import { endpoint } from './endpoint';
import { evidence } from './evidence';
import { exports } from './exports';
import { failures } from './failures';
import { files } from './files';
import { imports } from './imports';
import { keys } from './keys';
import { ledger } from './ledger';
import { menu } from './menu';
import { models } from './models';
import { packages } from './packages';
import { query } from './query';
import { recovery } from './recovery';
import { reports } from './reports';
import { reruns } from './reruns';
import { runs } from './runs';
import { search } from './search';
import { settings } from './settings';
import { tables } from './tables';
import { threads } from './threads';
import { usage } from './usage';

export const ui: UiWords = {
  app,
  assistants,
  charts,
  common,
  comparisons,
  connections,
  conversation,
  count,
  datasets,
  definitions,
  documents,
  drawing,
  endpoint,
  evidence,
  exports,
  failures,
  files,
  imports,
  keys,
  ledger,
  menu,
  models,
  packages,
  query,
  recovery,
  reports,
  reruns,
  runs,
  search,
  settings,
  tables,
  threads,
  usage,
};
