import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');

/** For each rule a file that breaks it, and what it imports. */
const BREACHES: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  'no-cycles': ['libs/filings/src/domain/a.ts', './b'],
  'no-unresolvable': ['libs/filings/src/http/lost.ts', './nowhere'],
  'kernel-stands-alone': ['libs/kernel/src/clock.ts', 'typeorm'],
  'draw-stands-on-kernel': ['libs/draw/src/draw.ts', '../../contracts/src/index'],
  'contracts-stand-on-kernel': ['libs/contracts/src/events.ts', '../../platform/src/index'],
  'platform-knows-no-domain': ['libs/platform/src/outbox.ts', '../../filings/src/index'],
  'access-and-audit-below-the-hub': ['libs/audit/src/log.ts', '../../institutions/src/index'],
  'institutions-is-the-hub': ['libs/institutions/src/registry.ts', '../../filings/src/index'],
  'star-not-web': ['libs/credit/src/use-cases/score.ts', '../../../filings/src/index'],
  'libs-know-no-app': ['libs/filings/src/http/app.ts', '../../../../apps/api/src/main'],
  'modules-through-their-index': ['apps/api/src/shortcut.ts', '../../../libs/filings/src/domain/pure'],
  'domain-is-pure': ['libs/filings/src/domain/entity.ts', 'typeorm'],
  'domain-does-no-io': ['libs/filings/src/domain/file.ts', 'node:fs'],
  'typeorm-in-stores-only': ['libs/filings/src/use-cases/sql.ts', 'typeorm'],
  'no-io-in-use-cases': ['libs/filings/src/use-cases/send.ts', 'node:http'],
  'web-sees-contracts-only': ['apps/web/src/page.ts', '../../../libs/platform/src/index'],
  'tests-stay-in-tests': ['libs/filings/src/http/fixture.ts', '../../test/filing.builder'],
};

/** What the module directions allow. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'libs/filings/src/use-cases/submit.ts': [
    '../domain/pure',
    '../../../institutions/src/index',
    '../../../platform/src/index',
  ],
  'libs/filings/src/store/filing.store.ts': ['typeorm', '../domain/pure'],
  'libs/platform/src/good.ts': ['typeorm', 'node:fs', '../../contracts/src/index'],
  'apps/api/src/main.ts': ['../../../libs/filings/src/index'],
  'apps/web/src/good.ts': ['../../../libs/contracts/src/index'],
};

interface Report {
  readonly summary: {
    readonly violations: ReadonlyArray<{ readonly from: string; readonly rule: { readonly name: string } }>;
  };
}

let tree: string;

function put(path: string, imports: readonly string[]): void {
  mkdirSync(join(tree, dirname(path)), { recursive: true });
  writeFileSync(
    join(tree, path),
    [...imports.map((name) => `import '${name}';`), 'export const x = 1;'].join('\n'),
  );
}

/** Its package exports no path to the program, so the folders are walked as Node would. */
function findProgram(at: string): string {
  const program = join(at, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  return existsSync(program) || dirname(at) === at ? program : findProgram(dirname(at));
}

function cruise(): Report {
  const program = findProgram(root);
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

describe('the dependency rules', () => {
  let report: Report;

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'zg-rules-'));
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json'])
      cpSync(join(root, name), join(tree, name));
    for (const name of ['kernel', 'contracts', 'platform', 'institutions', 'filings'])
      put(`libs/${name}/src/index.ts`, []);
    put('libs/filings/src/domain/pure.ts', []);
    put('libs/filings/src/domain/b.ts', ['./a']);
    put('libs/filings/test/filing.builder.ts', []);
    put('node_modules/typeorm/index.js', []);
    writeFileSync(join(tree, 'node_modules/typeorm/package.json'), '{"name":"typeorm","main":"index.js"}');
    for (const [file, imports] of Object.entries(ALLOWED)) put(file, imports);
    for (const [file, imported] of Object.values(BREACHES)) put(file, [imported]);
    report = cruise();
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(Object.entries(BREACHES))('%s fires', (rule, [file]) => {
    const fired = report.summary.violations
      .filter(({ from }) => from === file)
      .map((violation) => violation.rule.name);
    expect(fired).toContain(rule);
  });

  it('each have their breach here', () => {
    const { forbidden } = createRequire(__filename)(join(root, '.dependency-cruiser.cjs')) as {
      forbidden: ReadonlyArray<{ name: string; comment: string }>;
    };
    expect(forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(BREACHES).toSorted());
    for (const { comment } of forbidden) expect(comment.length).toBeGreaterThan(20);
  });

  it.each(Object.keys(ALLOWED))('leave %s alone', (file) => {
    expect(report.summary.violations.filter(({ from }) => from === file)).toEqual([]);
  });
});
