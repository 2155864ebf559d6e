import type { UiWords } from '../../english/ui';
import { counted } from '../grammar';

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
  nothingSent: 'Bisher wurde nichts gesendet.',
  nothingSentInThread: 'In diesem Verlauf wurde nichts gesendet.',
  listedHere:
    'Wenn ein Modell antwortet, steht jede Anfrage hier, bevor sie hinausgeht: wann, wohin, wie viele Bytes wovon, und zum Lesen ihr ganzer Inhalt.',
  leftInRequests: (requests, stayed) =>
    `haben diesen Computer in ${counted(requests, 'Anfrage', 'Anfragen')} verlassen${stayed === null ? '' : `, ${stayed} blieben auf ihm`}.`,
  toHosts: (hosts) => `An ${hosts}`,
  moneyAndUnpriced: (money, unpriced) =>
    `${money} und ${counted(unpriced, 'Anfrage', 'Anfragen')}, deren Preis nicht bekannt ist`,
  asTheyLeft: (size) => `${size}, so wie sie hinausgingen. Der Schlüssel geht daneben mit und ist nicht darunter.`,
  firstCharacters: (shown, all) => `Die ersten ${shown} von ${all} Zeichen`,
  sentBytes: (size) => `${size} gesendet`,
};
