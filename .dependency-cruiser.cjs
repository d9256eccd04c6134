/**
 * Which way dependencies point: a star, not a web.
 *
 *   kernel ← contracts ← platform ← audit ← access ← {institutions, exchange} ← every other domain module ← apps
 *
 * Beside it stand draw (on the kernel) and forms (on kernel and contracts), which run in the browser too.
 *
 * Each rule says why in its comment and has a fixture of the same name under test/drift/fixtures/dependency-rules that proves it
 * fires: `node scripts/check-dependency-rules.mjs`. Imports of types count, for a type ties two modules together as a value does.
 */

const npm = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);
const core = (...names) => `^(node:)?(${names.join('|')})(/|$)`;
// Besides index.ts, SM3 and SM2 stand open: for the draw's thread and for command lines that verify, which need no framework.
const anyIndex = '^libs/([^/]+/src/index|platform/src/crypto/sm[23])\\.ts$';
/** Libraries that are not a domain module; every other folder of libs/ is one, also one that is added tomorrow. */
const foundation =
  'kernel|contracts|draw|forms|platform|access|audit|institutions|exchange|api-client|testing';
/** Files that exist for tests only. */
const testCode = [
  '^test/',
  '^bench/',
  '^libs/testing/',
  '^(libs|apps)/[^/]+/test/',
  '\\.spec\\.tsx?$',
  '\\.builder\\.ts$',
];

const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    error(
      'no-circular',
      'Files in a cycle can only be understood, tested and loaded together; a type-only cycle is the same knot with a thinner rope.',
      {},
      { circular: true },
    ),
    error(
      'no-unresolvable',
      'An import that cannot be followed is an import that no other rule sees.',
      {},
      { couldNotResolve: true },
    ),
    error(
      'kernel-stands-alone',
      'Everything stands on the kernel, the browser included, so it may pull nothing in; only rng.ts needs Node, for its random bytes.',
      { path: '^libs/kernel/src/', pathNot: '^libs/kernel/src/rng\\.ts$' },
      { pathNot: '^libs/kernel/src/' },
    ),
    error(
      'kernel-rng-needs-crypto-only',
      'rng.ts is the one file of the kernel that touches Node: its door is node:crypto and stays that narrow.',
      { path: '^libs/kernel/src/rng\\.ts$' },
      { pathNot: ['^libs/kernel/src/', core('crypto')] },
    ),
    error(
      'draw-stands-on-kernel-and-its-hash',
      'Anybody must be able to verify a draw without the rest of the system, in Node and in a browser: kernel, SM3 and nothing else.',
      { path: '^libs/draw/src/' },
      { pathNot: ['^libs/draw/src/', '^libs/kernel/src/index\\.ts$', ...npm('sm-crypto-v2')] },
    ),
    error(
      'contracts-stand-on-kernel',
      'The web reads the contracts too: a framework or a Node library behind them would travel into the browser.',
      { path: '^libs/contracts/src/' },
      { pathNot: ['^libs/contracts/src/', '^libs/kernel/src/index\\.ts$'] },
    ),
    error(
      'forms-stand-on-contracts',
      'The console checks forms by the same rules as the server while people type: what a framework or Node brought in would have to run in the browser.',
      { path: '^libs/forms/src/' },
      { pathNot: ['^libs/forms/src/', '^libs/(kernel|contracts)/src/index\\.ts$'] },
    ),
    error(
      'platform-below-every-module',
      'Adapters that know a module could not serve the next one; what they need to know is declared in the contracts.',
      { path: '^libs/platform/src/' },
      { path: '^libs/', pathNot: '^libs/(platform|contracts|kernel)/' },
    ),
    error(
      'audit-below-every-module',
      'What was done is written down by every module, signing in included, so the log may depend on none of them.',
      { path: '^libs/audit/src/' },
      { path: '^libs/', pathNot: '^libs/(audit|platform|contracts|kernel)/' },
    ),
    error(
      'access-below-the-domain',
      'Who may act is asked by every module, so access may depend on none; it writes its sign-ins to the audit log, which does not know it.',
      { path: '^libs/access/src/' },
      { path: '^libs/', pathNot: '^libs/(access|audit|platform|contracts|kernel)/' },
    ),
    error(
      'institutions-is-the-hub',
      'Every domain module may call the registry in its transaction; the registry knows none of them, else the star becomes a web.',
      { path: '^libs/institutions/src/' },
      { path: '^libs/', pathNot: '^libs/(institutions|access|audit|platform|contracts|kernel)/' },
    ),
    error(
      'exchange-is-a-door',
      'Partner platforms come in by it as people do by access: a module that takes cases from them opens it, and it knows none of them.',
      { path: '^libs/exchange/src/' },
      { path: '^libs/', pathNot: '^libs/(exchange|access|audit|platform|contracts|kernel)/' },
    ),
    error(
      'no-module-to-module',
      'Domain modules speak by events declared in the contracts and by views their owner defines; a direct call would make two modules one.',
      { path: `^libs/(?!(?:${foundation})/)([^/]+)/src/` },
      { path: `^libs/(?!(?:${foundation})/)[^/]+/`, pathNot: '^libs/$1/' },
    ),
    error(
      'domain-is-pure',
      'Rules of law must be readable and testable without framework, database or clock: domain/ sees kernel, contracts, forms and itself.',
      { path: '^libs/([^/]+)/src/domain/' },
      { pathNot: ['^libs/$1/src/domain/', '^libs/(kernel|contracts|forms)/src/index\\.ts$'] },
    ),
    error(
      'use-cases-do-no-io',
      'A use case says what happens, in one transaction; files, sockets, queues and SQL live behind store/ and platform, where they can fail safely.',
      { path: '^libs/[^/]+/src/use-cases/' },
      {
        path: [
          core(
            'fs',
            'http',
            'https',
            'http2',
            'net',
            'tls',
            'dgram',
            'dns',
            'child_process',
            'worker_threads',
          ),
          ...npm('pg', 'bullmq', 'ioredis', 'typeorm', 'fastify', '@nestjs/platform-fastify'),
        ],
      },
    ),
    error(
      'typeorm-only-in-store',
      'Outside store/ nobody knows how a row is kept: the mapper can be changed, and no rule hides in a query.',
      {
        path: '^(libs|apps)/',
        pathNot: [
          '^libs/[^/]+/src/store/',
          '^libs/platform/src/',
          '^apps/(cli|standalone)/src/',
          ...testCode,
        ],
      },
      { path: npm('typeorm', '@nestjs/typeorm') },
    ),
    error(
      'modules-only-through-index',
      'What a module does not export from index.ts it may change without asking.',
      { path: '^libs/([^/]+)/src/' },
      { path: '^libs/', pathNot: ['^libs/$1/', anyIndex] },
    ),
    error(
      'module-tests-only-through-index',
      "A module's tests may look into their own module; of others they see the index and the test builders.",
      { path: '^libs/([^/]+)/test/' },
      { path: '^libs/', pathNot: ['^libs/$1/', anyIndex, '^libs/[^/]+/test/[^/]+\\.builder\\.ts$'] },
    ),
    error(
      'apps-only-through-index',
      'Apps bootstrap modules; one that reaches inside would have to change with every file in there. Tests of faults and drift look inside on purpose.',
      { path: '^(apps|migrations|bench|scripts|test)/', pathNot: '^test/(faults|drift)/' },
      { path: '^libs/', pathNot: [anyIndex, '^libs/[^/]+/test/[^/]+\\.builder\\.ts$'] },
    ),
    error(
      'no-library-imports-an-app',
      'Apps wire libraries together; a library that imports one can no longer be used by the others.',
      { path: '^libs/', pathNot: '^libs/testing/' },
      { path: '^apps/' },
    ),
    error(
      'no-test-code-in-production',
      'Builders, fixed clocks and template databases must not be able to run where real cases are decided.',
      { path: '^(libs|apps|migrations)/', pathNot: testCode },
      { path: testCode },
    ),
    error(
      'api-client-only-for-the-web',
      'The client is generated from the server: a server that imports it would depend on its own output.',
      { path: '^(libs|apps|migrations|scripts)/', pathNot: ['^apps/web/', '^libs/api-client/', ...testCode] },
      { path: '^libs/api-client/' },
    ),
    error(
      'web-sees-contracts-and-client-only',
      'The console has no rule of its own: texts come from the catalogues, rules from the forms, data and the actions allowed from the server; dates and codes are read by the kernel, values of a public random number by the draw.',
      { path: '^apps/web/' },
      { path: '^(libs|apps)/', pathNot: ['^apps/web/', '^libs/(kernel|contracts|forms|draw|api-client)/'] },
    ),
  ],
  options: {
    // Fixtures break the rules on purpose; scripts/check-dependency-rules.mjs cruises each from its own root.
    exclude: { path: ['^test/drift/fixtures/', '^dist/', '^coverage/', '^\\.data/'] },
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
