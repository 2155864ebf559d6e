import { counted } from '../grammar';

/** So many of something: `1 row`, `2 rows`. */
export const count = {
  calls: (n: number) => counted(n, 'call'),
  columns: (n: number) => counted(n, 'column'),
  days: (n: number) => counted(n, 'day'),
  earlierMessages: (n: number) => counted(n, 'earlier message'),
  earlierResults: (n: number) => counted(n, 'earlier result'),
  files: (n: number) => counted(n, 'file'),
  functions: (n: number) => counted(n, 'function'),
  lines: (n: number) => counted(n, 'line'),
  messages: (n: number) => counted(n, 'message'),
  models: (n: number) => counted(n, 'model'),
  packages: (n: number) => counted(n, 'package'),
  passages: (n: number) => counted(n, 'passage'),
  pictures: (n: number) => counted(n, 'picture'),
  requests: (n: number) => counted(n, 'request'),
  rows: (n: number) => counted(n, 'row'),
  moreRows: (n: number) => counted(n, 'more row'),
  sheets: (n: number) => counted(n, 'sheet'),
  threads: (n: number) => counted(n, 'thread'),
  tokens: (n: number) => counted(n, 'token'),
};
