import type { UiWords } from '../../english/ui';

export const ledger: UiWords['ledger'] = {
  exportAsJson: 'Als JSON exportieren',
  keepThem: 'Behalten',
  sentTo: (address, path) => `Gesendet an ${address}${path}`,
  loadingRequest: 'Anfrage wird geladen',
  loading: 'Gesendetes wird geladen',
  newestFirst: 'Anfragen, die neueste zuerst',
  showEarlier: 'Frühere zeigen',
  showEach: 'Jede Anfrage zeigen: wann, wohin und alles, was darin stand',
  to: 'An',
  model: 'Modell',
  took: 'Dauer',
  readRequestOf: (time) => `Anfrage von ${time} lesen`,
  readRequest: 'Anfrage lesen',
  endedBefore: 'Assay endete vor der Antwort',
  thisComputer: 'dieser Computer',
  tokensOf: ({ prompt, cached, completion, estimated }) =>
    `${prompt} Eingabe (${cached} zwischengespeichert), ${completion} Ausgabe${estimated ? ', hier gezählt' : ''}`,
  underWay: 'läuft',
  noAnswer: 'keine Antwort',
};
