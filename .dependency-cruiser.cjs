/**
 * Which way dependencies point. Each rule says why; scripts/test/dependency-rules.spec.ts proves that each one fires.
 * kernel ← contracts ← platform ← { access, audit } ← institutions ← every other domain module ← apps
 */
const HUBS = 'kernel|contracts|platform|access|audit|institutions';
const FOUNDATION = 'kernel|contracts|platform|access|audit|institutions|draw|testing|api-client';
/** Parts of the platform that need no framework: tests, worker threads and scripts take them without the rest. */
const STANDALONE_PARTS = '^libs/platform/src/(embedded-postgres/index|crypto/sm3)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other cannot be understood, tested or moved one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere fails at run time, perhaps only on the path nobody tried.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kernel-stands-alone',
      comment:
        'The kernel is what everything else is explained with; it knows nothing above it and no framework.',
      severity: 'error',
      from: { path: '^libs/kernel/src' },
      to: { path: '^libs/(?!kernel/)|^apps/|(^|/)node_modules/', pathNot: '^libs/kernel/' },
    },
    {
      name: 'draw-stands-on-kernel',
      comment:
        'Anybody must be able to read and run the draw by itself, in a browser too; only its hash function is a package.',
      severity: 'error',
      from: { path: '^libs/draw/src' },
      to: { path: '^libs/(?!draw/|kernel/)|^apps/' },
    },
    {
      name: 'contracts-stand-on-kernel',
      comment: 'The web reads the contracts: whatever they import would end up in the browser.',
      severity: 'error',
      from: { path: '^libs/contracts/src' },
      to: { path: '^libs/(?!contracts/|kernel/)|^apps/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'Adapters serve every module; one that knows a module can serve only that one.',
      severity: 'error',
      from: { path: '^libs/platform/src' },
      to: { path: '^libs/(?!platform/|contracts/|kernel/)|^apps/' },
    },
    {
      name: 'access-and-audit-below-the-hub',
      comment: 'Who may do what, and what was done, is decided below the modules that ask for it.',
      severity: 'error',
      from: { path: '^libs/(access|audit)/src' },
      to: { path: '^libs/(?!access/|audit/|platform/|contracts/|kernel/)|^apps/' },
    },
    {
      name: 'institutions-is-the-hub',
      comment:
        'Every domain module may use the registry of institutions, so the registry may use none of them.',
      severity: 'error',
      from: { path: '^libs/institutions/src' },
      to: { path: `^libs/(?!${HUBS}|testing)|^apps/` },
    },
    {
      name: 'star-not-web',
      comment:
        'Domain modules speak by events and published views; an import would tie their releases and tests together.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src', pathNot: `^libs/(${FOUNDATION})/` },
      to: { path: '^libs/([^/]+)/', pathNot: [`^libs/(${FOUNDATION})/`, '^libs/$1/'] },
    },
    {
      name: 'libs-know-no-app',
      comment:
        'Applications wire modules together; a module that knows its application cannot run in another.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'modules-through-their-index',
      comment: 'What index.ts does not export may change without asking anybody.',
      severity: 'error',
      from: { path: '^(?:libs|apps)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/(?!index\\.ts$)',
        pathNot: ['^libs/$1/', STANDALONE_PARTS],
      },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The rules of the law are tested exhaustively in milliseconds because they need no framework, no I/O and no database.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/' },
      to: {
        path: '/src/(use-cases|store|http|jobs)/|(^|/)node_modules/(@nestjs|typeorm|pg|bullmq|fastify|ioredis)/',
      },
    },
    {
      name: 'domain-does-no-io',
      comment: 'A rule that reads a file or the clock gives another answer another day.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'typeorm-in-stores-only',
      comment: 'One place maps rows; everything else can be read without knowing the mapper.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^libs/platform/|^libs/testing/|/src/store/|\\.spec\\.ts$' },
      to: { path: '(^|/)node_modules/typeorm/' },
    },
    {
      name: 'no-io-in-use-cases',
      comment:
        'A use case is one transaction: a request or a mail inside it would hold locks and could not be rolled back.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/use-cases/' },
      to: {
        path: '^(node:)?(fs|http|https|net|tls|dgram|child_process)(/|$)|(^|/)node_modules/(pg|bullmq|ioredis|fastify)/',
      },
    },
    {
      name: 'web-sees-contracts-only',
      comment:
        'The console has no rule of its own; code of the server in the browser would bring rules and secrets there.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/(?!contracts/|api-client/|kernel/|draw/)|^apps/(?!web/)' },
    },
    {
      name: 'tests-stay-in-tests',
      comment: 'Builders and fixed clocks have no place in what is deployed.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: '^libs/testing/' },
      to: { path: '^libs/testing/|/test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
