import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

/** Calls a function of a script in a Node of its own: the scripts are ES modules and run before anything is installed. */
function call(script: string, name: string, ...args: unknown[]): unknown {
  const url = pathToFileURL(join(__dirname, '..', script)).href;
  const code = `import { ${name} as f } from '${url}'; console.log(JSON.stringify({ value: f(...${JSON.stringify(args)}) }));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code, 'unused'], {
    encoding: 'utf8',
  });
  return (JSON.parse(output) as { value: unknown }).value;
}

const suite = (name: string, status: string, ...tests: Array<[string, string]>) => ({
  name: `/root/${name}`,
  status,
  assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
});

/** The numbers of a run of one tier. */
function numbersOf(results: unknown, code: unknown): unknown {
  const [tier] = call('support/tiers.mjs', 'tiersOfJest', ['int'], results, code, '/root') as Array<{
    passed: number;
    failed: string[];
  }>;
  return { passed: tier?.passed, failed: tier?.failed };
}

describe('the numbers of npm test', () => {
  it('count what passed and name what failed', () => {
    const results = { testResults: [suite('a.spec.ts', 'failed', ['x', 'passed'], ['y', 'failed'])] };
    expect(numbersOf(results, 1)).toEqual({
      passed: 1,
      failed: ['a.spec.ts › y'],
    });
  });

  it('count a suite that could not run, and a skipped test, as failures', () => {
    const results = {
      testResults: [suite('a.spec.ts', 'failed'), suite('b.spec.ts', 'passed', ['x', 'pending'])],
    };
    expect(numbersOf(results, 1)).toEqual({
      passed: 0,
      failed: ['a.spec.ts (did not run)', 'b.spec.ts › x (pending)'],
    });
  });

  it('count a tier without tests, without results or with a bad end as one failure', () => {
    const nothing = { testResults: [] };
    const good = { testResults: [suite('a.spec.ts', 'passed', ['x', 'passed'])] };
    expect(numbersOf(nothing, 0)).toEqual({
      passed: 0,
      failed: ['no test was found'],
    });
    expect(numbersOf(null, 'SIGKILL')).toEqual({
      passed: 0,
      failed: ['no results (jest ended with SIGKILL)'],
    });
    expect(numbersOf(good, 1)).toEqual({
      passed: 1,
      failed: ['jest ended with 1'],
    });
  });

  it('tell the tiers of one run apart, and say once how it ended', () => {
    const of = (tier: string, file: string, status: string) => ({
      ...suite(file, status, [file, status]),
      tier,
      seconds: 2,
    });
    const run = (code: unknown, ...testResults: unknown[]) =>
      call('support/tiers.mjs', 'tiersOfJest', ['int', 'browser'], { testResults }, code, '/root');
    const int = of('int', 'a.spec.ts', 'passed');
    const good = { passed: 1, failed: [], seconds: 2 };
    expect(run(1, int, of('browser', 'b.spec.ts', 'failed'))).toEqual([
      { name: 'int', ...good },
      { name: 'browser', passed: 0, failed: ['b.spec.ts › b.spec.ts'], seconds: 2 },
    ]);
    expect(run(1, int, of('browser', 'b.spec.ts', 'passed'))).toEqual([
      { name: 'int', ...good, failed: ['jest ended with 1'] },
      { name: 'browser', ...good },
    ]);
    expect(
      run(1, int, { ...suite('c.spec.ts', 'failed'), seconds: 0 }, of('browser', 'b.spec.ts', 'passed')),
    ).toEqual([
      { name: 'int', ...good, failed: ['c.spec.ts (did not run)'] },
      { name: 'browser', ...good },
    ]);
    expect(run(0, int)).toEqual([
      { name: 'int', ...good },
      { name: 'browser', passed: 0, failed: ['no test was found'], seconds: 0 },
    ]);
  });

  it('end with the sum alone on the last line', () => {
    const tiers = [
      { name: 'unit', passed: 41, failed: [], seconds: 1 },
      { name: 'int', passed: 1, failed: ['a › b'], seconds: 2 },
    ];
    expect(
      String(call('support/tiers.mjs', 'summarize', tiers))
        .split('\n')
        .at(-1),
    ).toBe('42 passed, 1 failed');
  });
});

describe('the lock file', () => {
  it('gets an entry for every binary that npm left out, with the platform its name tells', () => {
    const packages = {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: {
          '@tool/linux-x64-musl': '1.2.3',
          '@tool/darwin-arm64': '1.2.3',
          '@tool/here': '1.2.3',
        },
      },
      'node_modules/tool/node_modules/@tool/here': {},
    };
    expect(call('complete-lock.mjs', 'missingEntries', packages)).toEqual({
      'node_modules/@tool/linux-x64-musl': {
        version: '1.2.3',
        cpu: ['x64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
      'node_modules/@tool/darwin-arm64': {
        version: '1.2.3',
        cpu: ['arm64'],
        dev: true,
        optional: true,
        os: ['darwin'],
      },
    });
  });
});

describe('docker-compose.yml', () => {
  const parsed = () =>
    parse(readFileSync(join(__dirname, '../../docker-compose.yml'), 'utf8'), { merge: true }) as {
      services: Record<string, { environment: Record<string, string> }>;
      networks: Record<string, unknown>;
    };
  const faults = (compose: object) => call('support/compose.mjs', 'faultsOfCompose', compose) as string[];

  it('keeps what it must', () => {
    expect(faults(parsed())).toEqual([]);
  });

  it('has every visitor counted by the own address: nginx is believed by who stands behind it', () => {
    const silent = parsed();
    delete silent.services['api']?.environment['TRUST_PROXY'];
    expect(faults(silent)).toEqual([
      'api: TRUST_PROXY does not hold 172.31.213.0/24',
      'api: TRUST_PROXY does not hold 172.31.214.0/24',
    ]);
    const unnamed = parsed();
    unnamed.networks['inside'] = { internal: true };
    expect(faults(unnamed)).toEqual(['network inside: no subnet, so TRUST_PROXY cannot name it']);
  });
});

describe('a command that is a script by itself', () => {
  const { scripts } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const own = Object.entries(scripts).flatMap(([name, line]) => {
    const file = /node (scripts\/(?!run\.mjs)\S+\.mjs)(.*)$/.exec(line);
    return file?.[1] === undefined ? [] : [[name, file[1], (file[2] ?? '').trim()] as const];
  });

  it.each(own)('says what %s is for where help is asked for, and begins nothing', (name, file, given) => {
    const args = [join(__dirname, '../..', file), ...given.split(' ').filter(Boolean), '--help'];
    const said = execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000 });
    expect(said).toMatch(new RegExp(`^\\S.*\\n用法：npm (run )?${name}\\b.*\\n$`));
  });
});
