/**
 * Who may import whom: each room is a folder (or a file) with the rooms and the packages it may use. The layer check
 * reads this table, and a test fails when a room matches no file, so that the plan cannot rot.
 */
const rooms = [
  // The doorway
  { name: 'preload', path: '^src/preload/index\\.ts$', rooms: ['contract'], npm: ['electron'] },
  { name: 'contract', path: '^src/preload/contract/', rooms: [], npm: ['zod'] },
  // Types of the contract only: what is said in which words.
  { name: 'words', path: '^src/preload/words/', rooms: ['contract'], npm: [] },

  // The back of the house
  { name: 'entry', path: '^src/main/index\\.ts$', rooms: ['shells/electron'], npm: [] },
  {
    name: 'compose',
    path: '^src/main/compose/',
    rooms: [
      'contract',
      'words',
      'dispatch',
      'code-runner',
      'log',
      'processes',
      'storage',
      'query',
      'publishing',
      'services',
      'api',
      'library',
      'recovery',
      'engine',
      'engine/built-in',
      'engine/models',
      'engine/ports',
      'analysis',
      'analysis/charts',
      'archive',
      'importing',
    ],
    npm: [],
    node: true,
  },
  { name: 'dispatch', path: '^src/main/dispatch\\.ts$', rooms: ['contract', 'log'], npm: ['zod'] },
  { name: 'archive', path: '^src/main/archive/', rooms: [], npm: ['yazl'], node: true },
  // What threads are written as for elsewhere, and read from.
  { name: 'exchange', path: '^src/main/exchange/', rooms: ['contract'], npm: ['zod'] },
  // Threads that were written down elsewhere, read one by one.
  {
    name: 'importing',
    path: '^src/main/importing/',
    rooms: ['contract', 'exchange', 'metadata'],
    npm: ['yauzl', 'zod'],
    node: true,
  },
  { name: 'office', path: '^src/main/office/', rooms: ['contract', 'archive', 'xml'], npm: [] },
  { name: 'xml', path: '^src/main/xml\\.ts$', rooms: [], npm: [] },
  // One question as a value: checked, compiled, changed and explained.
  { name: 'query', path: '^src/main/query/', rooms: ['contract'], npm: [] },
  // Documents, and what they look like in each format; nobody's reports or threads.
  {
    name: 'publishing',
    path: '^src/main/publishing/',
    rooms: ['contract', 'words', 'query'],
    npm: [],
  },
  // What runs code, for those who run it, those who ask for it, and the engine.
  { name: 'code-runner', path: '^src/main/code-runner\\.ts$', rooms: ['contract'], npm: [] },
  { name: 'new-id', path: '^src/main/new-id\\.ts$', rooms: [], npm: [] },
  { name: 'metadata', path: '^src/main/metadata\\.ts$', rooms: [], npm: [] },
  { name: 'segments', path: '^src/main/segments\\.ts$', rooms: [], npm: [] },
  { name: 'processes', path: '^src/main/processes/', rooms: [], npm: [], node: true },
  { name: 'log', path: '^src/main/log\\.ts$', rooms: [], npm: ['pino'], node: true },
  { name: 'storage', path: '^src/main/storage/', rooms: ['contract', 'log'], npm: [], node: true },
  {
    name: 'shells/electron',
    path: '^src/main/shells/electron/',
    rooms: ['contract', 'words', 'compose', 'dispatch', 'log', 'processes', 'shells'],
    npm: ['electron', 'electron-store', 'hono', 'zod'],
    node: true,
  },
  {
    name: 'shells/browser',
    path: '^src/main/shells/browser/',
    rooms: ['contract', 'words', 'compose', 'dispatch', 'log', 'shells'],
    npm: ['hono'],
    node: true,
  },
  {
    name: 'shells/headless',
    path: '^src/main/shells/headless/',
    rooms: ['contract', 'words', 'compose', 'dispatch', 'log', 'engine/figures', 'shells'],
    npm: ['hono', 'env-paths', 'zod'],
    node: true,
  },
  {
    name: 'shells',
    path: '^src/main/shells/common/',
    rooms: ['contract', 'words', 'compose', 'dispatch', 'log', 'processes'],
    npm: ['hono', '@hono/node-server', 'conf', 'env-paths', 'keytar'],
    node: true,
  },
  {
    name: 'services',
    path: '^src/main/services/',
    rooms: [
      'contract',
      'words',
      'query',
      'publishing',
      'code-runner',
      'new-id',
      'library',
      'api',
      'exchange',
      'analysis',
      'engine/figures',
      'log',
    ],
    npm: ['zod', 'write-excel-file'],
  },
  { name: 'api', path: '^src/main/api/', rooms: ['contract', 'metadata', 'log'], npm: ['openai', 'zod'] },
  { name: 'library', path: '^src/main/library/', rooms: ['contract', 'storage', 'log'], npm: ['zod'], node: true },
  {
    name: 'recovery',
    path: '^src/main/recovery/',
    rooms: ['contract', 'storage', 'library', 'engine', 'log'],
    npm: [],
    node: true,
  },
  {
    name: 'engine/built-in',
    path: '^src/main/engine/models/built-in/',
    rooms: ['contract', 'words', 'query', 'engine/ports', 'engine/tokens', 'segments'],
    npm: ['zod'],
  },
  // Models of servers elsewhere, and what their requests are made of.
  {
    name: 'engine/models',
    path: '^src/main/engine/models/(?!built-in/)',
    rooms: ['contract', 'engine/ports', 'engine/tokens'],
    npm: ['zod', 'openai', 'eventsource-parser'],
    node: true,
  },
  { name: 'engine/tokens', path: '^src/main/engine/tokens/', rooms: ['engine/ports'], npm: ['gpt-tokenizer'] },
  // Numbers in texts, for whoever asks where one comes from.
  { name: 'engine/figures', path: '^src/main/engine/figures/', rooms: ['contract'], npm: [] },
  { name: 'engine/ports', path: '^src/main/engine/ports/', rooms: ['contract', 'code-runner'], npm: [] },
  // The order in which a page is read: reader and window agree on it, or marks would miss their words.
  { name: 'engine/layout', path: '^src/main/engine/retrieval/reader/layout/', rooms: [], npm: [] },
  {
    name: 'engine/retrieval',
    path: '^src/main/engine/retrieval/(?!reader/layout/)',
    rooms: ['engine/layout', 'engine/ports', 'storage', 'log', 'archive', 'xml', 'office', 'segments', 'processes'],
    npm: ['pdfjs-dist'],
    node: true,
  },
  {
    name: 'engine',
    path: '^src/main/engine/(?!models/|retrieval/|ports/|tokens/|figures/)',
    rooms: [
      'words',
      'metadata',
      'new-id',
      'engine/ports',
      'engine/tokens',
      'engine/figures',
      'engine/retrieval',
      'storage',
      'log',
      'processes',
    ],
    // The renderer draws pictures smaller for models.
    npm: ['hono', 'zod', 'openai', '@fastify/busboy', '@resvg/resvg-js'],
    node: true,
  },
  {
    name: 'analysis/charts',
    path: '^src/main/analysis/charts/',
    rooms: ['contract', 'words', 'ui/chart', 'log', 'processes'],
    npm: ['happy-dom', 'react', 'react-dom', 'zod', '@resvg/resvg-js', '@expo-google-fonts/inter'],
    node: true,
  },
  {
    name: 'analysis',
    path: '^src/main/analysis/(?!charts/)',
    rooms: ['contract', 'code-runner', 'log', 'archive', 'office', 'processes'],
    npm: ['@duckdb/node-api', 'zod'],
    node: true,
  },

  // The window
  {
    name: 'window',
    path: '^src/renderer/main\\.tsx$',
    rooms: ['contract', 'bridge', 'app'],
    npm: ['react', 'react-dom', '@mantine', '@fontsource-variable/inter', '@tanstack/react-query'],
  },
  {
    name: 'app',
    path: '^src/renderer/app/',
    rooms: ['contract', 'words', 'bridge', 'features', 'ui'],
    npm: ['react', '@mantine', '@tanstack/react-query', 'lucide-react', 'wouter', 'react-resizable-panels'],
  },
  {
    name: 'bridge',
    path: '^src/renderer/bridge/',
    rooms: ['contract'],
    npm: ['react', '@tanstack/react-query', 'eventsource-parser'],
  },
  {
    name: 'features',
    path: '^src/renderer/features/',
    rooms: ['contract', 'words', 'bridge', 'ui', 'ui/chart', 'engine/layout'],
    npm: [
      'react',
      '@mantine',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'lucide-react',
      'react-markdown',
      'remark-gfm',
      'wouter',
      'highlight.js',
      '@codemirror',
      '@lezer/highlight',
      'pdfjs-dist',
    ],
  },
  { name: 'ui/chart', path: '^src/renderer/ui/chart/', rooms: ['contract', 'words'], npm: ['react', 'recharts'] },
  {
    name: 'ui',
    path: '^src/renderer/ui/(?!chart/)',
    rooms: ['contract', 'words'],
    npm: ['react', '@mantine', 'lucide-react', '@tanstack/react-virtual', 'highlight.js', 'lowlight'],
  },
];

module.exports = { rooms };
