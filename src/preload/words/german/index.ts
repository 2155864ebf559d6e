import type { Words } from '../words';
import { answer, leavesOut, nearLead, offersLead, whichLead } from './answer';
import { assistant } from './assistants';
import { chart } from './chart';
import { chips } from './chips';
import { code } from './code';
import { ability, connection } from './connections';
import { declined } from './declined';
import { document } from './document';
import { run } from './endings';
import { file } from './file';
import { figure, headline } from './headline';
import { ledger } from './ledger';
import { deletions, library } from './library';
import { locale } from './locale';
import { profile } from './profile';
import { publication } from './publication';
import { query } from './query';
import { rerun } from './reruns';
import { step } from './steps';
import { suggestion } from './suggestions';
import { threads } from './threads';
import { ui } from './ui';
import { versions } from './versions';
import { window } from './window';
import { work } from './work';

export const german: Words = {
  answer,
  chart,
  offersLead: () => offersLead,
  whichLead: () => whichLead,
  nearLead: () => nearLead,
  leavesOut,
  declined,
  code,
  run,
  file,
  profile,
  connection,
  ability,
  assistant,
  step,
  suggestion,
  ledger,
  publication,
  query,
  rerun,
  chips,
  versions,
  window,
  document,
  library,
  deletions,
  threads,
  work,
  ui,
  locale,
  figure,
  headline,
};
