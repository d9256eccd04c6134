/**
 * Four projects; scripts/test.mjs runs the first, then the others together:
 * unit (pure, no I/O) · int (one use case on a real PostgreSQL) · journey (whole stories over HTTP, faults, drift) · browser.
 * Nest 12 is ESM only, so node_modules .js goes through SWC too; see docs/adr/0002.
 */
const swcTs = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs', ignoreDynamic: false },
  jsc: {
    target: 'es2022',
    // Rewritten by SWC rather than by moduleNameMapper, which does not reach globalSetup.
    baseUrl: __dirname,
    paths: { '@zhaoguan/*': ['./libs/*/src/index.ts'] },
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    keepClassNames: true,
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
  },
};
const swcJs = {
  swcrc: false,
  module: { type: 'commonjs', ignoreDynamic: false },
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
};
const esmPackages = [
  '@nestjs',
  '@fastify',
  'cookie',
  'content-disposition',
  '@borewit',
  '@tokenizer',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'sm-crypto-v2',
  '@noble',
  'preact-render-to-string',
  '@tus',
  'srvx',
];

const base = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/libs/testing/jest/ended-environment.cjs',
  transform: { '^.+\\.tsx?$': ['@swc/jest', swcTs], '/node_modules/.+\\.m?js$': ['@swc/jest', swcJs] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};
const withDatabase = {
  ...base,
  testEnvironment: '<rootDir>/libs/testing/jest/kept-environment.cjs',
  runtime: `${__dirname}/libs/testing/jest/kept-modules-runtime.cjs`,
  globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
};

module.exports = {
  // Ends what hangs. Whole stories over HTTP took more than a minute on a slow machine with two cores and three workers.
  testTimeout: 180_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,scripts}/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: ['\\.int\\.spec\\.ts$', '/node_modules/'],
    },
    { ...withDatabase, displayName: 'int', testMatch: ['<rootDir>/{libs,apps}/**/*.int.spec.ts'] },
    {
      ...withDatabase,
      displayName: 'journey',
      testMatch: ['<rootDir>/test/{journeys,faults,drift}/**/*.spec.ts'],
    },
    { ...withDatabase, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
