import {
  PAPER_KINDS,
  paperNumber,
  paperSeries,
  paperSpelling,
  REGIMES,
  REMOVAL_TYPES,
  type PaperBody,
  type PaperKind,
} from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import type { Removal } from '../src/domain/removal';
import { decisionPaper, noticePaper, papersOf, restorationPaper } from '../src/domain/removal-papers';

const removal: Removal = {
  id: '019a9d3c-7a00-7000-8000-000000000001',
  type: 'REVOCATION',
  regime: 'FILING',
  ground: {
    code: 'FALSE_MATERIALS',
    label: '提供虚假材料取得备案',
    basis: { law: '《示例办法》', article: '第五条' },
  },
  institutionId: '019a9d3c-7a00-7000-8000-000000000002',
  partyId: null,
  institutionName: '示例·长安颐养院',
  uscc: '526101160000000199',
  filingNumber: '610116-YL-2026-0001',
  kind: 'ELDERLY_CARE',
  siteType: null,
  district: '610116',
  township: null,
  authorityName: '西安市长安区民政局',
  status: 'DECIDED',
  clue: '示例·群众反映',
  openedBy: '019a9d3c-7a00-7000-8000-000000000003',
  openedAt: new Date('2026-11-20T02:00:00Z'),
  dueOn: null,
  prepared: null,
  notice: {
    facts: '示例·消防材料并非其出具。',
    service: 'ONLINE',
    serviceNote: null,
    servedOn: plainDate('2026-11-20'),
    statementUntil: plainDate('2026-11-27'),
    noticedBy: '019a9d3c-7a00-7000-8000-000000000003',
    noticedAt: new Date('2026-11-20T02:00:00Z'),
  },
  proposal: { text: '示例·证据充分。', statementReview: '示例·不予采纳。', proposedBy: 'x' },
  decision: {
    facts: '示例·复核后查明，消防材料并非其出具。',
    number: '长民备撤决〔2026〕1号',
    decidedBy: 'y',
    decidedOn: plainDate('2026-12-01'),
    serveBy: null,
  },
  annulment: null,
  isWaived: false,
  workedOn: ['x'],
  acceptedBy: [],
  version: 5,
};
/** A licence that was obtained by deceit. */
const licensed: Removal = {
  ...removal,
  regime: 'LICENCE',
  kind: 'CHILDCARE',
  filingNumber: '610116-TYXK-2026-0001',
  ground: {
    code: 'OBTAINED_BY_DECEIT',
    label: '以欺骗、贿赂等不正当手段取得许可',
    basis: { law: '《中华人民共和国行政许可法》', article: '第六十九条第二款' },
    consequence: '示例·三年内不得再次申请。',
  },
};
const facts = {
  statements: [],
  reviewBody: '西安市长安区人民政府',
  reconsiderationDays: 60,
  litigationMonths: 6,
};
const told = { facts: '示例·消防材料并非其出具。', answer: { until: plainDate('2026-11-27') } };
interface Mark {
  readonly kind: PaperKind;
  readonly code: string;
  readonly year: number;
  readonly ordinal: number;
}

const wordsOf = ({ opening, sections }: PaperBody): string =>
  [opening, ...sections.flatMap(({ paragraphs }) => paragraphs)].join('\n');

describe('the papers of a removal', () => {
  it('tell beforehand what is meant to be done, why, and until when it can be answered', () => {
    const notice = noticePaper(removal, told);
    expect(notice.title).toBe('撤销备案事先告知书');
    expect(wordsOf(notice)).toContain(
      '依据《示例办法》第五条，本机关拟对你机构的备案（610116-YL-2026-0001）予以撤销。',
    );
    expect(wordsOf(notice)).toContain('2026年11月27日前（含当日）');
    expect(notice.acknowledgement).toContain('受送达人');
  });

  it('count the days of a notice that is still to be served from its receipt', () => {
    const words = wordsOf(noticePaper(removal, { ...told, answer: { workingDays: 5 } }));
    expect(words).toContain('自收到本告知书之日起5个工作日内在线提交或者向本机关书面、口头陈述、申辩');
    expect(words).not.toContain('2026年11月27日');
  });

  it('tell what was decided, on what, and what can be done against it, but never what gave rise to it', () => {
    const decision = decisionPaper(removal, facts);
    expect(decision.title).toBe('撤销备案决定书');
    const words = wordsOf(decision);
    expect(words).toContain('示例·复核后查明，消防材料并非其出具。');
    expect(words).not.toContain('示例·消防材料并非其出具。');
    expect(words).toContain(
      '本机关于2026年11月20日向你机构送达撤销备案事先告知书。\n你机构在期限内没有陈述、申辩。',
    );
    expect(words).toContain('自收到本决定书之日起60日内向西安市长安区人民政府申请行政复议');
    expect(words).toContain('自收到本决定书之日起6个月内依法');
    expect(words).toContain('应当重新办理首次备案');
    expect(words).not.toContain('群众反映');
  });

  it.each([
    ['STATEMENT' as const, '你机构于2026年11月25日陈述、申辩。示例·不予采纳。'],
    ['WAIVER' as const, '你机构放弃陈述申辩。'],
  ])('tell how the institution was heard: %s', (nature, words) => {
    const statement = {
      id: '019a9d3c-7a00-7000-8000-000000000009',
      nature,
      channel: 'PARTY' as const,
      text: '示例',
      madeAt: new Date('2026-11-25T02:00:00Z'),
      fileIds: [],
    };
    expect(wordsOf(decisionPaper(removal, { ...facts, statements: [statement] }))).toContain(words);
  });

  it('tell that it was told by announcement where nobody could be reached', () => {
    const announced = {
      ...removal,
      notice: removal.notice && { ...removal.notice, service: 'ANNOUNCED' as const },
    };
    expect(wordsOf(decisionPaper(announced, facts))).toContain(
      '本机关自2026年11月20日起向你机构公告送达撤销备案事先告知书。',
    );
  });

  it('do not call a waiver what was said to an earlier notice, before the case was sent back', () => {
    const waiver = {
      id: '019a9d3c-7a00-7000-8000-000000000009',
      nature: 'WAIVER' as const,
      channel: 'PARTY' as const,
      text: '示例',
      madeAt: new Date('2026-11-19T02:00:00Z'),
      fileIds: [],
    };
    const words = wordsOf(decisionPaper(removal, { ...facts, statements: [waiver] }));
    expect(words).toContain('你机构在期限内没有陈述、申辩。');
  });

  it('tell by what a decision fell, and that the filing is in force again', () => {
    const annulment = { document: '示例复决字〔2026〕1号', annulledOn: plainDate('2026-12-20') };
    const words = wordsOf(restorationPaper({ ...removal, annulment }, '事实不清。\n证据不足。'));
    expect(words).toContain('2026年12月1日对你机构（统一社会信用代码526101160000000199）作出的撤销备案决定');
    expect(words).toContain('长民备撤决〔2026〕1号');
    expect(words).toContain('依据：示例复决字〔2026〕1号。\n事实不清。\n证据不足。');
    expect(words).toContain('（610116-YL-2026-0001）恢复有效');
  });

  it('say of a cancellation nothing of filing again, and are none before their time', () => {
    const cancelled = decisionPaper({ ...removal, type: 'CANCELLATION' }, facts);
    expect(cancelled.title).toBe('注销备案决定书');
    expect(wordsOf(cancelled)).not.toContain('重新办理');
    expect(() => decisionPaper({ ...removal, decision: null }, facts)).toThrow('not decided');
    expect(() => restorationPaper(removal, '示例')).toThrow('not annulled');
  });

  it('say of a licence what the law says of licences, and nothing of a filing', () => {
    const annulment = { document: '示例复决字〔2026〕1号', annulledOn: plainDate('2026-12-20') };
    const cancelled: Removal = { ...licensed, type: 'CANCELLATION' };
    const papers = [
      noticePaper(licensed, told),
      decisionPaper(licensed, facts),
      noticePaper(cancelled, told),
      decisionPaper(cancelled, facts),
      restorationPaper({ ...licensed, annulment }, '事实不清。'),
    ];
    expect(papers.map(({ title }) => title)).toEqual([
      '撤销行政许可事先告知书',
      '撤销行政许可决定书',
      '注销行政许可事先告知书',
      '注销行政许可决定书',
      '恢复行政许可告知书',
    ]);
    const own = papers.map((paper) => wordsOf(paper).replaceAll(licensed.decision?.number ?? '', ''));
    for (const words of own) expect(words).not.toContain('备案');
    expect(own[0]).toContain('第六十九条第二款，本机关拟对你机构的许可（610116-TYXK-2026-0001）予以撤销。');
    expect(own[1]).toContain('许可证编号为610116-TYXK-2026-0001');
    expect(own[1]).toContain('此前颁发的许可证不再有效');
    expect(own[1]).toContain('第七十条第四项办理注销手续');
    expect(own[1]).toContain('示例·三年内不得再次申请。');
    expect(own[3]).not.toContain('办理注销手续');
    expect(own[4]).toContain('你机构的许可（610116-TYXK-2026-0001）恢复有效');
  });

  it('are public once they are decided, and nobody’s business before', () => {
    const all = REGIMES.flatMap((regime) => REMOVAL_TYPES.map((type) => papersOf({ regime, type })));
    for (const { notice, decision, restoration } of all) {
      expect(PAPER_KINDS[notice].disclosure).toBe('PARTY');
      expect(PAPER_KINDS[decision].disclosure).toBe('PUBLIC');
      expect(PAPER_KINDS[restoration].disclosure).toBe('PUBLIC');
    }
  });

  it('have numbers that no other paper of any kind, year or ordinal has, however they are typed', () => {
    const of = fc.record<Mark>({
      kind: fc.constantFrom(...(Object.keys(PAPER_KINDS) as PaperKind[])),
      code: fc.constantFrom('长民', '长卫', '610116-YL-', '610116-TY-'),
      year: fc.integer({ min: 2020, max: 2099 }),
      ordinal: fc.integer({ min: 1, max: 99_999 }),
    });
    const spelled = ({ kind, code, year, ordinal }: Mark) =>
      paperSpelling(paperNumber(paperSeries(code, kind, year), ordinal));
    fc.assert(
      fc.property(of, of, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        return (spelled(one) === spelled(other)) === same;
      }),
    );
  });
});
