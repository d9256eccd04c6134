import type { FormCondition } from '@zhaoguan/contracts';
import { CONTEXT, formOf } from './forms.builder';
import { citedMessage, validateForm } from '../src';

const HOMES = '家庭托育点管理办法';
/** Written for 托育机构; a 家庭托育点 has a measure of its own. */
const OF_INSTITUTIONS = /托育机构设置标准|托育机构管理规范|托育机构登记和备案办法/;
const FORM = formOf('CHILDCARE_INITIAL');

/** Whether a condition never holds for a 家庭托育点. */
function leavesOutHomes(condition: FormCondition | undefined): boolean {
  if (condition === undefined) return false;
  if ('all' in condition) return condition.all.some(leavesOutHomes);
  if (!('not' in condition) || !('field' in condition.not)) return false;
  return condition.not.field === '/institution/siteType' && condition.not.is.includes('HOME');
}

describe('what is said of a 家庭托育点', () => {
  it('never cites a standard of 托育机构', () => {
    const hidden = new Set(
      FORM.steps
        .flatMap(({ fields }) => fields)
        .filter(({ shownWhen }) => leavesOutHomes(shownWhen))
        .map(({ pointer }) => pointer),
    );
    const said = FORM.rules.filter(
      ({ when, fields }) => !leavesOutHomes(when) && !fields.some((field) => hidden.has(field)),
    );
    expect(said.length).toBeGreaterThan(20);
    // 护理型床位 are no field of the form: only a program can send them.
    const wrong = said.filter(
      ({ code, basis }) => code !== 'NOT_APPLICABLE' && OF_INSTITUTIONS.test(basis?.law ?? ''),
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  it('is the same rule under its own law: lease and recordings', () => {
    const faultsOf = (siteType: string | null) =>
      validateForm(
        FORM,
        {
          institution: {
            siteType,
            premisesTenure: 'LEASED',
            leaseStartsOn: '2026-01-01',
            leaseEndsOn: '2027-01-01',
            particulars: { cctvDays: 30 },
          },
        },
        CONTEXT,
      )
        .filter(({ code }) => code === 'LEASE_TOO_SHORT' || code === 'CCTV_TOO_SHORT')
        .map(citedMessage);
    const [home, other] = [faultsOf('HOME'), faultsOf(null)];
    expect(home).toHaveLength(2);
    expect(other).toHaveLength(2);
    for (const message of home) expect(message).toContain(HOMES);
    for (const message of other) expect(message).toMatch(OF_INSTITUTIONS);
  });
});
