import { formOfProlonging, KINDS, type Kind } from '@zhaoguan/contracts';
import { addDays, addMonths, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { fieldsOf, missingFields, prolongedFrom, validateForm } from '../src';
import { CONTEXT } from './forms.builder';
import { NOTICE, noticeFormOf, TERMS } from './notice.builder';

const TODAY = plainDate(CONTEXT.today);
const SINCE = addDays(TODAY, -60);

const faultsOf = (kind: Kind, until: string | null, notice: object) =>
  validateForm(
    formOfProlonging(noticeFormOf(kind, 'SUSPENSION')),
    { institution: { notice: { ...NOTICE, startsOn: TODAY, notifiedOn: TODAY, ...notice } } },
    { ...CONTEXT, terms: TERMS, prolongs: { since: SINCE, until } },
  );
const codesOf = (...args: Parameters<typeof faultsOf>) =>
  faultsOf(...args).map(({ severity, pointer, code }) => `${severity} ${pointer.split('/').at(-1)} ${code}`);

describe('the prolonging of a suspension', () => {
  it('ends later than what it prolongs, to the day, and otherwise says where to go', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.integer({ min: 0, max: 90 }),
        fc.nat({ max: 180 }),
        (kind, until, ends) => {
          const found = codesOf(kind, addDays(TODAY, until), { endsOn: addDays(TODAY, ends) });
          expect(found.includes('ERROR endsOn NOT_PROLONGED')).toBe(ends <= until);
        },
      ),
    );
    const startsOn = addDays(TODAY, 1);
    const [fault] = faultsOf('ELDERLY_CARE', TODAY, { startsOn, endsOn: TODAY }).filter(
      ({ code }) => code === 'NOT_PROLONGED',
    );
    expect(fault?.message).toContain('应当晚于原预计恢复服务日（2026年');
    expect(fault?.message).toContain('提前恢复的，请办理恢复服务');
    expect(fault?.basis?.law).toContain('养老机构管理办法');
  });

  it('is judged by its end alone where no day was told before', () => {
    expect(codesOf('ELDERLY_CARE', null, { endsOn: addDays(TODAY, 30) })).toEqual([]);
  });

  it('runs from the day after the one that was expected, or from today, and is looked at twice where a day is left between', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90, max: 90 }), fc.nat({ max: 90 }), (until, from) => {
        const prolonged = { since: SINCE, until: addDays(TODAY, until) };
        const sensible = prolongedFrom(prolonged, TODAY);
        expect(sensible).toBe(until >= 0 ? addDays(TODAY, until + 1) : TODAY);
        const found = codesOf('CHILDCARE', prolonged.until, {
          startsOn: addDays(TODAY, from),
          endsOn: addDays(TODAY, 200),
        });
        expect(found.includes('WARNING startsOn PROLONGED_AFTER_GAP')).toBe(addDays(TODAY, from) > sensible);
        expect(found.includes('WARNING startsOn PROLONGED_BEFORE_END')).toBe(addDays(TODAY, from) < sensible);
      }),
    );
    expect(codesOf('ELDERLY_CARE', TODAY, { startsOn: addDays(TODAY, -1), notifiedOn: SINCE })).toEqual([
      'ERROR startsOn STARTS_IN_THE_PAST',
    ]);
  });

  it.each(KINDS)('of a %s is not asked for the days that a stop is told beforehand', (kind) => {
    const later = { endsOn: addDays(TODAY, 30), refundFen: 100, refundBy: addDays(TODAY, 10) };
    expect(codesOf(kind, addDays(TODAY, -1), later)).toEqual([]);
  });

  it('is counted from the day of the stop where it lasts too long', () => {
    const last = addMonths(SINCE, 36);
    const startsOn = addDays(TODAY, 1);
    expect(codesOf('ELDERLY_CARE', TODAY, { startsOn, endsOn: last })).toEqual([]);
    expect(codesOf('ELDERLY_CARE', TODAY, { startsOn, endsOn: addDays(last, 1) })).toEqual([
      'WARNING endsOn SUSPENSION_TOO_LONG',
    ]);
  });

  it.each(KINDS)('of a %s asks what a suspension asks, in its own words', (kind) => {
    const form = noticeFormOf(kind, 'SUSPENSION');
    const prolonging = formOfProlonging(form);
    expect(prolonging.title).toContain('延长暂停服务备案书');
    expect(fieldsOf(prolonging).map(({ pointer }) => pointer)).toEqual(
      fieldsOf(form).map(({ pointer }) => pointer),
    );
    expect(
      missingFields(prolonging, {})
        .map(({ label }) => label)
        .slice(0, 3),
    ).toEqual(['延长暂停起始日', '延长后的预计恢复服务日', '延长暂停的原因']);
    expect(prolonging.rules.find(({ code }) => code === 'STARTS_IN_THE_PAST')?.message).toContain(
      '延长暂停起始日',
    );
  });
});
