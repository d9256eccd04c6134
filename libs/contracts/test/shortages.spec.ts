import { remedyInWords, shortageInWords, type MissingStaff } from '@zhaoguan/contracts';

const team: MissingStaff = { place: '长安区', needed: 2, capacity: 1, team: 2, maxLoad: 12 };
const load: MissingStaff = { ...team, needed: 40, capacity: 36 };
const recused: MissingStaff = { ...team, institutionName: '示例·春晖养护中心', capacity: 0 };

describe('a shortage of inspectors in words', () => {
  it.each([
    [team, '长安区每家机构要派 2 人，执法证有效、辖区包括那里的检查人员只有 1 人'],
    [load, '长安区至少要派 40 人次，按每名检查人员最多 12 家，现有人员只能派 36 人次'],
    [recused, '“示例·春晖养护中心”（长安区）要派 2 人，除去须回避的，能派的一个也没有'],
  ])('says where, how many and why: %j', (missing, words) => {
    expect(shortageInWords(missing)).toBe(words);
  });

  it('says what to do, each remedy once', () => {
    expect(remedyInWords([load, { ...load, place: '雁塔区' }])).toBe(
      '补充检查人员，或者照抄本计划、提高每名检查人员最多检查的家数后另行制定',
    );
    expect(remedyInWords([team, recused]).split('；')).toHaveLength(2);
  });
});
