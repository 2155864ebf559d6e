import type { UiWords } from '../../english/ui';
import { counted } from '../grammar';

export const usage: UiWords['usage'] = {
  openUsage: 'Verbrauch öffnen',
  loadingBudgets: 'Budgets werden geladen',
  budgetsMeaning:
    'Ein Aufruf, der eine Grenze überschreiten würde, unterbleibt: Er wird gezählt, bevor er hinausgeht. Ein leeres Feld heißt: keine Grenze.',
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
  usedUp: (scope, used) =>
    `${scope === 'day' ? 'Das Budget von heute' : 'Das Budget dieses Verlaufs'} ist aufgebraucht (${used}): Aufrufe, die etwas kosten, werden abgewiesen.`,
  pastWarning: (scope, used) =>
    `${scope === 'day' ? 'Das Budget von heute' : 'Das Budget dieses Verlaufs'} liegt über seiner Warnung: ${used}.`,
  warned: ', über der Warnung',
  spent: ', aufgebraucht: Aufrufe werden abgewiesen',
  uncounted: (calls) =>
    `${counted(calls, 'Aufruf ließ', 'Aufrufe ließen')} sich nicht zählen, weil der Preis nicht bekannt ist. Legen Sie Preise unter Einstellungen, Modelle fest.`,
  aDay: 'Ein Tag',
  aThread: 'Ein Verlauf',
  limits: {
    warnMoney: 'Warnen ab, $',
    refuseMoney: 'Abweisen über, $',
    warnTokens: 'Warnen ab, Token',
    refuseTokens: 'Abweisen über, Token',
  },
  groupings: { day: 'Tag', model: 'Modell', thread: 'Verlauf', run: 'Lauf', call: 'Aufruf' },
  usageBy: {
    day: 'Verbrauch nach Tag',
    model: 'Verbrauch nach Modell',
    thread: 'Verbrauch nach Verlauf',
    run: 'Verbrauch nach Lauf',
    call: 'Verbrauch nach Aufruf',
  },
  moneyBy: {
    day: 'Geld nach Tag',
    model: 'Geld nach Modell',
    thread: 'Geld nach Verlauf',
    run: 'Geld nach Lauf',
    call: 'Geld nach Aufruf',
  },
  tokensBy: {
    day: 'Token nach Tag',
    model: 'Token nach Modell',
    thread: 'Token nach Verlauf',
    run: 'Token nach Lauf',
    call: 'Token nach Aufruf',
  },
  csv: 'CSV',
  firstInCsv: (count) => `Die ersten ${count}; alle stehen in der CSV-Datei.`,
  in: 'Eingabe',
  inNew: 'Eingabe, neu',
  inCached: 'Eingabe, zwischengespeichert',
  cached: 'Zwischengespeichert',
  out: 'Ausgabe',
  money: 'Geld',
  moneyInDollars: 'Geld, $',
  reasoning: 'Denkschritte',
  calls: 'Aufrufe',
  toolCalls: 'Werkzeugaufrufe',
  waited: 'Gewartet',
  seconds: 'Sekunden',
  unpriced: (calls) =>
    `Der Preis von ${counted(calls, 'Aufruf', 'Aufrufen')} ist nicht bekannt: Ihr Geld steht in keiner Summe.`,
  estimated: (calls) => `Die Token von ${counted(calls, 'Aufruf', 'Aufrufen')} wurden hier gezählt.`,
  budgetOf: { money: (scope) => `${scope}, Geld`, tokens: (scope) => `${scope}, Token` },
};
