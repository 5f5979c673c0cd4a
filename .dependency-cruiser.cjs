/** Which room may know which: the arrows of docs/decisions/0001 and CONTRIBUTING.md. A spec file is a guest and may see more. */
const spec = '\\.spec\\.tsx?$';

/** A room and the only rooms that it may import from. */
const rooms = [
  { room: 'kernel', sees: [] },
  { room: 'proof', sees: ['kernel'] },
  { room: 'domain', sees: ['kernel', 'proof'] },
  { room: 'views', sees: ['kernel', 'domain'] },
  { room: 'verifier', sees: ['kernel', 'proof', 'domain'] },
  { room: 'runtime', sees: ['kernel'] },
  { room: 'application', sees: ['kernel', 'proof', 'domain', 'views', 'runtime'] },
];

const pure = 'kernel|proof|domain|views|verifier';
const packages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'What needs each other belongs together, or one of the two knows too much.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'Every import leads to a file or a package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-imports-an-app',
      comment: 'An app is a process. What two apps need is a library. The demonstration is tested as it is built.',
      severity: 'error',
      from: { path: '^(libs|test|scripts)/', pathNot: '^test/demonstration/' },
      to: { path: '^apps/' },
    },
    {
      name: 'an-app-imports-no-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    ...rooms.map(({ room, sees }) => ({
      name: `${room}-sees-only-${sees.join('-') || 'itself'}`,
      comment: 'The rooms are stacked: an import goes down, never up or sideways.',
      severity: 'error',
      from: { path: `^libs/${room}/`, pathNot: spec },
      to: { path: '^(libs|test)/', pathNot: `^libs/(${[room, ...sees].join('|')})/` },
    })),
    {
      name: 'adapters-see-only-runtime-proof-kernel',
      comment: 'One folder per technology, and none leans on another.',
      severity: 'error',
      from: { path: '^libs/adapters/(?!stores/)([^/]+)/', pathNot: spec },
      to: { path: '^(libs|test)/', pathNot: ['^libs/(runtime|proof|kernel)/', '^libs/adapters/$1/'] },
    },
    {
      name: 'pure-rooms-use-no-package-but-xstate',
      comment: 'This code runs in the browser too: a hash function is passed in, and so are clock, chance and ids.',
      severity: 'error',
      from: { path: `^libs/(${pure})/`, pathNot: spec },
      to: { dependencyTypes: packages, pathNot: '^(node_modules/)?xstate' },
    },
    {
      name: 'specs-of-pure-rooms-stay-pure',
      comment: 'A rule is tested without store, server or Nest.',
      severity: 'error',
      from: { path: `^libs/(${pure})/.*${spec}` },
      to: {
        path: '^(apps|libs/(runtime|application|adapters)|node_modules)/',
        pathNot: '^node_modules/(xstate|fast-check|esbuild|@types/)',
      },
    },
    {
      name: 'rooms-are-entered-through-their-door',
      comment: 'From outside, a room is its index.ts. The rest may change without asking anybody.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/', pathNot: '/index\\.ts$' },
    },
    {
      name: 'tests-use-doors-except-of-adapters',
      comment: 'A test of durability has to look at an adapter’s own settings and files. A fixture is there for tests.',
      severity: 'error',
      from: { path: '^test/' },
      to: { path: '^libs/', pathNot: ['^libs/adapters/', '/index\\.ts$', '\\.fixture\\.ts$'] },
    },
    {
      name: 'single-rooms-are-entered-through-their-door',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/(kernel|views|verifier|runtime|application)/', pathNot: ['^libs/$1/', '/index\\.ts$'] },
    },
    {
      name: 'domain-folders-are-entered-through-their-door',
      comment: 'A stream type shows its decider, its types and its refusals, nothing else.',
      severity: 'error',
      from: { path: '^libs/([^/]+/[^/]+)/' },
      to: { path: '^libs/(proof|domain|adapters)/', pathNot: ['^libs/$1/', '^libs/[^/]+/[^/]+/index\\.ts$'] },
    },
    {
      name: 'single-files-use-doors-too',
      comment: 'The same for a file that stands directly in a room, as in libs/runtime.',
      severity: 'error',
      from: { path: '^libs/[^/]+/[^/]+$' },
      to: { path: '^libs/(proof|domain|adapters)/', pathNot: '^libs/[^/]+/[^/]+/index\\.ts$' },
    },
    {
      name: 'pages-run-in-the-browser',
      comment: 'Of our rooms a page may import those that are pure; the rest is behind the interface.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: spec },
      to: { path: '^libs/', pathNot: `^libs/(${pure})/` },
    },
    {
      name: 'a-page-imports-no-other-page',
      comment: 'What two pages need stands in shared. The frame around them knows pages by their route alone.',
      severity: 'error',
      from: { path: '^apps/web/src/pages/([^/]+)/' },
      to: { path: '^apps/web/src/pages/', pathNot: '^apps/web/src/pages/$1/' },
    },
    {
      name: 'shared-pieces-know-no-page',
      severity: 'error',
      from: { path: '^apps/web/src/(shared|api)/' },
      to: { path: '^apps/web/src/pages/' },
    },
    {
      name: 'no-development-packages-in-production',
      comment: 'What runs in production is installed in production.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [spec, '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'only-declared-packages',
      comment: 'A package that comes along with another can go with it: name it in package.json.',
      severity: 'error',
      from: { path: '^(apps|libs|test)/', pathNot: '^apps/web/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|apps/web/dist|apps/cli/bin)/|forms\\.json$|schema\\.d\\.ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
};
