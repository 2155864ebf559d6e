import { counted } from '../grammar';

export const ledger = {
  exportAsJson: 'Export as JSON',
  keepThem: 'Keep them',
  sentTo: (address: string, path: string) => `Sent to ${address}${path}`,
  loadingRequest: 'Loading the request',
  loading: 'Loading what was sent',
  newestFirst: 'Requests, newest first',
  showEarlier: 'Show earlier ones',
  showEach: 'Show each request: when, where to, and all that was in it',
  to: 'To',
  model: 'Model',
  took: 'Took',
  readRequestOf: (time: string) => `Read the request of ${time}`,
  readRequest: 'Read the request',
  endedBefore: 'Assay ended before the answer',
  thisComputer: 'this computer',
  /** How many went in, how many of those the server knew already, and how many came back. */
  tokensOf: (tokens: { prompt: string; cached: string; completion: string; estimated: boolean }) =>
    `${tokens.prompt} in (${tokens.cached} cached), ${tokens.completion} out${tokens.estimated ? ', counted here' : ''}`,
  underWay: 'under way',
  noAnswer: 'no answer',
  nothingSent: 'Nothing was sent so far.',
  nothingSentInThread: 'Nothing was sent in this thread.',
  listedHere:
    'When a model answers, each request is listed here before it leaves: when, where to, how many bytes of what, and the whole of it to read.',
  /** Behind how many bytes left; what went to servers on this computer, if anything did. */
  leftInRequests: (requests: number, stayed: string | null) =>
    `left this computer in ${counted(requests, 'request')}${stayed === null ? '' : `, ${stayed} stayed on it`}.`,
  toHosts: (hosts: string) => `To ${hosts}`,
  moneyAndUnpriced: (money: string, unpriced: number) =>
    `${money}, and ${counted(unpriced, 'request')} whose price is not known`,
  asTheyLeft: (size: string) => `${size}, as they left. The key travels beside them and is not among them.`,
  firstCharacters: (shown: string, all: string) => `The first ${shown} of ${all} characters`,
  sentBytes: (size: string) => `${size} sent`,
};
