import type { UiWords } from '../../english/ui';

export const usage: UiWords['usage'] = {
  openUsage: 'Verbrauch öffnen',
  loadingBudgets: 'Budgets werden geladen',
  budgetsMeaning:
    'Ein Aufruf, der eine Grenze überschreiten würde, wird nicht gemacht: Er wird gezählt, bevor er hinausgeht. Leer heißt keine Grenze.',
  today: 'Heute',
  thisThread: 'Dieser Verlauf',
  budgets: 'Budgets',
  amountOverZero: 'Ein Betrag über 0.',
  saveBudgets: 'Budgets speichern',
  period: 'Zeitraum',
  by: 'Nach',
  show: 'Zeigen',
  loading: 'Verbrauch wird geladen',
  everythingSent: 'Alles Gesendete',
  noModelAsked:
    'In dieser Zeit wurde kein Modell gefragt. Der eingebaute Analyst verbraucht keine Token und kostet nichts.',
  chartOf: (title) => `Diagramm: ${title}`,
  inAll: 'Insgesamt',
};
