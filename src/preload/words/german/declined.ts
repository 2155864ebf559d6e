import type { AnswerFact, Declined } from '#contract/facts';
import { problemWords } from '../sentences';
import type { DeclinedWords } from '../words';
import { listed, named, quote, quoted, short } from './grammar';
import { query } from './query';

type Unread = Extract<Declined, { reason: 'documents_unread' }>;

const REFUSED: Record<Extract<Declined, { reason: 'refused' }>['kind'], string> = {
  forecast: 'Die Daten sagen, was war; was sein wird, errät dieser Analyst nicht.',
  cause: 'Zahlen zeigen, was geschehen ist, und nicht warum; Ursachen nennt dieser Analyst darum nicht.',
  opinion: 'Dieser Analyst errechnet Zahlen; sie zu beurteilen bleibt Ihnen überlassen.',
  change:
    'Daten werden hier nur gelesen und nie geändert. Diagramme und Tabellen lassen sich dort speichern, wo sie stehen.',
  join: 'Eine Frage wird jeweils aus einer Datei beantwortet.',
  language: 'Dieser Analyst versteht Fragen auf Deutsch und Englisch.',
  arithmetic: 'Eine solche Rechnung kann dieser Analyst nicht.',
  undone:
    'Zeilen sagen, was getan wurde; wer nichts getan hat, ist ihnen nicht zu entnehmen, indem man einige davon weglässt.',
  other_topic: 'Das ist keine Frage zu den Daten.',
};

/** Until they are looked into nobody can say that nothing is there. */
export function documentsUnread({
  state,
  files,
  more,
}: Extract<AnswerFact, { code: 'documents_unread' }> | Unread): string {
  const isSingle = files.length + more === 1;
  return state === 'still_reading'
    ? `${named(files, more)} ${isSingle ? 'wird' : 'werden'} noch gelesen. Fragen Sie gleich noch einmal.`
    : `${named(files, more)} ${isSingle ? 'konnte' : 'konnten'} nicht gelesen werden, dort ließ sich also nicht nachsehen. Der Eintrag der Datei im Vektorspeicher sagt, warum.`;
}

export const declined: DeclinedWords = {
  unknown_words: ({ words, near }) => {
    const close = near.length > 0 ? ` Ähnlich ist: ${listed(near.map(short), 'oder')}.` : '';
    return `${quoted(words)} habe ich nicht verstanden: So heißt in diesen Daten keine Spalte und kein Wert, und ein Wort, das ich kenne, ist es nicht.${close}`;
  },
  unclear: ({ words }) =>
    `Ich habe nicht verstanden, wie ${quoted(words)} zum Rest der Frage gehört, und darum nichts berechnet.`,
  not_computable: ({ problem }) => problemWords({ query }, problem),
  refused: ({ kind, text }) => `${quote(short(text))} kann ich nicht beantworten. ${REFUSED[kind]}`,
  ambiguous: ({ text, why }) => {
    if (why === undefined) return text;
    return why.code === 'several_readings'
      ? 'Das lässt sich auf mehr als eine Weise lesen.'
      : `${quote(short(why.question))} schließt an ${quote(short(why.before))} an, und beides zusammen lässt sich nicht beantworten. Stellen Sie die ganze Frage.`;
  },
  several_questions: () => 'Das sind mehrere Fragen; ich beantworte eine nach der anderen.',
  not_english: () => 'Das habe ich nicht verstanden. Bisher kann ich Fragen auf Deutsch und Englisch lesen.',
  too_long: () => 'Das habe ich nicht verstanden: Die Frage ist mir zu lang. Stellen Sie sie in einem Satz.',
  empty: () => 'Darin habe ich keine Frage gefunden.',
  no_data: () =>
    'In diesem Verlauf gibt es noch keine Daten. Hängen Sie eine CSV- oder Parquet-Datei oder ein Dokument an und fragen Sie noch einmal.',
  no_tools: () =>
    'Ich bin der eingebaute Analyst und kein Sprachmodell: Ich antworte mit Werkzeugen, und dieser Assistent hat keine. Mit file_search und einem Vektorspeicher zitiere ich Dokumente; mit code_interpreter führe ich die Python-Blöcke einer Nachricht aus; von Ihren eigenen Funktionen rufe ich die auf, zu denen eine Frage passt. Fragen zu Tabellen werden im Fenster von Assay und von npm run ask beantwortet.',
  tools_forbidden: () =>
    'Ich bin der eingebaute Analyst und kein Sprachmodell: Ich antworte mit Werkzeugen, und dieser Lauf darf keine verwenden, da sein tool_choice none ist. Lassen Sie tool_choice weg oder setzen Sie es auf auto.',
  no_python: () =>
    'Ich bin der eingebaute Analyst und kein Sprachmodell: Ich führe das Python aus, das in einer Nachricht steht, und schreibe selbst keines. Setzen Sie es in einen Block:',
  tool_missing: ({ tool }) =>
    `${short(tool)} sollte verwendet werden, gehört aber nicht zu den Werkzeugen dieses Laufs. Geben Sie es dem Assistenten oder lassen Sie tool_choice weg.`,
  no_function_fits: ({ functions }) =>
    `Keine der Funktionen passt zu dieser Frage: ${functions.map(short).join(', ')}. Ich richte mich nach ihren Namen, Beschreibungen und Optionen: Fragen Sie mit einem Wort daraus oder wählen Sie eine mit tool_choice.`,
  needs_arguments: ({ function: name, missing }) =>
    [
      `Um ${short(name)} aufzurufen, muss ich wissen:`,
      ...missing.map((column) => {
        const about = column.description === '' ? '' : `: ${short(column.description)}`;
        const options = column.options.length === 0 ? '' : ` (${column.options.map(short).join(', ')})`;
        return `- ${short(column.name)}${about}${options}`;
      }),
    ].join('\n'),
  describe_failed: ({ message }) => `Die Daten konnten nicht beschrieben werden: ${message}`,
  query_failed: ({ message }) => `Die Abfrage konnte nicht ausgeführt werden: ${message}`,
  not_in_documents: ({ nearest }) =>
    nearest.length === 0
      ? 'In den Dokumenten habe ich dazu nichts gefunden.'
      : `Ich habe keine Textstelle gefunden, die das beantwortet. Dem Wortlaut am nächsten: ${nearest.map(short).join(', ')}.`,
  documents_unread: documentsUnread,
  form_not_filled: ({ missing, answer }) =>
    `Der eingebaute Analyst kann dieses Formular nicht ausfüllen${missing.length === 0 ? '' : `: ${missing.join(', ')}`}. Er sagt: ${answer}`,
};
