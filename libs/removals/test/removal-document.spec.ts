import { plainDate } from '@zhaoguan/kernel';
import type { Removal } from '../src/domain/removal';
import { decisionDocument, noticeDocument } from '../src/domain/removal-document';

const removal: Removal = {
  id: '019a9d3c-7a00-7000-8000-000000000001',
  type: 'REVOCATION',
  ground: {
    code: 'FALSE_MATERIALS',
    label: '提供虚假材料取得备案',
    basis: { law: '《示例办法》', article: '第五条' },
  },
  institutionId: '019a9d3c-7a00-7000-8000-000000000002',
  institutionName: '示例·长安颐养院',
  uscc: '526101160000000199',
  filingNumber: '610116-YL-2026-0001',
  kind: 'ELDERLY_CARE',
  district: '610116',
  township: null,
  authorityName: '西安市长安区民政局',
  status: 'DECIDED',
  clue: '示例·群众反映',
  openedBy: '019a9d3c-7a00-7000-8000-000000000003',
  openedAt: new Date('2026-11-20T02:00:00Z'),
  dueOn: null,
  notice: {
    facts: '示例·消防材料并非其出具。',
    service: 'ONLINE',
    serviceNote: null,
    servedOn: plainDate('2026-11-20'),
    statementUntil: plainDate('2026-11-27'),
    noticedBy: '019a9d3c-7a00-7000-8000-000000000003',
  },
  proposal: { text: '示例·证据充分。', statementReview: '示例·不予采纳。', proposedBy: 'x' },
  decision: {
    number: '610116-CX-2026-0001',
    decidedBy: 'y',
    decidedOn: plainDate('2026-12-01'),
    reconsiderationUntil: plainDate('2027-01-30'),
    litigationUntil: plainDate('2027-06-01'),
  },
  annulment: null,
  isWaived: false,
  workedOn: ['x'],
  version: 5,
};
const facts = { removal, statements: [], contact: undefined, reviewBody: '西安市长安区人民政府' };
const wordsOf = (document: ReturnType<typeof noticeDocument>): string =>
  (document?.sections ?? []).flatMap(({ paragraphs }) => paragraphs).join('\n');

describe('the documents of a removal', () => {
  it('tell beforehand what is meant to be done, why, and until when it can be answered', () => {
    const notice = noticeDocument(facts);
    expect(notice).toMatchObject({
      title: '撤销备案事先告知书',
      authority: '西安市长安区民政局',
      date: '2026年11月20日',
    });
    expect(wordsOf(notice)).toContain(
      '依据《示例办法》第五条，本机关拟对你机构的备案（610116-YL-2026-0001）予以撤销。',
    );
    expect(wordsOf(notice)).toContain('2026年11月27日前（含当日）');
  });

  it('tell what was decided, on what, and what can be done against it, but never what gave rise to it', () => {
    const decision = decisionDocument(facts);
    expect(decision).toMatchObject({ title: '撤销备案决定书', number: '文号：610116-CX-2026-0001' });
    const words = wordsOf(decision);
    expect(words).toContain('你机构在期限内没有陈述、申辩。');
    expect(words).toContain('向西安市长安区人民政府申请行政复议');
    expect(words).toContain('应当重新办理首次备案');
    expect(words).not.toContain('群众反映');
  });

  it.each([
    ['STATEMENT' as const, '你机构于2026年11月25日陈述、申辩。示例·不予采纳。'],
    ['WAIVER' as const, '你机构明确放弃陈述、申辩。'],
  ])('tell how the institution was heard: %s', (nature, words) => {
    const statement = {
      id: '019a9d3c-7a00-7000-8000-000000000009',
      nature,
      channel: 'PARTY' as const,
      text: '示例',
      madeAt: new Date('2026-11-25T02:00:00Z'),
      fileIds: [],
    };
    expect(wordsOf(decisionDocument({ ...facts, statements: [statement] }))).toContain(words);
  });

  it('say of a cancellation nothing of filing again, and are none before their time', () => {
    const cancelled = decisionDocument({ ...facts, removal: { ...removal, type: 'CANCELLATION' } });
    expect(cancelled?.title).toBe('注销备案决定书');
    expect(wordsOf(cancelled)).not.toContain('重新办理');
    const fresh = { ...removal, notice: null, proposal: null, decision: null };
    expect(noticeDocument({ ...facts, removal: fresh })).toBeUndefined();
    expect(decisionDocument({ ...facts, removal: { ...removal, decision: null } })).toBeUndefined();
  });
});
