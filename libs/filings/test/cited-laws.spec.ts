import { FILING_TYPES, type FilingType } from '@zhaoguan/contracts';
import { fillIn } from '../src/domain/application';
import { legalBasisOf } from '../src/domain/filing.deadlines';

const ELDERLY_LAW = '《中华人民共和国老年人权益保障法》';
const MEASURE = '《养老机构管理办法》（民政部令第66号）';
const STOPPING = `${MEASURE}暂停、终止服务的规定`;
const CHILDCARE_LAW = '《中华人民共和国人口与计划生育法》第二十八条';
const CHILDCARE_MEASURE = '《托育机构登记和备案办法（试行）》（国卫办人口发〔2019〕25号）';
const NORMS = '《托育机构管理规范（试行）》（国卫人口发〔2019〕58号）第七条';

const citedFor = (kind: 'ELDERLY_CARE' | 'CHILDCARE', type: FilingType, action: 'submit' | 'accept') =>
  legalBasisOf({ kind, type, licenceLaw: null, application: fillIn({}) }, action);

describe('the law in the history of a filing', () => {
  it.each([
    ['INITIAL', `${ELDERLY_LAW}第四十三条；${MEASURE}备案办理的规定`],
    ['CHANGE', `${ELDERLY_LAW}第四十六条；${MEASURE}变更备案的规定`],
    ['SUSPENSION', STOPPING],
    ['RESUMPTION', STOPPING],
    ['CLOSURE', `${ELDERLY_LAW}第四十六条；${STOPPING}`],
  ] as const)('of a 养老机构 is, for %s, that of its form and materials', (type, law) => {
    expect(citedFor('ELDERLY_CARE', type, 'submit')).toBe(law);
    expect(citedFor('ELDERLY_CARE', type, 'accept')).toBe(law);
  });

  it.each([
    ['INITIAL', `${CHILDCARE_LAW}；${CHILDCARE_MEASURE}第八条、第九条`],
    ['CHANGE', `${CHILDCARE_LAW}；${CHILDCARE_MEASURE}第十条`],
    ['SUSPENSION', `${CHILDCARE_LAW}；${CHILDCARE_MEASURE}第十条；${NORMS}`],
    ['RESUMPTION', `${CHILDCARE_LAW}；${CHILDCARE_MEASURE}第十条`],
    ['CLOSURE', `${CHILDCARE_LAW}；${CHILDCARE_MEASURE}第十条；${NORMS}`],
  ] as const)('of a 托育机构 is, for %s, that of its form and materials', (type, law) => {
    expect(citedFor('CHILDCARE', type, 'accept')).toBe(law);
  });

  it.each(FILING_TYPES)(
    'of a refusal of %s is never the one for what is filed first, unless it is',
    (type) => {
      const basis = legalBasisOf(
        { kind: 'ELDERLY_CARE', type, licenceLaw: null, application: fillIn({}) },
        'refuse',
      );
      expect(basis.includes('备案办理的规定')).toBe(type === 'INITIAL');
    },
  );

  it('of a licence that is changed is the article on changes', () => {
    const cited = (type: 'INITIAL' | 'CHANGE') =>
      legalBasisOf({ kind: 'CHILDCARE', type, licenceLaw: '示例法', application: fillIn({}) }, 'accept');
    expect(cited('INITIAL')).toMatch(/行政许可法》第三十八条第一款$/);
    expect(cited('CHANGE')).toMatch(/行政许可法》第四十九条$/);
  });
});
