const esOnly = [
  '@nestjs',
  'cookie',
  '@fastify/cookie',
  'content-disposition',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
];

/** Names of the rooms, the same as `paths` in tsconfig.base.json. */
const moduleNameMapper = {
  '^@srd/kernel$': '<rootDir>/libs/kernel/index.ts',
  '^@srd/views$': '<rootDir>/libs/views/index.ts',
  '^@srd/verifier$': '<rootDir>/libs/verifier/index.ts',
  '^@srd/application$': '<rootDir>/libs/application/index.ts',
  '^@srd/runtime$': '<rootDir>/libs/runtime/index.ts',
  '^@srd/(proof|domain|adapters)/([^/]+)$': '<rootDir>/libs/$1/$2/index.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  moduleNameMapper,
  maxWorkers: 2,
  // A slow or busy machine is no failure: what passes doesn't wait for this.
  testTimeout: 300_000,
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2024',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esOnly.join('|')})/)`],
};
