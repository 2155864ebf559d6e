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
};
