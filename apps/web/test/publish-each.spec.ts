import { Unreachable } from '../src/shared/api/failure';
import { publishEach, type Answer } from '../src/features/inspections/results/publish-each';
import type { Result } from '../src/features/inspections/results/queries';

const results = ['a', 'b', 'c'].map((id) => ({ id }) as Result);

async function run(faults: Readonly<Record<string, Error>>): Promise<[string[], Answer[]]> {
  const acts: string[] = [];
  const answers: Answer[] = [];
  await publishEach(
    results,
    async ({ id }) => {
      acts.push(`begin ${id}`);
      await Promise.resolve();
      acts.push(`end ${id}`);
      const fault = faults[id];
      if (fault) throw fault;
    },
    (answer) => answers.push(answer),
  );
  return [acts, answers];
}

describe('the publication of several results', () => {
  it('goes one after another', async () => {
    const [acts, answers] = await run({});
    expect(acts).toEqual(['begin a', 'end a', 'begin b', 'end b', 'begin c', 'end c']);
    expect(answers.map(({ refusal }) => refusal)).toEqual([null, null, null]);
  });

  it('goes on after a refusal, and tells which was refused', async () => {
    const refusal = new Error('refused');
    const [, answers] = await run({ b: refusal });
    expect(answers.map((answer) => [answer.result.id, answer.refusal])).toEqual([
      ['a', null],
      ['b', refusal],
      ['c', null],
    ]);
  });

  it('leaves the rest alone when no answer comes', async () => {
    const [acts, answers] = await run({ b: new Unreachable() });
    expect(acts.at(-1)).toBe('end b');
    expect(answers).toHaveLength(2);
  });
});
