import type { AbilityWords, ConnectionWords } from '../words';

export const connection: ConnectionWords = {
  problem: {
    authentication: ({ place }) =>
      `${place} nimmt den Schlüssel nicht an. Erstellen Sie dort einen neuen und fügen Sie ihn hier ein.`,
    permission: ({ place }) =>
      `Der Schlüssel von ${place} darf hierfür nicht verwendet werden. Erlauben Sie es dort oder fügen Sie den Schlüssel eines anderen Projekts ein.`,
    quota: ({ place }) =>
      `Das Guthaben bei ${place} ist aufgebraucht. Laden Sie es dort auf oder wählen Sie ein anderes Modell.`,
    rate_limit: ({ place }) =>
      `${place} nimmt im Moment keine weiteren Anfragen an. Versuchen Sie es in einer Minute noch einmal.`,
    context_length: () =>
      'Das Gespräch ist länger, als das Modell lesen kann. Beginnen Sie einen neuen Verlauf oder wählen Sie ein Modell mit größerem Kontext.',
    content_filter: ({ place }) =>
      `Der Inhaltsfilter von ${place} hat die Antwort zurückgehalten. Fragen Sie mit anderen Worten.`,
    overloaded: ({ place }) =>
      `${place} ist überlastet. Versuchen Sie es in einer Minute noch einmal oder wählen Sie ein anderes Modell.`,
    cut_off: ({ place }) => `${place} hat mitten in der Antwort abgebrochen. Führen Sie die Frage noch einmal aus.`,
    timeout: ({ place, local }) =>
      local
        ? `${place} hat nicht rechtzeitig geantwortet. Prüfen Sie, ob das Modell noch geladen wird, und versuchen Sie es dann noch einmal.`
        : `${place} hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal oder wählen Sie ein anderes Modell.`,
    bad_endpoint: ({ place }) =>
      `Was bei ${place} antwortet, spricht diese API nicht. Prüfen Sie die Adresse: Sie endet oft auf /v1.`,
    model_not_found: ({ place }) =>
      `${place} hat dieses Modell nicht mehr. Prüfen Sie die Verbindung und wählen Sie ein anderes.`,
    unreachable: ({ place, local }) =>
      local
        ? `Bei ${place} antwortet nichts. Starten Sie dort das Programm, das Modelle bereitstellt, und prüfen Sie dann noch einmal.`
        : `${place} ist nicht erreichbar. Prüfen Sie das Netz und die Adresse und versuchen Sie es dann noch einmal.`,
    budget: () =>
      'Die Anfrage würde Ihr Budget überschreiten und wurde nicht gestellt. Erhöhen Sie das Budget unter Verbrauch oder warten Sie.',
    unsupported: () =>
      'Das Modell kann nicht, was hierfür nötig ist, etwa Werkzeuge aufrufen. Wählen Sie ein anderes Modell.',
    invalid_request: ({ place }) =>
      `${place} hat die Anfrage als ungültig abgelehnt. Versuchen Sie es noch einmal oder wählen Sie ein anderes Modell.`,
    server_error: ({ place }) =>
      `Bei ${place} ist ein Fehler aufgetreten. Versuchen Sie es in einer Minute noch einmal.`,
  },
  keyState: {
    keychain: () => 'Schlüssel im Schlüsselbund dieses Computers',
    session: () =>
      'Schlüssel im Arbeitsspeicher, bis Assay geschlossen wird, da der Schlüsselbund ihn nicht aufnehmen konnte',
    missing: () => 'Der Schlüssel fehlt im Schlüsselbund: Fügen Sie ihn noch einmal ein',
    locked: () => 'Der Schlüsselbund ist gesperrt; ob es einen Schlüssel gibt, ist nicht bekannt',
    none: () => 'Kein Schlüssel',
  },
  boundary: {
    schema: () => 'Nur Schema',
    results: () => 'Schema und Ergebnisse',
    everything: () => 'Alles',
  },
  boundaryMeaning: {
    schema: () =>
      'Namen, Typen und Wertebereiche. Ergebnisse sehen Sie; das Modell sieht davon die Form und die Zahl der Zeilen.',
    results: () =>
      'Namen, Typen und Wertebereiche sowie die ersten Zeilen der Ergebnisse von Abfragen, die das Modell gestellt hat.',
    everything: () => 'Schema und Ergebnisse und dazu Beispielzeilen der Daten.',
  },
  boundaryGiven: {
    schema: ({ place, local }) => (local ? STAYS : `Das Schema geht an ${place}, keine Zeilen`),
    results: ({ place, local }) => (local ? STAYS : `Schema und Ergebnisse gehen an ${place}`),
    everything: ({ place, local }) => (local ? STAYS : `Schema, Ergebnisse und Beispiele gehen an ${place}`),
  },
  agreesToSearch: ({ place }) =>
    `Assistenten dürfen Dokumente bei ${place} durchsuchen: Die Dokumente ihrer Verläufe werden dorthin kopiert`,
  sentKind: {
    instructions: () => 'Anweisungen',
    question: () => 'Fragen',
    answer: () => 'Frühere Antworten',
    schema: () => 'Schema',
    results: () => 'Ergebnisse',
    file: () => 'Dateien',
    picture: () => 'Bilder',
    other: () => 'Sonstiges',
  },
  answerWorded: ({ model }) => `Den eingebauten Analysten rechnen und ${model} die Antwort formulieren lassen`,
  quirk: (code, detail) => {
    const known = QUIRKS.get(code);
    return known ? known(detail) : detail === null ? code : `${code}: ${detail}`;
  },
};

const STAYS = 'Nichts verlässt diesen Computer';

/** What a server or a model was learned to refuse or to need; others may come from newer versions. */
const QUIRKS = new Map<string, (detail: string | null) => string>([
  ['refuses', (detail) => `Lehnt den Parameter ${detail ?? ''} ab; er wird weggelassen`],
  ['text_content', () => 'Nimmt nur reinen Text, keine Teile'],
  ['wants_reasoning_back', () => 'Will zwischen Werkzeugaufrufen seine Überlegungen zurückhaben'],
  ['no_usage', () => 'Zählt keine Token; sie werden hier gezählt'],
  ['calls_as_text', () => 'Schreibt Werkzeugaufrufe als Text; der wird hier gelesen'],
  [
    'no_tools',
    () => 'Kann keine Werkzeuge aufrufen: Der eingebaute Analyst rechnet, das Modell formuliert Frage und Antwort',
  ],
  ['ignores_tools', () => 'Erfährt von seinem Server nichts von seinen Werkzeugen; Assay erklärt ihm die Aufrufe'],
  ['thinks_unopened', () => 'Kennzeichnet nicht, wo seine Gedanken beginnen'],
  ['no_compaction', () => 'Fasst lange Gespräche nicht zusammen; sie werden hier gekürzt'],
  ['cuts_context', (detail) => `Kürzt lange Gespräche stillschweigend${detail === null ? '' : ` bei ${detail} Token`}`],
]);

export const ability: AbilityWords = {
  vision: () => 'Sieht Bilder',
  tools: () => 'Ruft Werkzeuge auf',
  parallelCalls: () => 'Mehrere Aufrufe zugleich',
  structuredOutput: () => 'Hält sich an ein JSON-Schema',
  efforts: () => 'Denkaufwand',
  effortsMeaning: () => 'Nichts angekreuzt: soweit Assay es weiß.',
  unknown: () => 'Nicht bekannt',
  yes: () => 'Ja',
  no: () => 'Nein',
};
