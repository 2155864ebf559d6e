import type { DocumentFault, FileLooks } from '#contract/failure-reasons';
import { problemWords } from '../sentences';
import type { FailureWords } from '../words';
import { code } from './code';
import { counted, listed, number, quote, short } from './grammar';
import { query } from './query';
import { work } from './work';

const AS_CSV = 'Exportieren Sie die Tabelle als CSV und legen Sie diese ab.';
const AS_XLSX =
  'Öffnen Sie sie dort, speichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder als CSV und legen Sie diese ab.';
const UNPACK = 'Entpacken Sie sie, oder packen Sie sie mit gzip.';
const UNPACK_ALL = 'Entpacken Sie sie und legen Sie die Dateien daraus ab.';
const AS_PARQUET = 'Speichern Sie die Tabelle als Parquet oder CSV und legen Sie diese ab.';
const LESS = 'Filtern Sie die Daten vorher, gruppieren Sie nach weniger Werten, oder wählen Sie weniger Spalten.';

/** What it is, and what to do. */
const LOOKS: Record<FileLooks, readonly [what: string, advice: string]> = {
  pdf: ['ein PDF', AS_CSV],
  program: ['ein Programm', AS_CSV],
  bzip2: ['eine gepackte Datei (bzip2)', UNPACK],
  zstd: ['eine gepackte Datei (zstd)', UNPACK],
  xz: ['eine gepackte Datei (xz)', UNPACK],
  sevenzip: ['eine gepackte Datei (7z)', UNPACK_ALL],
  png: ['ein Bild (PNG)', AS_CSV],
  jpeg: ['ein Bild (JPEG)', AS_CSV],
  gif: ['ein Bild (GIF)', AS_CSV],
  sqlite: ['eine SQLite-Datenbank', AS_CSV],
  arrow: ['eine Arrow-Datei (Feather)', AS_PARQUET],
  encrypted_parquet: [
    'eine verschlüsselte Parquet-Datei',
    'Speichern Sie sie unverschlüsselt und legen Sie sie wieder ab.',
  ],
  avro: ['eine Avro-Datei', AS_PARQUET],
  ods: ['eine OpenDocument-Tabelle (.ods)', AS_XLSX],
  numbers: ['ein Numbers-Dokument', AS_XLSX],
  xlsb: ['eine binäre Excel-Arbeitsmappe (.xlsb)', AS_XLSX],
  zip: ['ein ZIP-Archiv', UNPACK_ALL],
  web_page: [
    'eine Webseite oder XML',
    'Vielleicht wurde statt der Datei eine Anmelde- oder Fehlerseite gespeichert. Laden Sie sie noch einmal, oder exportieren Sie die Tabelle als CSV.',
  ],
  binary: ['eine Binärdatei', AS_CSV],
  password_workbook: ['eine Arbeitsmappe mit Passwort', 'Speichern Sie sie ohne Passwort und legen Sie sie wieder ab.'],
  old_office: ['eine alte Excel- oder Office-Datei (.xls)', AS_XLSX],
};

const SIMPLER = 'Teilen Sie es, oder speichern Sie es in einer einfacheren Form.';
const ANEW = 'Speichern Sie es neu und legen Sie es wieder ab.';
const DOCUMENTS: Record<DocumentFault, string> = {
  too_large: 'Die Datei ist größer als 512 MB. Teilen Sie sie.',
  too_long: 'Das Dokument ist zu lang, um es zu durchsuchen. Teilen Sie es.',
  no_text: 'Die Datei enthält keinen Text, der sich durchsuchen ließe.',
  scanned:
    'Das PDF enthält Bilder von Seiten und keinen Text, wie aus einem Scanner. Lassen Sie den Text erkennen (OCR) und legen Sie das Ergebnis ab.',
  password: 'Das PDF ist mit einem Passwort geschützt. Speichern Sie es ohne Passwort und legen Sie es wieder ab.',
  protected:
    'Das PDF ist auf eine Weise geschützt, die Assay nicht kennt. Speichern Sie es ohne Schutz und legen Sie es wieder ab.',
  cut_off:
    'Das PDF ist abgeschnitten: Sein Ende fehlt, wie nach einem abgebrochenen Download. Laden Sie es noch einmal.',
  damaged: `Das Dokument ist beschädigt und lässt sich nicht öffnen. ${ANEW}`,
  unpacks_too_far:
    'Das Dokument ist entpackt weit größer, als seine Größe vermuten lässt; deshalb wurde es nicht geöffnet.',
  too_many_cells: 'Die Arbeitsmappe hat zu viele Zellen, um sie zu durchsuchen. Teilen Sie sie in mehrere Dateien.',
  old_office:
    'Dateien alter Office-Versionen und Office-Dateien mit Passwort sind nicht lesbar. Speichern Sie sie als DOCX, XLSX, PPTX oder PDF, ohne Passwort.',
  no_plain_text: 'Die Datei ist kein Text: Sie enthält Bytes, die in Text nie stehen.',
  memory: `Das Dokument zu lesen brauchte mehr Speicher, als dafür da ist. ${SIMPLER}`,
  given_up: `Das Dokument zu lesen hat das Leseprogramm zweimal beendet und wurde aufgegeben. ${SIMPLER} So, wie es ist, lässt es sich morgen noch einmal versuchen.`,
};

export const failure: FailureWords = {
  file_empty: () => 'Die Datei ist leer.',
  file_gone: () => 'Die Datei wird nicht mehr aufbewahrt. Legen Sie sie noch einmal ab.',
  file_changed: () => 'Die Datei wurde geändert, während sie gelesen wurde. Legen Sie sie noch einmal ab.',
  file_not_opened: () => 'Die Datei lässt sich nicht öffnen. Vielleicht gibt es sie nicht mehr.',
  file_no_file: () => 'Das ist keine Datei. Legen Sie die Datei selbst ab.',
  file_is: ({ looks }) => `Diese Datei ist keine lesbare Tabelle, sondern ${LOOKS[looks][0]}. ${LOOKS[looks][1]}`,
  packed_holds: ({ kind }) =>
    `Eine gepackte Datei darf CSV oder JSON enthalten; diese enthält ${kind}. Entpacken Sie sie vorher.`,
  packed_damaged: () => 'Die gepackte Datei ist beschädigt oder abgeschnitten. Laden oder packen Sie sie noch einmal.',
  packed_too_large: () =>
    'Die gepackte Datei ist entpackt weit größer, als ihre Größe vermuten lässt. Entpacken Sie sie vorher.',
  no_line_fits: () =>
    'Keine Zeile der Datei ist lesbar: Keine hat so viele Felder wie die Kopfzeile. Exportieren Sie sie noch einmal als CSV.',
  no_lines: () => 'Die Datei hat keine lesbaren Zeilen.',
  only_header: () => 'Die Datei hat keine Zeilen, nur eine Kopfzeile.',
  too_many_columns: ({ count, most }) =>
    `Die Tabelle hat ${counted(count, 'Spalte', 'Spalten')}; lesbar sind höchstens ${number(most)}.`,
  parquet_damaged: () => 'Die Parquet-Datei ist beschädigt. Exportieren oder laden Sie sie noch einmal.',
  workbook_cut_off: () =>
    'Diese Arbeitsmappe ist beschädigt oder abgeschnitten: Nichts von dem, womit eine Arbeitsmappe beginnt, steht darin. Laden Sie sie noch einmal, oder öffnen Sie sie in Excel und speichern Sie sie neu.',
  workbook_damaged: () =>
    'Die Arbeitsmappe ist beschädigt und lässt sich nicht öffnen. Speichern Sie sie in Excel neu, oder exportieren Sie das Blatt als CSV.',
  workbook_too_large: () =>
    'Die Arbeitsmappe ist zu groß, um sie zu öffnen. Exportieren Sie das Blatt als CSV und legen Sie dieses ab.',
  workbook_empty: () => 'In keiner Zelle der Arbeitsmappe steht etwas.',
  workbook_slow: () =>
    'Die Arbeitsmappe zu öffnen dauerte zu lange. Speichern Sie die nötigen Blätter als eigene Arbeitsmappe oder als CSV.',
  sheet_too_large: () => 'Das Blatt enthält zu viel. Exportieren Sie es als CSV und legen Sie dieses ab.',
  cells_apart: () =>
    'Die Zellen des Blattes liegen zu weit auseinander, um eine Tabelle zu sein. Exportieren Sie die Tabelle als CSV.',
  merged_cells: () =>
    'Das Blatt hat zu viele verbundene Zellen, um eine Tabelle zu sein. Heben Sie die Verbindungen auf, oder exportieren Sie das Blatt als CSV.',
  json_no_records: () =>
    'Dieses JSON ist keine Liste von Datensätzen. Eine Tabelle ist eine Liste von Objekten mit denselben Feldern, oder ein Objekt je Zeile.',
  json_fields: ({ most }) =>
    `Die Datensätze haben mehr als ${number(most)} verschiedene Felder. Exportieren Sie weniger Felder.`,
  json_kinds: () =>
    'Die Datensätze haben zu wenige Felder gemeinsam, um eine Tabelle zu sein. Exportieren Sie die einer Art.',
  json_record_large: () =>
    'Ein Datensatz des JSON ist größer als 64 MB. Teilen Sie ihn, oder exportieren Sie die Tabelle als CSV.',
  json_damaged: () => 'Das JSON ist beschädigt oder abgeschnitten. Exportieren Sie es noch einmal.',
  document: ({ fault }) => DOCUMENTS[fault],
  document_pages: ({ count, most }) =>
    `Das PDF hat nach eigener Angabe ${counted(count, 'Seite', 'Seiten')}; durchsuchbar sind bis zu ${number(most)}. Teilen Sie es.`,
  document_slow: ({ seconds }) =>
    `Das Dokument zu lesen dauerte länger als ${counted(seconds, 'Sekunde', 'Sekunden')} und wurde aufgegeben. ${SIMPLER}`,
  document_ending: ({ ending }) =>
    `Dateien mit der Endung ${quote(short(`.${ending}`))} sind nicht durchsuchbar. Verwenden Sie PDF, DOCX, PPTX, XLSX, HTML, Markdown, Text, CSV, JSON oder Quelltext.`,
  document_other: ({ ending }) =>
    `Die Datei endet auf ${quote(short(`.${ending}`))}, ist aber kein solches Dokument, oder sie ist beschädigt.`,
  query_slow: ({ seconds }) =>
    `Die Abfrage dauerte länger als ${counted(seconds, 'Sekunde', 'Sekunden')} und wurde angehalten. Fragen Sie nach weniger Daten.`,
  query_memory: () => `Die Abfrage braucht mehr Speicher, als für sie da ist. ${LESS}`,
  query_disk: () =>
    `Was die Abfrage sortiert und gruppiert, passt nicht in den Speicher, und auf dem Datenträger ist zu wenig Platz dafür. Geben Sie Platz frei. ${LESS}`,
  query_spill: ({ gigabytes }) =>
    `Was die Abfrage sortiert und gruppiert, braucht mehr als ${number(gigabytes)} GB auf dem Datenträger. ${LESS}`,
  query_reads_only: () =>
    'Daten werden hier nur gelesen. Schreiben Sie ein SELECT; nichts wird angelegt, geändert oder geladen.',
  query_missing: () => 'Es steht keine Abfrage da. Schreiben Sie ein SELECT.',
  query_several: () => 'Nur eine Anweisung auf einmal. Schreiben Sie ein SELECT.',
  query_placeholders: () => 'Die Abfrage hat Platzhalter ohne Werte. Schreiben Sie die Werte aus.',
  query_outside: () =>
    'Eine Abfrage liest die Tabellen dieses Verlaufs und sonst nichts: keine Dateien, kein Netz, keine Einstellungen.',
  query_no_table: ({ table, tables }) =>
    `Eine Tabelle ${quote(short(table))} gibt es hier nicht. ${
      tables.length === 0 ? 'Es gibt keine.' : `Es gibt: ${listed(tables.map(short), 'und')}.`
    }`,
  query_no_function: ({ function: name }) =>
    `${short(name)} lässt sich hier nicht verwenden: Eine Abfrage rechnet mit den Tabellen dieses Verlaufs.`,
  result_columns: ({ count, most }) =>
    `Das Ergebnis hat ${counted(count, 'Spalte', 'Spalten')}; höchstens ${number(most)} lassen sich zeigen. Wählen Sie weniger aus.`,
  result_list: ({ most }) =>
    `Ein Wert des Ergebnisses ist eine Liste von mehr als ${number(most)} Werten. Zählen Sie sie, oder geben Sie mit unnest jedem eine Zeile.`,
  no_data: () => 'Hier gibt es noch keine Daten. Hängen Sie zuerst eine Datei an.',
  no_python: () => 'Python ist aus, deshalb lässt sich das jetzt nicht ausführen.',
  python_not_here: () => 'Python läuft auf diesem Computer nicht. Installieren Sie Assay neu.',
  nothing_to_draw: work.nothingToDraw,
  only_first_rows: code.onlyFirstRows,
  run_under_way: () => 'In diesem Verlauf ist noch ein Lauf im Gange. Warten Sie darauf, oder halten Sie ihn an.',
  step_under_way: () => 'Dieser Schritt wird gerade ausgeführt. Warten Sie darauf, oder halten Sie ihn an.',
  keychain_linux: () =>
    'Kein Schlüsselbund antwortet. Installieren und entsperren Sie einen Secret Service wie GNOME Keyring oder KWallet (und libsecret-1-0), und versuchen Sie es erneut. Schlüssel werden nirgendwo sonst aufbewahrt.',
  keychain: () =>
    'Der Schlüsselbund dieses Computers hat nicht geantwortet. Entsperren Sie ihn, und versuchen Sie es erneut. Schlüssel werden nirgendwo sonst aufbewahrt.',
  package_not_fetched: ({ package: name }) =>
    `${short(name)} ließ sich nicht laden. Prüfen Sie die Verbindung, oder geben Sie in den Einstellungen einen Spiegel oder einen Ordner mit Paketdateien an.`,
  connection_taken: ({ name }) =>
    `Eine Verbindung ${quote(short(name))} gibt es schon. Wählen Sie einen anderen Namen.`,
  not_computable: ({ problems }) => problems.map((problem) => problemWords({ query }, problem)).join(' '),
  disk_full: () => 'Der Datenträger ist voll. Geben Sie Platz frei, und versuchen Sie es erneut.',
};
