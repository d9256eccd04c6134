import { changedFields } from '@zhaoguan/forms';
import { fillIn, type ApplicationInput } from '../src/domain/application';
import { documentOf } from '../src/domain/application-review';
import { applicationSheet } from '../src/domain/application-sheet';
import { CHILDCARE_FORM, ELDERLY_FORM } from '../../forms/test/forms.builder';
import { CHILDCARE_APPLICATION, ELDERLY_APPLICATION } from './filing.builder';

const CHANGE = ELDERLY_FORM;
const filed = {
  ...(ELDERLY_APPLICATION as ApplicationInput),
  mealsProvided: true,
  particulars: {
    mealsMode: 'SELF_RUN',
    foodLicenceNumber: 'JY36101160000001',
    foodLicenceUntil: '2030-06-30',
  },
} as ApplicationInput;

/** What the printed form of a change says is changed, by label. */
function changesSaid(changes: ApplicationInput): Readonly<Record<string, string>> {
  const [before, after] = [fillIn(filed), fillIn({ ...filed, ...changes })];
  const amendments = changedFields(CHANGE, documentOf(before), documentOf(after));
  const [first] = applicationSheet(CHANGE, { application: after, amendments, open: 0 }, new Map()).steps;
  return Object.fromEntries((first?.lines ?? []).map(({ label, value }) => [label, value]));
}

describe('the printed form of a change', () => {
  it('says of what is no longer asked for that nothing is filed any more', () => {
    expect(changesSaid({ mealsProvided: false })).toMatchObject({
      食品经营许可证编号: '变更前：JY36101160000001\n变更后：未填报',
      食品经营许可证有效期至: '变更前：2030年6月30日\n变更后：未填报',
    });
  });

  it('says in full what is filed instead', () => {
    expect(changesSaid({ capacity: 130 })).toEqual({ 床位数: '变更前：120 张\n变更后：130 张' });
  });
});

describe('the printed form of a 家庭托育点', () => {
  it('is parted into the sections that its form on the page has', () => {
    const application = fillIn({
      ...(CHILDCARE_APPLICATION as ApplicationInput),
      siteType: 'HOME',
      mealsProvided: false,
    });
    const { title, steps } = applicationSheet(
      CHILDCARE_FORM,
      { application, amendments: null, open: 0 },
      new Map(),
    );
    const sections = steps.map((step) => step.title);
    expect(title).toBe('家庭托育点备案书');
    expect(sections).toEqual(expect.arrayContaining(['人员', '食品安全与监控']));
    expect(sections.join()).not.toMatch(/负责人资格|消防/u);
  });
});
