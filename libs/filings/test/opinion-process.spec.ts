import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { opinionProcess, type OpinionStatus } from '../src/domain/opinion.process';
import { disagreeing } from '../src/domain/disagreement';
import { consultables, requireReasons } from '../src/domain/opinion';

describe('the life of an opinion', () => {
  const pairs = opinionProcess.states.flatMap((state) =>
    opinionProcess.actionNames.map((action) => [state, action] as const),
  );
  const AFTER = { answer: 'ANSWERED', withdraw: 'WITHDRAWN', waive: 'WAIVED' } as const;

  it.each(pairs)('%s, %s', (state, action) => {
    const act = () => opinionProcess.apply(state, action, undefined, { reason: '理由' });
    if (state === 'ASKED') expect(act()).toMatchObject({ to: AFTER[action] });
    else expect(act).toThrow('INVALID_TRANSITION');
  });

  it('ends once, whatever people do, and in words where it is not answered', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...opinionProcess.actionNames), { maxLength: 10 }), (actions) => {
        let state: OpinionStatus = opinionProcess.initial;
        const history = [];
        for (const action of actions) {
          if (!opinionProcess.actions[action].from.some((from) => from === state)) continue;
          const applied = opinionProcess.apply(state, action, undefined, { reason: '理由' });
          history.push(applied);
          state = applied.to;
        }
        expect(history.length).toBe(Math.min(1, actions.length));
        expect(opinionProcess.fold(history)).toBe(state);
      }),
    );
    expect(() => opinionProcess.apply('ASKED', 'waive')).toThrow('REASON_REQUIRED');
    expect(() => opinionProcess.apply('ASKED', 'withdraw')).toThrow('REASON_REQUIRED');
    expect(() => requireReasons('DISAGREE', null)).toThrow('REASON_REQUIRED');
    expect(() => requireReasons('NO_OPINION', null)).not.toThrow();
  });

  it('disagrees by the last answer of each department, and not by what was never answered', () => {
    expect(
      disagreeing([
        { department: 'fire', answer: 'DISAGREE' },
        { department: 'housing', answer: 'DISAGREE' },
        { department: 'market', answer: 'NO_OPINION' },
        { department: 'housing', answer: 'AGREE' },
        { department: 'fire', answer: null },
      ]),
    ).toEqual(['fire']);
  });

  it('is asked of the agencies of the place, by their names, and not of the one that decides', () => {
    const fire = {
      jurisdiction: '610116',
      code: 'fire',
      name: '示例·消防大队',
      leads: [],
      evidence: 'M',
      note: null,
    } as const;
    const civil = { ...fire, code: 'civil-affairs', name: '示例·民政局' } as const;
    expect(consultables('ELDERLY_CARE', '610116', [fire, civil])).toEqual([
      { code: 'fire', name: '示例·消防大队' },
    ]);
    const common = consultables('CHILDCARE', '999999', [fire]).map(({ code }) => code);
    expect(common).toContain('civil-affairs');
    expect(common).not.toContain('health');
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${opinionProcess.toMermaid()}\`\`\``);
    for (const [name, spec] of Object.entries(opinionProcess.actions)) {
      expect(readme).toContain(
        `| \`${name}\` ${spec.label} | ${spec.from.join(', ')} | ${spec.to} | \`${spec.permission}\` |`,
      );
    }
  });
});
