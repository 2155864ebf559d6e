import type { UiWords } from '../../english/ui';

export const endpoint: UiWords['endpoint'] = {
  letPrograms: 'Programme auf diesem Computer dürfen die Engine nutzen',
  openAt: (host) => `Offen unter ${host}, und wieder bei jedem Start von Assay.`,
  closedForNow: 'Vorerst geschlossen. Assay versucht es beim nächsten Start wieder.',
  closed: 'Geschlossen. Kein Programm kann sich verbinden.',
  meaning:
    'Skripte, die für die Assistants-API geschrieben sind, laufen hier weiter: Geben Sie ihnen diese Basis-URL und diesen Schlüssel. Nur Programme auf diesem Computer können sich verbinden.',
  access: 'Zugang',
  baseUrl: 'Basis-URL',
  copyBaseUrl: 'Basis-URL kopieren',
  port: 'Port',
  key: 'Schlüssel',
  inScript: 'In einem Skript',
  limit: 'Grenze',
  requestsPerMinute: 'Anfragen pro Minute',
  limitMeaning:
    'Darüber hinaus wird ein Programm mit 429 abgewiesen und erfährt, wann es wiederkommen soll, damit eines, das außer Kontrolle gerät, keinen Schaden anrichtet.',
  sharedData: 'Gemeinsame Daten',
  sharedMeaning:
    'Skripte und dieses Fenster nutzen dieselbe Engine: Ein Skript kann sehen, ändern und löschen, was die Engine aufbewahrt, darunter Assistenten, Verläufe und Dateien dieses Fensters. Verläufe von Skripten erscheinen hier nicht, und was Sie gesehen haben, bleibt lesbar, was immer ein Skript tut.',
  newKeyTitle: 'Neuen Schlüssel erzeugen?',
  newKeyMeaning:
    'Der bisherige Schlüssel gilt sofort nicht mehr, und Verbindungen, die ihn nutzen, werden beendet. Jedes Skript braucht den neuen. Laufende Ausführungen gehen weiter.',
  makeNewKey: 'Neuen Schlüssel erzeugen',
  keepThisOne: 'Diesen behalten',
  newKeyMade: 'Es gibt einen neuen Schlüssel. Kopieren Sie ihn in Ihre Skripte.',
  keyHidden: 'Der Schlüssel, verborgen',
  copyKey: 'Schlüssel kopieren',
  newKey: 'Neuer Schlüssel …',
  keyMeaning:
    'Wird erzeugt, wenn er erstmals gebraucht wird, und nur im Schlüsselbund dieses Computers aufbewahrt. Wer ihn hat, kann lesen und löschen, was die Engine aufbewahrt: Geben Sie ihn Skripten über die Umgebung, nicht in ihrem Text.',
  bounds: (from, to) => `${from} bis ${to}`,
  fromBounds: (bounds) => `Von ${bounds}`,
  lastRequests: 'Die letzten Anfragen, die neueste zuerst',
  time: 'Zeit',
  method: 'Methode',
  path: 'Pfad',
  status: 'Status',
  took: 'Dauer',
  program: 'Programm',
  notHttp: 'Kein HTTP',
  requests: 'Anfragen',
  whichRequests: 'Welche Anfragen',
  errorsOf: (count) => `Fehler (${count})`,
  errors: 'Fehler',
  clear: 'Leeren',
  loadingRequests: 'Anfragen werden geladen',
  requestsMeaning:
    'Die letzten 500, bis Assay geschlossen wird. Nur was hier zu sehen ist, wird aufbewahrt: nie, was gesendet oder geantwortet wurde, und nie ein Schlüssel.',
  noErrors: 'Keine Fehler unter diesen Anfragen.',
  noRequestsYet:
    'Noch keine Anfragen. Führen Sie eines der Beispiele oben aus: Was Programme anfragen, erscheint hier sofort.',
  noRequestsClosed:
    'Noch keine Anfragen. Schalten Sie den Zugang ein, und was Programme anfragen, erscheint hier sofort.',
  language: 'Sprache',
  copyExample: (language) => `Beispiel für ${language} kopieren`,
};
