const { rooms } = require('./scripts/rooms.cjs');

const pathOf = (name) => {
  const room = rooms.find((one) => one.name === name);
  if (!room) throw new Error(`No room called ${name}`);
  return room.path;
};
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const packagePath = (name) => `(^|/)node_modules/${literal(name)}(/|$)`;
/** keytar is installed under its own name from the maintained fork. */
const aliases = { keytar: ['keytar', '@github/keytar'] };

/** A file in no room may import nothing; type imports count as imports. */
const fences = rooms.map((room) => ({
  name: `room: ${room.name}`,
  severity: 'error',
  from: { path: room.path },
  to: {
    pathNot: [
      room.path,
      ...room.rooms.map(pathOf),
      ...room.npm.flatMap((name) => aliases[name] ?? [name]).map(packagePath),
      // Types only, and they arrive through tsconfig's `types`.
      packagePath('@types'),
      ...(room.npm.includes('react') ? ['\\.(css|svg|png|ttf|woff2)$'] : []),
    ],
    dependencyTypesNot: ['core'],
  },
}));

module.exports = {
  forbidden: [
    ...fences,
    {
      name: 'node only where the room says so',
      severity: 'error',
      from: { path: rooms.filter((room) => !room.node).map((room) => room.path) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'every file is in a room',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: rooms.map((room) => room.path).concat('\\.d\\.ts$', '^src/renderer/index\\.html$'),
      },
      to: {},
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'features are strangers',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'a feature has one door',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '^src/renderer/features/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'the engine has one door',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '^src/main/engine/' },
      to: {
        path: '^src/main/engine/',
        pathNot: [
          '^src/main/engine/(index\\.ts$|ports/)',
          '^src/main/engine/((models/[^/]+|figures)/index|models/quirks)\\.ts$',
        ],
      },
    },
    {
      name: 'the window takes only types from the contract, and its plain values',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: {
        path: '^src/preload/contract/',
        pathNot:
          '/(?:result|chart-kinds|conventions|currencies|document-kinds|formulas|places|printed|question-tree|quotes|separated-text|stretches|telling-digits)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'nothing unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
