import * as reference from '../src/reference';
import { RATED_ACTS, type RatedAct } from '../src/service-ratings';
import { postInWords, postsOf } from '../src/staff';
import { loadReference as load } from './reference-file';

const changeRules = reference.parseChangeRules(load('change-rules.json'));
const materials = reference.parseMaterials(load('materials.json'));
const staffRequirements = reference.parseStaffRequirements(load('staff-requirements.json'));
const terms = reference.parseTerms(load('terms.json'));
const serviceItems = reference.parseServiceItems(load('service-items.json'));

describe('what staff has to show', () => {
  it('asks everybody in childcare for a health certificate and a background check, by law', () => {
    const everybody = staffRequirements.items.filter(({ posts }) => posts.length === 0);
    const asked = everybody.map(({ siteType, credential }) => `${siteType ?? 'CHILDCARE'} ${credential}`);
    expect(asked).toEqual(['CHILDCARE HEALTH', 'CHILDCARE BACKGROUND', 'HOME BACKGROUND']);
    for (const { basis } of everybody) expect(basis.article).toMatch(/^第.+条$/);
  });

  it('asks each post of its own kind only', () => {
    for (const { kind, siteType, posts } of staffRequirements.items)
      expect(postsOf({ kind, siteType })).toEqual(expect.arrayContaining([...posts]));
  });

  it('asks carers of a 家庭托育点 for experience or a background and for training, for no certificate', () => {
    const home = staffRequirements.items.filter(({ siteType }) => siteType === 'HOME');
    const ofCarers = home.filter(({ posts }) => posts.length === 0 || posts.includes('CHILD_CARER'));
    expect(ofCarers.map(({ credential }) => credential).sort()).toEqual([
      'BACKGROUND',
      'EXPERIENCE',
      'HEALTH',
      'TRAINING',
    ]);
    expect(home.map(({ credential }) => credential)).not.toContain('PROFESSIONAL');
    const either = home.find(({ credential }) => credential === 'EXPERIENCE');
    expect(either?.alternatives).toEqual(['婴幼儿照护经验', '相关专业背景']);
    const training = home.find(({ credential }) => credential === 'TRAINING');
    for (const subject of ['婴幼儿保育', '心理健康', '食品安全', '急救', '消防'])
      expect(training?.label).toContain(subject);
    for (const { code, basis } of home.filter((item) => item.credential !== 'BACKGROUND'))
      expect(`${code} ${basis.law}${basis.article}`).toMatch(/国卫人口发〔2023〕28号）照护人员条件的规定$/);
  });

  it('calls the posts of a 家庭托育点 as its rule does, and gives it no others', () => {
    const posts = postsOf({ kind: 'CHILDCARE', siteType: 'HOME' });
    expect(posts.map((post) => postInWords(post, 'HOME'))).toEqual(['举办者', '照护人员', '其他人员']);
    expect(postInWords('CHILD_CARER', null)).toBe('保育人员');
  });
});

describe('rules of change filings', () => {
  it('leave to a change what makes neither another institution nor another site, and say what to do instead', () => {
    const fixed = (kind: string) =>
      changeRules.items
        .filter((rule) => rule.kind === null || rule.kind === kind)
        .map(({ pointer }) => pointer.replace('/institution/', ''));
    expect(fixed('ELDERLY_CARE')).toEqual(['uscc', 'district']);
    expect(fixed('CHILDCARE')).toEqual(['uscc', 'district', 'address', 'township', 'siteType']);
    for (const { instead } of changeRules.items) expect(instead).toMatch(/首次备案/);
  });

  it('ask every kind of site for the change in writing', () => {
    const asked = materials.items.filter(
      (item) =>
        item.filingType === 'CHANGE' &&
        item.required &&
        item.onlyAssisted !== true &&
        item.regime !== 'LICENCE',
    );
    expect(asked.map(({ kind, siteType, code }) => [kind, siteType, code])).toEqual([
      ['ELDERLY_CARE', null, 'CHANGE_APPLICATION'],
      ['CHILDCARE', null, 'CHANGE_FORM'],
      ['CHILDCARE', 'HOME', 'CHANGE_FORM'],
    ]);
  });
});

describe('materials', () => {
  const required = (kind: string, siteType: string | null) =>
    materials.items
      .filter(
        (item) =>
          item.kind === kind &&
          item.filingType === 'INITIAL' &&
          item.siteType === siteType &&
          item.required &&
          item.regime !== 'LICENCE' &&
          item.onlyAssisted !== true &&
          item.onlyClaim === undefined,
      )
      .map((item) => item.name);

  it('ask every filing that is entered at the window for the signed statement of the applicant', () => {
    const kinds = (items: typeof materials.items) =>
      new Set(items.map(({ kind, siteType, filingType }) => `${kind} ${siteType ?? ''} ${filingType}`));
    const statements = materials.items.filter(({ onlyAssisted }) => onlyAssisted === true);
    expect(statements.every(({ code, required }) => code === 'ASSISTANCE_STATEMENT' && required)).toBe(true);
    expect(kinds(statements)).toEqual(kinds(materials.items));
  });

  it('asks a 养老机构 for three documents, not more', () => {
    expect(required('ELDERLY_CARE', null)).toEqual(['备案申请书', '养老机构登记证书', '承诺书']);
  });

  it('asks a 托育机构 for (一) to (五) besides 备案书 and 承诺书, and for the food licence when it gives meals', () => {
    expect(required('CHILDCARE', null)).toHaveLength(7);
    const food = materials.items.find((item) => item.code === 'FOOD_LICENCE');
    expect(food).toMatchObject({ required: false, condition: '提供餐饮服务的' });
  });

  it('say of each that has to be handed in, whatever the kind, what must be seen on it and why it is returned', () => {
    const wanted = materials.items.filter(({ required: must }) => must);
    const silent = wanted.filter(
      ({ note }) => !/(写明|能看清|承诺|上传|证明|出具).*。常见退回原因：.+。$/.test(note),
    );
    expect(silent.map(({ kind, siteType, code }) => [kind, siteType, code])).toEqual([]);
    expect(new Set(wanted.map(({ kind, siteType }) => `${kind} ${siteType}`))).toEqual(
      new Set(['ELDERLY_CARE null', 'CHILDCARE null', 'CHILDCARE HOME']),
    );
  });
});

describe('reasons of ratings', () => {
  it('are there for content and for discontent, with words that differ', () => {
    const { items: reasons } = reference.parseRatingReasons(load('rating-reasons.json'));
    expect(new Set(reasons.map(({ label }) => label)).size).toBe(reasons.length);
    expect(new Set(reasons.map(({ side }) => side))).toEqual(new Set(['GOOD', 'BAD']));
  });

  it('fit the step: some of either side for each, and none that is of another', () => {
    const { items } = reference.parseRatingReasons(load('rating-reasons.json'));
    const of = (act: RatedAct) => reference.reasonsFor(act, items).map(({ code }) => code);
    for (const act of RATED_ACTS) {
      const sides = new Set(reference.reasonsFor(act, items).map(({ side }) => side));
      expect([act, sides]).toEqual([act, new Set(['GOOD', 'BAD'])]);
      // What can be said of any step, and a way out of the list.
      expect([act, of(act)]).toEqual([
        act,
        expect.arrayContaining(['LATE', 'UNFRIENDLY', 'CHARGED', 'OTHER']),
      ]);
    }
    expect(of('return')).toContain('UNCLEAR_ADVICE');
    expect(of('accept')).not.toContain('UNCLEAR_ADVICE');
    expect(RATED_ACTS.filter((act) => of(act).includes('NO_CREDENTIALS'))).toEqual(['visit', 'revisit']);
  });

  it('are refused that name no step, or one that there is not', () => {
    const file = load('rating-reasons.json') as { items: object[] };
    const named = (acts: string[]) => ({ ...file, items: [{ ...file.items[0], acts }] });
    expect(() => reference.parseRatingReasons(named([]))).toThrow('应至少有一个环节');
    expect(() => reference.parseRatingReasons(named(['nonsense']))).toThrow('nonsense');
  });
});

describe('service items', () => {
  it('are every kind of site and every type of filing, once', () => {
    expect(serviceItems.items).toHaveLength(3 * 5);
  });

  it('cite only terms that there are', () => {
    const known = new Set(terms.items.map(({ code }) => code));
    for (const item of serviceItems.items) expect(item.terms.filter((code) => !known.has(code))).toEqual([]);
  });

  it('stand in an address in small letters', () => {
    expect(reference.serviceItemSlug({ code: 'HOME_CHILDCARE_INITIAL' })).toBe('home-childcare-initial');
  });
});
