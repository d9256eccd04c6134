import {
  afterTakingOver,
  ownerInWords,
  takenOverInWords,
} from '../src/features/filings/duplicates/taken-over-words';

const TAKEN = {
  id: '019a9d3c-7a00-7000-8000-000000000001',
  name: '示例·旧档养老院',
  filingNumber: '610116-YL-2020-0077',
  filedOn: '2020-03-05',
  registeredOn: '2026-11-20',
  numberKept: true,
  wasRevoked: false,
  ofAnother: false,
  otherHead: false,
};
const FILING = { type: 'INITIAL', regime: 'FILING' } as const;

describe('what is said of a record that an acceptance takes over', () => {
  it('names the record, and that its number goes on', () => {
    const [record, number] = afterTakingOver(TAKEN, FILING);
    expect(record).toContain(
      '“示例·旧档养老院”（编号 610116-YL-2020-0077，备案日期 2020年3月5日，2026年11月20日由名录导入）归入申请人账号',
    );
    expect(number).toContain('沿用原备案编号 610116-YL-2020-0077和原备案日期 2020年3月5日，不另编号');
  });

  it('promises a new number where the old one does not go on', () => {
    const revoked = { ...TAKEN, numberKept: false, wasRevoked: true };
    expect(takenOverInWords(revoked)).toContain('以前的备案或者许可已被撤销');
    expect(afterTakingOver(revoked, FILING).join()).toContain('系统生成新的备案编号和备案回执');
    const unnumbered = { ...TAKEN, filingNumber: null, filedOn: null, numberKept: false };
    expect(takenOverInWords(unnumbered)).toContain('（没有编号，2026年11月20日由名录导入）');
  });

  it('says in whose account it is, and what is to be looked at before it leaves that of another', () => {
    expect(ownerInWords(TAKEN)).toContain('还没有归入任何账号');
    expect(ownerInWords({ ...TAKEN, wasRevoked: true })).toContain('就在申请人的账号名下');
    const ofAnother = ownerInWords({ ...TAKEN, wasRevoked: true, ofAnother: true });
    expect(ofAnother).toContain('归在另一个账号名下');
    expect(ofAnother).toContain('授权委托书');
    const [first] = afterTakingOver({ ...TAKEN, wasRevoked: true, ofAnother: true }, FILING);
    expect(first).toContain('原经办人不能再办理它的事项，并收到通知');
    expect(afterTakingOver(TAKEN, FILING).join()).not.toContain('原经办人');
  });
});
