import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RATED_ACTS, SYSTEM_ONLY, type RatedAct } from '@zhaoguan/contracts';
import { Process } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { RATED_PROCESSES, servedBy, SERVICE_OF_ACTS, type Unrated } from '../src/domain/rated-acts';

const FILINGS = join(__dirname, '..', '..', 'filings', 'src', 'domain');

interface Table {
  readonly name: string;
  readonly actions: Readonly<Record<string, { readonly permission: string; readonly label: string }>>;
}

/** Whatever process the filings have, also one that was made since. */
const tables = async (): Promise<Table[]> => {
  const found: Table[] = [];
  for (const file of readdirSync(FILINGS).filter((name) => name.endsWith('.process.ts'))) {
    const module = (await import(join(FILINGS, file))) as Readonly<Record<string, unknown>>;
    found.push(...Object.values(module).filter((each) => each instanceof Process));
  }
  return found;
};

const SERVICES: Readonly<Record<string, Readonly<Record<string, RatedAct | Unrated>>>> = SERVICE_OF_ACTS;

describe('which acts of the filings are rated', () => {
  it('is said of every act of every process, and of no other', async () => {
    const said = Object.entries(SERVICES).map(([name, acts]) => [name, Object.keys(acts).sort()]);
    const there = (await tables()).map(({ name, actions }) => [name, Object.keys(actions).sort()]);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(there));
  });

  it('leaves out what the system does, and of the applicant’s own acts rates handing in alone', async () => {
    const rated = new Set<string>();
    for (const { name, actions } of await tables())
      for (const [act, { permission }] of Object.entries(actions))
        if (
          (permission === SYSTEM_ONLY || permission === 'filing.file') &&
          typeof SERVICES[name]?.[act] === 'string'
        )
          rated.add(`${name}.${act}`);
    expect([...rated]).toEqual(['filing.submit']);
  });

  it('has a place for each thing that can be rated, in the processes that are asked after', () => {
    const rated = Object.entries(SERVICES).flatMap(([name, acts]) =>
      Object.values(acts).flatMap((act) => (typeof act === 'string' ? [[name, act] as const] : [])),
    );
    expect(new Set(rated.map(([name]) => name))).toEqual(new Set(RATED_PROCESSES));
    // A visit where officials had been before is one of another name.
    expect(new Set([...rated.map(([, act]) => act), 'revisit'])).toEqual(new Set(RATED_ACTS));
  });

  it('is none for an act that no table knows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RATED_PROCESSES),
        fc.string(),
        fc.boolean(),
        (process, action, again) => {
          const isKnown = Object.hasOwn(SERVICES[process]!, action);
          expect(isKnown || servedBy({ process, action, again }) === null).toBe(true);
        },
      ),
    );
  });

  it('stands in the README as it is', async () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    for (const { name, actions } of await tables())
      for (const [act, { label }] of Object.entries(actions)) {
        const service = SERVICES[name]?.[act];
        const said = typeof service === 'string' ? `\`${service}\`` : `no: ${service?.why}`;
        expect(readme).toContain(`| \`${name}\` | \`${act}\` ${label} | ${said} |`);
      }
  });
});
