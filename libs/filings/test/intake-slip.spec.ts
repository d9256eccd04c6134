import { plainDate } from '@zhaoguan/kernel';
import { ACT_PAPERS } from '../src/domain/papers/act-papers';
import { FACTS, filing } from './paper-facts.builder';
import { LICENCE_LAW } from './regime.builder';

describe('slips of what was received', () => {
  it('list what was handed in, to whom by what they do, and by when it is answered', () => {
    const due = { dueOn: plainDate('2026-11-27') };
    const slip = ACT_PAPERS.INTAKE_SLIP({
      ...FACTS,
      filing: filing(due),
      handedIn: { uploaded: ['备案申请书', '承诺书'], promised: ['不动产权证明'], atWindow: true },
    });
    expect(slip.title).toBe('养老机构备案材料收件凭证');
    expect(slip.opening).toBe('你单位于2026年11月20日提交的养老机构备案材料，本机关已经收到：');
    expect(slip.sections[0]).toMatchObject({
      paragraphs: ['填报的内容1份，材料2项，电子文件共2个，另有1项以告知承诺代替。'],
      items: [
        '备案申请书：电子文件1个。',
        '承诺书：电子文件1个。',
        '不动产权证明：以告知承诺代替，没有提交文件。',
      ],
    });
    const said = JSON.stringify(slip.sections);
    expect(said).toContain('由本机关窗口工作人员代为填报、收件');
    expect(said).toContain('最迟于2026年11月27日（含当日）出具备案回执');
    expect(said).toContain('不代替备案回执');
    const again = ACT_PAPERS.INTAKE_SLIP({ ...FACTS, filing: filing({ ...due, round: 2 }) });
    expect(again.opening).toContain('（第2次提交）');
    expect(JSON.stringify(again.sections)).toContain('由系统自动收件');
    for (const facts of [{ handedIn: null }, { filing: filing({ dueOn: null }) }])
      expect(() => ACT_PAPERS.INTAKE_SLIP({ ...FACTS, filing: filing(due), ...facts })).toThrow(/filing/);
  });

  it('of an application say that they are no 受理通知书, and by when that is said', () => {
    const slip = ACT_PAPERS.LICENCE_INTAKE_SLIP({
      ...FACTS,
      filing: filing({
        kind: 'CHILDCARE',
        regime: 'LICENCE',
        licenceLaw: LICENCE_LAW,
        admitBy: plainDate('2026-11-27'),
        dueOn: plainDate('2026-12-18'),
      }),
    });
    expect(slip.title).toBe('托育机构服务许可申请材料收件凭证');
    expect(JSON.stringify(slip.sections)).toMatch(
      /2026年11月27日（含当日）告知是否受理.*第三十二条第一款第四项.*即为受理.*2026年12月18日（含当日）作出.*不是受理通知书/,
    );
  });
});
