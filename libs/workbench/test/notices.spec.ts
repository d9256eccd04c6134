import { NOTIFICATION_LABELS } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import * as cases from '../src/domain/case-notices';
import * as notices from '../src/domain/notices';

const filing = {
  id: 'f1',
  applicantId: 'p1',
  uscc: '526101160000000199',
  kind: 'ELDERLY_CARE',
  type: 'INITIAL',
  regime: 'FILING',
  name: '示例·颐养院',
  district: '610116',
  township: null,
  filingNumber: null,
  status: 'SUBMITTED',
  holderId: null,
  renewal: false,
  prolongs: false,
} as const;
const draw = { id: 'd1', title: '示例·抽查', kind: 'ELDERLY_CARE', districts: ['610116'] } as const;
const party = {
  id: 'i1',
  name: '示例·颐养院',
  kind: 'ELDERLY_CARE',
  district: '610116',
  township: null,
  operatorId: 'p1',
} as const;
const penaltyCase = {
  id: 'c1',
  caseNumber: '610116-YL-罚案-2026-0001',
  partyId: 'p1',
  statementUntil: plainDate('2026-11-27'),
  decisionNumber: '610116-YL-罚决-2026-0001',
  department: 'civil-affairs',
};
const tasks = { personId: 'p1', drawId: 'd1', planTitle: '示例·抽查', taskId: 't1' };
const item = {
  type: 'FILING_TO_DECIDE',
  subjectType: 'filing',
  subjectId: 'f1',
  title: '示例·颐养院',
  detail: '第1次提交',
  district: '610116',
  since: new Date('2026-11-20T02:00:00Z'),
  dueOn: plainDate('2026-11-27'),
} as const;

describe('what notifications say', () => {
  it('call a renewal by its name', () => {
    const renewal = { ...filing, kind: 'CHILDCARE', regime: 'LICENCE', renewal: true } as const;
    for (const { title } of [
      notices.filingSubmitted(renewal, plainDate('2027-07-30')),
      notices.filingReturned(renewal),
      notices.filingRefused(renewal),
      notices.filingLapsed(renewal),
      notices.filingAccepted(renewal, '610116-TYXK-2027-0001'),
      cases.filingAssigned(renewal),
    ])
      expect(title).toMatch(/延续许可/);
  });

  it('say of a licence what is said of a filing, in its own words', () => {
    const licence = { ...filing, kind: 'CHILDCARE', regime: 'LICENCE' } as const;
    const said = [
      notices.filingSubmitted(licence, plainDate('2027-07-30')),
      notices.filingReturned(licence),
      notices.filingRefused(licence),
      notices.filingLapsed(licence),
      notices.filingAccepted(licence, '610116-TYXK-2027-0001'),
      notices.filingAccepted({ ...licence, type: 'CHANGE' }, '610116-TYXK-2027-0001'),
      cases.filingAssigned(licence),
      cases.filingTakenAway(licence),
      cases.filingVerified(licence),
      cases.mismatchFound(licence),
      cases.mismatchCorrected(licence),
    ];
    expect(said.map(({ title, type }) => title + NOTIFICATION_LABELS[type]).join('')).not.toContain('备案');
    expect(said[4]?.title).toBe('示例·颐养院已准予许可，许可证编号 610116-TYXK-2027-0001');
  });

  it('speak of no change of what is not decided yet where a visit found something else', () => {
    const title = (status: string) => cases.mismatchFound({ ...filing, kind: 'CHILDCARE', status }).title;
    expect(title('SUBMITTED')).toMatch(/与申请的内容不一致，请在期限内改正；填写有误的，可以撤回申请/);
    expect(title('RETURNED')).toMatch(
      /与申请的内容不一致，请在期限内改正；填写有误的，请在补正中改正这一项$/,
    );
    expect(title('ACCEPTED')).toMatch(/与备案的内容不一致，请在期限内办理变更备案或者改正$/);
  });

  it('name of a new application the term that runs first: whether it is taken in', () => {
    const licence = { ...filing, kind: 'CHILDCARE', regime: 'LICENCE' } as const;
    const { title } = notices.filingSubmitted(licence, plainDate('2027-07-30'), plainDate('2027-07-09'));
    expect(title).toBe('示例·颐养院提交了许可申请，请在2027年7月9日前告知是否受理、需要补正什么');
  });

  it('speak of no licence granted where a licensed institution tells that it closes', () => {
    const closing = { ...filing, kind: 'CHILDCARE', regime: 'LICENCE', type: 'CLOSURE' } as const;
    const said = [
      notices.filingSubmitted(closing, plainDate('2027-07-30')),
      notices.filingReturned(closing),
      notices.filingRefused(closing),
      notices.filingLapsed(closing),
      notices.filingAccepted(closing, '610116-TYXK-2027-0001'),
    ];
    expect(said.map(({ title, type }) => title + NOTIFICATION_LABELS[type]).join('')).not.toMatch(
      /许可|备案|决定书/,
    );
    expect(said[4]?.title).toBe('示例·颐养院的终止服务已登记，登记回执可以下载');
  });

  it.each([
    [
      notices.filingSubmitted(filing, plainDate('2026-11-27')),
      '示例·颐养院提交了备案，请在2026年11月27日前办理',
      'filing f1',
    ],
    [cases.filingAssigned(filing), '示例·颐养院的备案由您承办，请查看', 'filing f1'],
    [cases.filingTakenAway(filing), '示例·颐养院的备案不再由您承办', 'filing f1'],
    [notices.filingReturned(filing), '示例·颐养院的备案已退回补正，请按补正意见修改后重新提交', 'filing f1'],
    [notices.filingRefused(filing), '示例·颐养院的备案申请未获准予，请查看理由', 'filing f1'],
    [
      notices.filingAccepted(filing, '610116-YL-2026-0001'),
      '示例·颐养院已准予备案，备案编号 610116-YL-2026-0001',
      'filing f1',
    ],
    [
      notices.filingAccepted({ ...filing, type: 'CHANGE' }, '610116-YL-2026-0001'),
      '示例·颐养院的变更备案已获准予，备案编号 610116-YL-2026-0001',
      'filing f1',
    ],
    [
      notices.filingSubmitted({ ...filing, type: 'CLOSURE' }, plainDate('2026-11-27')),
      '示例·颐养院提交了终止服务备案，请在2026年11月27日前办理',
      'filing f1',
    ],
    [
      cases.closureRecorded({ ...filing, type: 'CLOSURE' }, false),
      '示例·颐养院终止服务以后的人员安置或者退费，主管机关核实还没有全部完成，请尽快办理，完成以后报告主管机关',
      'filing f1',
    ],
    [
      cases.closureReported({ ...filing, type: 'CLOSURE' }),
      '示例·颐养院的经办人报告，终止服务以后的人员安置和退费已经完成，请再次核实',
      'filing f1',
    ],
    [
      notices.recusalDeclared(party),
      '名录管理人员为您登记了对示例·颐养院的回避，此后不派您检查该机构；不属实的，请告诉所在部门或者复核公布人',
      '',
    ],
    [
      notices.recusalRevoked(party),
      '您对示例·颐养院的回避已被解除，此后可能派您检查；仍应当回避的，请重新登记',
      '',
    ],
    [notices.drawChanged('DRAW_VOIDED', draw), '“示例·抽查”的抽取已作废', 'draw d1'],
    [notices.tasksAssigned({ ...tasks, count: 3 }), '您有 3 项新的检查任务（示例·抽查）', ''],
    [
      notices.tasksAssigned({ ...tasks, count: 1 }),
      '您有 1 项新的检查任务（示例·抽查）',
      'inspection-task t1',
    ],
    [
      notices.tasksCancelled({ ...tasks, count: 2 }),
      '“示例·抽查”的抽取已作废，您的 2 项检查任务随之取消',
      '',
    ],
    [
      notices.inspectionSubmitted(party, 'r1', false),
      '示例·颐养院的检查结果已提交，请复核公布',
      'inspection-result r1',
    ],
    [
      notices.inspectionSubmitted(party, 'r1', true),
      '示例·颐养院的检查结果已提交，等检查组另一名成员会签以后，请复核公布',
      'inspection-result r1',
    ],
    [
      notices.reportWithdrawn(party, 't1', '示例·王检查'),
      '示例·王检查撤回了示例·颐养院的检查结果，检查继续进行，请查看理由',
      'inspection-task t1',
    ],
    [
      notices.resultPublished(party, '未发现问题'),
      '示例·颐养院的检查结果已公布：未发现问题',
      'institution i1',
    ],
    [
      notices.penaltyNoticed(party, penaltyCase),
      '示例·颐养院收到行政处罚告知（610116-YL-罚案-2026-0001），可以在2026年11月27日前陈述、申辩',
      'penalty-case c1',
    ],
    [
      notices.findingsToTakeUp(party, 'r1'),
      '示例·颐养院的检查结果已公布，有不符合项尚未立案，请审查是否立案',
      'inspection-result r1',
    ],
    [
      notices.statementMade(party, penaltyCase),
      '示例·颐养院已就行政处罚告知作出答复（610116-YL-罚案-2026-0001），请复核后作出决定',
      'penalty-case c1',
    ],
    [
      notices.statementEnded(party, penaltyCase),
      '示例·颐养院的陈述申辩期已满，未提出陈述申辩（610116-YL-罚案-2026-0001），可以作出决定',
      'penalty-case c1',
    ],
    [
      notices.penaltyDecided(party, penaltyCase),
      '对示例·颐养院的行政处罚决定已作出（610116-YL-罚决-2026-0001）',
      'penalty-case c1',
    ],
    [
      notices.caseDismissed(party, penaltyCase),
      '对示例·颐养院决定不予行政处罚（610116-YL-罚案-2026-0001）',
      'penalty-case c1',
    ],
    [notices.gradeChanged(party, 'B', 'C'), '示例·颐养院的信用等级由 B 级变为 C 级', 'institution i1'],
    [notices.termReminder(item, 3), '待办理申请：示例·颐养院，还有 3 个工作日', 'filing f1'],
    [notices.termReminder(item, -1), '待办理申请：示例·颐养院，已超期 1 个工作日', 'filing f1'],
    [
      notices.termReminder({ ...item, type: 'CASE_TO_DECIDE' }, 3),
      '待处罚决定：示例·颐养院，最迟2026年11月27日',
      'filing f1',
    ],
    [
      notices.termReminder({ ...item, type: 'CASE_TO_DECIDE' }, -1),
      '待处罚决定：示例·颐养院，已于2026年11月27日到期',
      'filing f1',
    ],
    [notices.overdueInDistrict(item, '长安区'), '长安区有 1 项“待办理申请”已超期，请督促办理', ''],
  ])('%o', ({ title, subject }, expectedTitle, expectedSubject) => {
    expect(title).toBe(expectedTitle);
    expect(subject === null ? '' : `${subject.type} ${subject.id}`).toBe(expectedSubject);
  });
});
