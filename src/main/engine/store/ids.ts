import { newId as idWith } from '../../new-id';

export type IdPrefix =
  | 'asst_'
  | 'thread_'
  | 'msg_'
  | 'run_'
  | 'step_'
  | 'call_'
  | 'file-'
  | 'vs_'
  | 'vsfb_'
  | 'upload_'
  | 'part_';

export const newId: (prefix: IdPrefix) => string = idWith;
