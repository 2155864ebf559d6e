import type { ModelEnding } from '#contract/run-endings';
import type { RunWords } from '../words';
import { quote } from './grammar';

/** Who failed, as far as it is known: runs of earlier versions and of other servers do not say. */
const server = ({ connection }: ModelEnding): string => (connection ? quote(connection) : 'Der Server');
/** The same behind a preposition that takes the dative. */
const atServer = ({ connection }: ModelEnding): string => (connection ? quote(connection) : 'dem Server');
const model = ({ model }: ModelEnding): string => (model ? `Das Modell ${model}` : 'Das Modell');

const withoutFullStop = (text: string): string => text.replace(/[.\s]*$/, '');
/** What the server itself said, for what no code tells. */
const quoted = ({ message }: ModelEnding): string => (message ? ` Er meldet: ${withoutFullStop(message)}.` : '');

export const run: RunWords = {
  cancelled: () => 'Angehalten.',
  expired: () => 'Der Lauf dauerte zu lange und ist verfallen. Führen Sie ihn noch einmal aus.',
  prompt_limit: () => 'Das Gespräch ist länger, als dieser Lauf lesen darf. Die Antwort ist unvollständig.',
  length_limit: () => 'Die Antwort hat die Längengrenze erreicht und ist unvollständig.',
  authentication: (ending) =>
    `${server(ending)} hat den Schlüssel nicht angenommen. Prüfen Sie ihn unter Einstellungen → Verbindungen.`,
  permission: (ending) =>
    `Der Schlüssel für ${ending.connection ? quote(ending.connection) : 'den Server'} darf dieses Modell nicht verwenden. Wählen Sie ein anderes Modell oder lassen Sie es freigeben.`,
  quota: (ending) =>
    `Das Guthaben bei ${atServer(ending)} ist aufgebraucht. Laden Sie es dort auf oder wählen Sie ein anderes Modell.`,
  rate_limit: (ending) =>
    `${server(ending)} nimmt vorerst keine weiteren Anfragen an. Führen Sie die Frage in einer Weile noch einmal aus.`,
  context_length: (ending) =>
    `Das Gespräch ist länger, als ${ending.model ?? 'das Modell'} lesen kann. Beginnen Sie einen neuen Verlauf oder wählen Sie ein Modell, das mehr liest.`,
  content_filter: (ending) =>
    `Der Inhaltsfilter von ${atServer(ending)} hat die Antwort abgeschnitten. Fragen Sie mit anderen Worten.`,
  overloaded: (ending) =>
    `${server(ending)} hat gerade zu viel zu tun. Führen Sie die Frage in einer Weile noch einmal aus.`,
  cut_off: (ending) => {
    const at = atServer(ending);
    if (ending.gone === 'deleted')
      return `Die Antwort lief bei ${at} weiter und ist dort nicht mehr vorhanden. Führen Sie die Frage noch einmal aus.`;
    if (ending.gone === 'cancelled')
      return `Die Antwort lief bei ${at} weiter und wurde dort abgebrochen. Führen Sie die Frage noch einmal aus.`;
    return `Die Antwort von ${at} brach mittendrin ab. Führen Sie die Frage noch einmal aus.`;
  },
  timeout: (ending) =>
    `${server(ending)} hat zu lange nichts gesagt. Führen Sie die Frage noch einmal aus oder prüfen Sie, ob der Server noch läuft.`,
  bad_endpoint: (ending) =>
    `Was für ${ending.connection ? quote(ending.connection) : 'den Server'} antwortet, spricht diese API nicht. Prüfen Sie die Adresse unter Einstellungen → Verbindungen.`,
  model_not_found: (ending) => `${model(ending)} gibt es nicht mehr. Wählen Sie ein anderes.`,
  unreachable: (ending) =>
    `${server(ending)} war nicht erreichbar. Prüfen Sie, ob der Server läuft und dieser Computer im Netz ist, und führen Sie die Frage dann noch einmal aus.`,
  budget: () =>
    'Ihr Budget erlaubt diese Anfrage nicht. Erhöhen Sie es unter Verbrauch oder warten Sie, bis es neu beginnt.',
  unsupported: (ending) =>
    `${model(ending)} kann nicht, was dieser Lauf braucht.${quoted(ending)} Wählen Sie ein anderes Modell.`,
  invalid_request: (ending) =>
    `${server(ending)} hat die Anfrage nicht angenommen.${quoted(ending)} Wählen Sie ein anderes Modell.`,
  server_error: (ending) =>
    `${server(ending)} konnte nicht antworten.${quoted(ending)} Führen Sie die Frage noch einmal aus.`,
  interrupted: () =>
    'Assay wurde während dieses Laufs geschlossen. Führen Sie die Frage noch einmal aus, um eine Antwort zu erhalten.',
  lost: () => 'Der Lauf ist verloren: Der Server weiß nichts mehr von ihm. Führen Sie die Frage noch einmal aus.',
  unfollowed: ({ message }) => message ?? 'In Assay ist etwas schiefgegangen. Führen Sie die Frage noch einmal aus.',
  failed: ({ message }) => message ?? 'Der Lauf ist fehlgeschlagen, ohne zu sagen, warum.',
};
