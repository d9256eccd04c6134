import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { answerBy, hindranceToRetract, MOST_REQUESTS } from '../src/domain/retraction';
import { retractionProcess, type RetractionStatus } from '../src/domain/retraction.process';

const TODAY = plainDate('2026-12-10');
const ASKED = { askedBy: 'one', runsUntil: null };
const BY_ANOTHER = { actorId: 'two', today: TODAY, reason: '理由' };
const AFTER = { grant: 'GRANTED', decline: 'DECLINED', takeBack: 'TAKEN_BACK', lapse: 'LAPSED' } as const;

describe('taking back what was accepted and is not in force yet', () => {
  const pairs = retractionProcess.states.flatMap((state) =>
    retractionProcess.actionNames.map((action) => [state, action] as const),
  );

  it.each(pairs)('%s, %s', (state, action) => {
    const act = () => retractionProcess.apply(state, action, ASKED, BY_ANOTHER);
    if (state === 'ASKED') expect(act()).toMatchObject({ to: AFTER[action] });
    else expect(act).toThrow('INVALID_TRANSITION');
  });

  it('is answered once, whatever people do, and never by whoever asked', () => {
    const acts = fc.record({
      action: fc.constantFrom(...retractionProcess.actionNames),
      actorId: fc.constantFrom('one', 'two'),
    });
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 10 }), (tried) => {
        let state: RetractionStatus = retractionProcess.initial;
        let ended = 0;
        for (const { action, actorId } of tried) {
          const rights = new Set(retractionProcess.permissions);
          const allowed = retractionProcess.availableActions(state, rights, ASKED, { actorId, today: TODAY });
          expect(allowed.length > 0).toBe(ended === 0);
          if (actorId === 'one') expect(allowed).toEqual(ended === 0 ? ['takeBack', 'lapse'] : []);
          if (!allowed.includes(action)) continue;
          state = retractionProcess.apply(state, action, ASKED, { actorId, today: TODAY, reason: '理由' }).to;
          ended += 1;
        }
        expect(ended).toBeLessThanOrEqual(1);
      }),
    );
    expect(() =>
      retractionProcess.apply('ASKED', 'decline', ASKED, { actorId: 'two', today: TODAY }),
    ).toThrow('REASON_REQUIRED');
    expect(() => retractionProcess.apply('ASKED', 'grant', ASKED, { actorId: 'one', today: TODAY })).toThrow(
      'RETRACTION_NEEDS_ANOTHER',
    );
  });

  it('is only granted of a suspension whose whole time has passed: nothing else would be left to come into force', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const subject = { ...ASKED, runsUntil: addDays(TODAY, days) };
        const rights = new Set(retractionProcess.permissions);
        const allowed = retractionProcess.availableActions('ASKED', rights, subject, BY_ANOTHER);
        expect(allowed).toEqual(days > 0 ? ['grant', 'decline', 'takeBack', 'lapse'] : ['grant', 'lapse']);
      }),
    );
    const over = { ...ASKED, runsUntil: TODAY };
    for (const action of ['decline', 'takeBack'] as const)
      expect(() => retractionProcess.apply('ASKED', action, over, BY_ANOTHER)).toThrow('SUSPENSION_OVER');
  });

  it('is asked for of a notice that was accepted and waits for its day, and once at a time', () => {
    const closure = { type: 'CLOSURE', status: 'ACCEPTED' } as const;
    const hindrance = (more: object = {}, before: RetractionStatus[] = [], isPending = true) =>
      hindranceToRetract(
        { ...closure, ...more },
        before.map((status) => ({ status })),
        isPending,
      );
    expect(hindrance()).toBeNull();
    expect(hindrance({}, ['DECLINED', 'TAKEN_BACK'])).toBeNull();
    expect(hindrance({}, ['DECLINED', 'ASKED'])).toBe('RETRACTION_ASKED_ALREADY');
    expect(hindrance({}, [], false)).toBe('RETRACTION_TOO_LATE');
    expect(hindrance({}, Array(MOST_REQUESTS - 1).fill('TAKEN_BACK'))).toBeNull();
    expect(hindrance({}, Array(MOST_REQUESTS).fill('TAKEN_BACK'))).toBe('RETRACTION_TOO_OFTEN');
    expect(hindrance({}, ['DECLINED', 'GRANTED'], false)).toBe('RETRACTED_ALREADY');
    expect(hindrance({ status: 'SUBMITTED' })).toBe('NOT_RETRACTABLE');
    expect(hindrance({ type: 'CHANGE' })).toBe('NOT_RETRACTABLE');
  });

  it('is answered in the term of a notice, and by the day from which that would hold', () => {
    const [early, late] = [plainDate('2026-12-04'), plainDate('2026-12-10')];
    expect([answerBy(early, late), answerBy(late, early)]).toEqual([early, early]);
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${retractionProcess.toMermaid()}\`\`\``);
    for (const [name, spec] of Object.entries(retractionProcess.actions)) {
      expect(readme).toContain(
        `| \`${name}\` ${spec.label} | ${spec.from.join(', ')} | ${spec.to} | \`${spec.permission}\` |`,
      );
    }
  });
});
