import type { CodeWords } from '../words';

/** In the window, and where there is none. */
const WHERE = 'unter Einstellungen, Python-Pakete, oder mit npm run python:packages';

export const code: CodeWords = {
  ended: {
    timeout: () => 'Der Code wurde angehalten, weil er zu lange brauchte.',
    memory: () => 'Der Code wurde angehalten, weil er zu viel Speicher brauchte.',
    crashed: () => 'Python wurde unerwartet beendet; seine Variablen sind verloren.',
    output_limit: () => 'Der Code wurde angehalten, weil er zu viel ausgab.',
    cancelled: () => 'Der Code wurde angehalten.',
    unavailable: () => 'Code kann hier nicht ausgeführt werden.',
  },
  failed: () => 'Dieser Schritt ist fehlgeschlagen.',
  missing: ({ module, package: name, standard, damaged, own }) => {
    if (own)
      return standard
        ? `${module} ist ein Teil von Python, der Ihrem eigenen Python fehlt.`
        : `${module} ist in Ihrem eigenen Python nicht installiert. Installieren Sie es dort und führen Sie dies dann erneut aus.`;
    if (damaged)
      return `Eine Datei, die ${module} braucht, ist beschädigt. Installieren Sie ${name === module ? 'es' : name} ${WHERE} noch einmal und führen Sie dies dann erneut aus.`;
    if (standard) return `${module} ist ein Teil von Python, den diese Umgebung auslässt.`;
    return name === null
      ? `Kein Paket dieses Pythons hat ein Modul namens ${module}. Verwenden Sie die Standardbibliothek von Python oder die Pakete unter Einstellungen, Python-Pakete.`
      : `${module} ist nicht installiert. Installieren Sie ${name === module ? 'es' : name} ${WHERE} und führen Sie dies dann erneut aus.`;
  },
  firstRows: (count) => `Die ersten ${count} Zeilen; die Tabelle hat mehr.`,
  onlyFirstRows: () =>
    'Von dieser Tabelle sind nur die ersten Zeilen aufbewahrt. Lassen Sie den Code sie in eine Datei schreiben, etwa table.csv unter /mnt/data, und verwenden Sie diese als Daten.',
  startedAnew: () =>
    'Python wurde neu gestartet, Variablen früherer Schritte sind also nicht mehr da. Führen Sie jene Schritte zuerst wieder aus, falls dieser sie braucht.',
  atServer: () => 'beim Server',
  ranIn: ({ runner, version, packages }) => {
    const parts = packages.map((known) => `${known.name} ${known.version}`);
    return [`${runner === 'own' ? 'Ihr Python' : 'Python'} ${version}`, ...parts].join(', ');
  },
  waits: {
    queued: ({ place }) =>
      place === 1
        ? 'Python arbeitet für andere Verläufe. Dies kommt als Nächstes an die Reihe.'
        : `Python arbeitet für andere Verläufe. Dies ist Nummer ${place} in der Reihe.`,
    starting_python: ({ first }) =>
      first
        ? 'Python startet zum ersten Mal auf diesem Computer, was eine Minute dauern kann. Später startet es sofort.'
        : 'Python startet.',
    writing_tables: () => 'Die Tabellen werden für Python bereitgelegt.',
    loading_packages: ({ packages }) => `${packages.join(', ')} wird geladen.`,
  },
  printedNothing: () => 'Der Code lief und gab nichts aus.',
  missingGlyphs: (characters) =>
    `Assay hat auf diesem Computer keine Schrift mit ${characters} gefunden, darum zeigen die Bilder Kästchen. Installieren Sie eine für alle Benutzer, etwa eine Noto-Schrift, starten Sie Assay neu und führen Sie dies erneut aus.`,
};
