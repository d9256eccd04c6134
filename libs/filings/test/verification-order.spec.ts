import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseForms, parseSiteItems, parseTerms, type SiteItemRow } from '@zhaoguan/contracts';
import { addDays, DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  orderOf,
  planFaults,
  VISIT_TERMS,
  whyGranted,
  withinDecision,
} from '../src/domain/verification-order';
import { filingProcess } from '../src/domain/filing.process';
import { verificationProcess } from '../src/domain/verification.process';

const TODAY = plainDate('2026-11-20');
const seed = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../../../seeds/reference', name), 'utf8'));

describe('ordering a visit to the spot', () => {
  const filing = fc.record({
    kind: fc.constantFrom('CHILDCARE' as const, 'ELDERLY_CARE' as const),
    regime: fc.constantFrom('FILING' as const, 'LICENCE' as const),
    type: fc.constantFrom('INITIAL', 'CHANGE', 'SUSPENSION', 'RESUMPTION', 'CLOSURE' as const),
    status: fc.constantFrom(...filingProcess.states),
    admitBy: fc.constantFrom(null, addDays(TODAY, -1), TODAY),
    admittedOn: fc.constantFrom(null, TODAY),
  });

  it('is for 托育 alone, for what can be seen there, and for a case that lies with the authority or was accepted', () => {
    fc.assert(
      fc.property(filing, (one) => {
        const origin = orderOf(one, TODAY);
        const substance = one.type === 'INITIAL' || one.type === 'CHANGE';
        const waits = one.status === 'SUBMITTED' && one.admitBy === TODAY && one.admittedOn === null;
        const open = one.status === 'SUBMITTED' || one.status === 'ACCEPTED';
        if (one.kind !== 'CHILDCARE' || !substance || waits || !open) expect(origin).toBeNull();
        else
          expect(origin).toBe(one.regime === 'LICENCE' && one.status === 'SUBMITTED' ? 'REVIEW' : 'ORDERED');
      }),
    );
  });

  it('bars a licence exactly while its review is not recorded, and asks why where it found otherwise or has not seen what is granted', () => {
    const origins = fc.constantFrom('ACCEPTANCE' as const, 'REVIEW' as const, 'ORDERED' as const);
    const statuses = fc.constantFrom(...verificationProcess.states);
    fc.assert(
      fc.property(
        origins,
        statuses,
        fc.subarray([{ label: '托位数' }, { label: '详细地址' }]),
        fc.constantFrom(undefined, ' ', '已当场改正'),
        (origin, status, unseen, reason) => {
          const grant = () => whyGranted({ origin, status }, unseen, reason);
          const asks = status === 'MISMATCH_FOUND' || (status === 'VERIFIED' && unseen.length > 0);
          if (origin !== 'REVIEW' || status === 'CANCELLED' || (status === 'VERIFIED' && !asks))
            expect(grant()).toBeUndefined();
          else if (asks && reason?.trim()) {
            expect(grant()).toContain(reason);
            expect(grant()).toContain(unseen.map(({ label }) => label).join('、'));
          } else expect(grant).toThrow(DomainError);
        },
      ),
    );
    expect(whyGranted(null, [], undefined)).toBeUndefined();
  });

  it('is planned for a day from today to its last, which is never after the decision', () => {
    const days = fc.integer({ min: -30, max: 60 });
    fc.assert(
      fc.property(days, fc.nat(40), fc.option(days), (planned, term, decide) => {
        const decideBy = decide === null ? null : addDays(TODAY, decide);
        const last = withinDecision(addDays(TODAY, term), decideBy, TODAY);
        expect(last >= TODAY).toBe(true);
        if (decideBy !== null && decideBy >= TODAY) expect(last <= decideBy).toBe(true);
        const day = addDays(TODAY, planned);
        expect(planFaults(day, TODAY, last)).toHaveLength(TODAY <= day && day <= last ? 0 : 1);
      }),
    );
    expect(planFaults(null, TODAY, TODAY)).toEqual([]);
  });

  it('has a term of each origin in the reference data', () => {
    const codes = parseTerms(seed('terms.json')).items.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(Object.values(VISIT_TERMS)));
  });
});

describe('the items that are looked at', () => {
  const { items } = parseSiteItems(seed('site-items.json'));
  const known = (kind: SiteItemRow['kind']): Set<string> =>
    new Set(
      parseForms(seed('forms.json'))
        .items.filter((form) => form.kind === kind && form.filingType === 'INITIAL')
        .flatMap(({ steps }) => steps.flatMap(({ fields }) => fields.map(({ pointer }) => pointer))),
    );

  it('are answers that a form of the kind asks for, or say what should be', () => {
    for (const { kind, pointer, requires } of items) {
      if (pointer === null) expect(requires).toBeTruthy();
      else expect(known(kind)).toContain(pointer);
    }
  });

  it('cover what a site stands on: of 养老 fire, food, doctors and people, of 托育 also classes, floors, cameras and hygiene', () => {
    const codes = (kind: string, siteType: string | null) =>
      items.filter((item) => item.kind === kind && item.siteType === siteType).map(({ code }) => code);
    expect(codes('ELDERLY_CARE', null)).toEqual(
      expect.arrayContaining(['FIRE_PROOF', 'FOOD_LICENCE', 'MEDICAL_SERVICE', 'STAFF', 'CAPACITY']),
    );
    expect(codes('CHILDCARE', 'CENTRE')).toEqual(
      expect.arrayContaining([
        'OUTDOOR_AREA',
        'FLOORS',
        'CLASSES',
        'STAFF',
        'FIRE_SAFETY',
        'CCTV',
        'HEALTH_CARE',
        'PROTECTION',
      ]),
    );
    expect(codes('CHILDCARE', 'HOME')).toEqual(
      expect.arrayContaining(['CAPACITY', 'STAFF', 'HOME_SAFETY', 'HOME_HEALTH']),
    );
    expect(codes('CHILDCARE', 'HOME')).not.toContain('CLASSES');
  });
});
