import type { VersionWords } from '../words';

export const versions: VersionWords = {
  label: () => 'Versionen dieser Frage',
  place: (at, of) => `Version ${at} von ${of}`,
  earlier: () => 'Frühere Version',
  later: () => 'Spätere Version',
  compare: () => 'Versionen nebeneinander zeigen',
  beside: (count) => `${count} Versionen nebeneinander`,
  closeBeside: () => 'Wieder eine Version zeigen',
  goOnWith: () => 'Mit dieser weitermachen',
  unanswered: () => 'Zu dieser Version gibt es keine Antwort.',
  edit: () => 'Mit anderen Worten fragen',
  editLabel: () => 'Die Frage mit anderen Worten',
  stays: () => 'Die frühere Version und ihre Antworten bleiben.',
  ask: () => 'Fragen',
  cancel: () => 'Abbrechen',
  goOn: () => 'Von hier in einem neuen Zweig weitermachen',
  beginning: () => 'Die nächste Frage geht von hier aus weiter. Was danach kam, bleibt.',
  showNewest: () => 'Zurück zur neuesten',
  running: () => 'Ein Lauf ist noch im Gange: Warten Sie oder halten Sie ihn an',
  again: () => 'Noch einmal fragen, mit diesem oder einem anderen Modell',
};
