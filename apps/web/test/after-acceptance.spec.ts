import { caseWords } from '@zhaoguan/contracts';
import type { Duplicates } from '../src/features/filings/duplicates/queries';
import {
  afterAcceptance,
  beforeVisit,
  isUnseenReview,
  keptChanges,
  setGoing,
} from '../src/features/filings/desk/after-acceptance';

const APPLICATION = {
  type: 'INITIAL',
  regime: 'LICENCE',
  renewal: null,
  institution: { notice: null },
} as const;
const FILED = {
  id: '019a9d3c-7a00-7000-8000-000000000001',
  name: '示例·小树苗托育中心',
  filingNumber: '610116-TY-2026-0001',
  regime: 'FILING',
  closure: null,
} as const;

describe('what is said before a case is accepted', () => {
  it('enters a new institution in the register, and none that is there already', () => {
    const listed = '机构列入名录，公众可以查询；此后纳入双随机抽查。';
    expect(afterAcceptance(APPLICATION, { takesOver: null, licenses: null })).toContain(listed);
    const said = afterAcceptance(APPLICATION, { takesOver: null, licenses: FILED });
    expect(said).not.toContain(listed);
    expect(said[1]).toMatch(
      /“示例·小树苗托育中心”（备案编号 610116-TY-2026-0001）已在名录中，不另立一家.*原备案回执由许可证代替/,
    );
  });

  it('says of an end that was told of what is filed that the licence leaves nothing of it', () => {
    const closure = { filingId: '019a9d3c-7a00-7000-8000-000000000009', endsOn: '2026-12-31' };
    const said = (more: object) =>
      afterAcceptance(APPLICATION, { takesOver: null, licenses: { ...FILED, ...more } }).join();
    expect(said({ closure })).toContain('该机构另有已准予的终止服务，原定2026年12月31日起生效');
    expect(said({})).not.toContain('终止服务');
  });

  it('names who serves at the same address already, and nobody who has ended or is only near', () => {
    const other: Duplicates['items'][number] = {
      what: 'INSTITUTION',
      id: '019a9d3c-7a00-7000-8000-000000000002',
      kind: 'CHILDCARE',
      siteType: null,
      name: '示例·原址托育园',
      uscc: '526101160000000199',
      district: '610116',
      address: '示例路1号',
      status: 'OPERATING',
      statusLabel: '在营',
      ofAnother: true,
      otherHead: false,
      ofSame: false,
      likenesses: [{ code: 'SAME_ADDRESS', label: '地址相同' }],
    };
    const said = (line: Duplicates['items'][number]) =>
      afterAcceptance(APPLICATION, { items: [line] }).join();
    expect(said(other)).toContain('同一地址名录中还有“示例·原址托育园”（在营），准予以后仍在名录中');
    expect(said({ ...other, status: 'CLOSED' })).not.toContain('同一地址');
    const likenesses = [{ code: 'NEAR_ADDRESS' as const, label: '地址相近' }];
    expect(said({ ...other, likenesses })).not.toContain('同一地址');
    expect(said(other)).not.toContain('另一个账号');
    const sameCode = [{ code: 'SAME_CODE' as const, label: '统一社会信用代码相同' }];
    expect(said({ ...other, likenesses: sameCode })).toContain(
      '“示例·原址托育园”（示例路1号）归在另一个账号名下：准予以后本件另立一家',
    );
    expect(said({ ...other, likenesses: sameCode, otherHead: true })).toContain(
      '法定代表人（负责人）与本件填报的不是同一人',
    );
    expect(said({ ...other, likenesses: sameCode, ofAnother: false })).not.toContain('另一个账号');
  });

  it('calls the decision on a renewal what it is', () => {
    const renewal = { type: 'INITIAL', regime: 'LICENCE', renewal: {} } as const;
    expect(caseWords(renewal)).toMatchObject({ accept: '准予延续', refuse: '不予延续' });
    expect(caseWords({ ...renewal, renewal: null })).toMatchObject({
      accept: '准予许可',
      refuse: '不予许可',
    });
  });
});

it('a renewal is granted as the register is now, and that is said before', () => {
  expect(keptChanges({ overtaken: [] })).toEqual([]);
  const overtaken = [
    { pointer: '/institution/servicePhone', label: '服务电话', old: '029-85290077', new: '029-85290088' },
  ];
  const [said] = keptChanges({ overtaken });
  expect(said).toContain('服务电话“029-85290088”');
});

it('an acceptance says what it sets going: the visit with its term, what was promised with its day', () => {
  const materials = [{ code: 'PREMISES_PROOF', name: '场地证明' }];
  expect(setGoing({ visit: null, commitments: [], closure: null }, materials)).toEqual([]);
  const [visit, promised] = setGoing(
    {
      visit: { workingDays: 20, dueOn: '2026-12-18' },
      commitments: [{ code: 'PREMISES_PROOF', dueOn: '2026-12-21' }],
      closure: null,
    },
    materials,
  );
  expect(visit).toContain('20 个工作日以内（最迟 2026年12月18日）');
  expect(promised).toContain('“场地证明”（最迟 2026年12月21日）');
});

it('the acceptance of a closure says by when it is followed up, and whose operator is told that it takes over', () => {
  const closure = { from: '2026-12-01', workingDays: 10, dueOn: '2026-12-15', told: null };
  const said = (told: string | null) =>
    setGoing({ visit: null, commitments: [], closure: { ...closure, told } }, []);
  expect(said(null)).toEqual([
    expect.stringContaining('2026年12月1日起列入待办：10 个工作日以内（最迟 2026年12月15日）核实'),
  ]);
  expect(said('示例·静安养老院')[1]).toMatch(/“示例·静安养老院”归在另一个账号名下，它的经办人随即收到告知/);
});

it('a visit that was ordered and is not ended is told before a decision: it bars a licence, and no filing', () => {
  const said = (origin: 'REVIEW' | 'ORDERED', status: 'OPEN' | 'MISMATCH_FOUND' | 'VERIFIED') =>
    beforeVisit({ origin, status, availableActions: [], unseen: [] }, '准予许可').join();
  expect(said('REVIEW', 'OPEN')).toContain('还没有记录结果，不能准予许可');
  expect(said('REVIEW', 'MISMATCH_FOUND')).toContain('请写明理由');
  expect(said('ORDERED', 'OPEN')).toContain('准予以后继续进行');
  expect(said('REVIEW', 'VERIFIED')).toBe('');
  const answered = { status: 'RECHECK' as const, availableActions: ['settle' as const], unseen: [] };
  expect(beforeVisit({ ...answered, origin: 'REVIEW' }, '准予许可').join()).toContain('办结，再准予许可');
  expect(beforeVisit({ ...answered, origin: 'ORDERED' }, '准予备案').join()).toContain('不必再到现场');
  expect(beforeVisit(undefined, '准予许可')).toEqual([]);
});

it('what the visit of a review has not seen is granted with a reason, and of a filing without', () => {
  const unseen = [{ pointer: '/institution/capacity', label: '托位数', seen: '60 个', now: '58 个' }];
  const last = { status: 'VERIFIED' as const, availableActions: [], unseen };
  expect(beforeVisit({ ...last, origin: 'REVIEW' }, '准予许可').join()).toMatch(
    /^托位数与现场核查时所见的不同.+仍然准予许可的，请写明理由/,
  );
  expect(isUnseenReview({ ...last, origin: 'REVIEW' })).toBe(true);
  expect(beforeVisit({ ...last, origin: 'ORDERED' }, '准予备案')).toEqual([]);
  expect(isUnseenReview({ ...last, origin: 'REVIEW', unseen: [] })).toBe(false);
});
