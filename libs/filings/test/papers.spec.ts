import {
  CODE_BYTES,
  PAPER_KINDS,
  paperCode,
  paperNumber,
  paperSeries,
  paperSpelling,
  paperText,
  type PaperKind,
} from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { fillIn, type ApplicationInput } from '../src/domain/application';
import type { Filing } from '../src/domain/filing';
import { filingProcess } from '../src/domain/filing.process';
import { ACT_PAPERS } from '../src/domain/papers/act-papers';
import { paperOf } from '../src/domain/papers/paper-kinds';
import { CHILDCARE_APPLICATION, ELDERLY_APPLICATION } from './filing.builder';

const AT = new Date('2026-11-20T02:00:00Z');
const filing = (more: Partial<Filing> = {}, input: ApplicationInput = {}): Filing => ({
  id: '00000000-0000-7000-8000-000000000001',
  type: 'INITIAL',
  kind: 'ELDERLY_CARE',
  status: 'SUBMITTED',
  application: fillIn({
    ...((more.kind === 'CHILDCARE' ? CHILDCARE_APPLICATION : ELDERLY_APPLICATION) as ApplicationInput),
    ...input,
  }),
  base: null,
  formVersion: 1,
  applicantId: '00000000-0000-7000-8000-000000000002',
  enteredBy: null,
  assistanceEndedAt: null,
  round: 1,
  dueOn: null,
  correctBy: null,
  submittedAt: AT,
  filingNumber: null,
  filedOn: null,
  institutionId: null,
  createdAt: AT,
  updatedAt: AT,
  version: 3,
  ...more,
});
const FACTS = {
  reason: '不提供全日集中住宿。\n不属于备案范围。',
  remarks: [
    { place: '养老机构备案申请书“住所”', message: '住所应写到门牌号。' },
    { place: '材料“承诺书”', message: '缺少签名' },
  ],
  correctBy: plainDate('2026-12-21'),
  remedies: { reviewBody: '西安市长安区人民政府', reconsiderationDays: 60, litigationMonths: 6 },
};
const HOME: ApplicationInput = { siteType: 'HOME' } as ApplicationInput;

describe('papers', () => {
  it('come from returning and refusing, and from no other act', () => {
    const childcare = filing({ kind: 'CHILDCARE' });
    const given = filingProcess.actionNames.map((action) => [
      action,
      paperOf(action, filing()),
      paperOf(action, childcare),
    ]);
    expect(given.filter(([, ...kinds]) => kinds.some((kind) => kind !== undefined))).toEqual([
      ['return', 'CORRECTION_NOTICE', 'CORRECTION_NOTICE'],
      ['refuse', 'REFUSAL_NOTICE', 'NONCONFORMITY_NOTICE'],
    ]);
  });

  it('tell the public of a 托育机构 that does not meet the standards, not of a home and not of a change', () => {
    expect(paperOf('refuse', filing({ kind: 'CHILDCARE' }, HOME))).toBe('REFUSAL_NOTICE');
    expect(paperOf('refuse', filing({ kind: 'CHILDCARE', type: 'CHANGE' }))).toBe('REFUSAL_NOTICE');
    expect(PAPER_KINDS.NONCONFORMITY_NOTICE.disclosure).toBe('PUBLIC');
    expect(PAPER_KINDS.CORRECTION_NOTICE.disclosure).toBe('PARTY');
  });

  it('tell everything that must be put right, with its place, and until when', () => {
    const body = ACT_PAPERS.CORRECTION_NOTICE({ ...FACTS, filing: filing() });
    expect(body.title).toBe('养老机构备案补正通知书');
    expect(body.opening).toContain('你单位于2026年11月20日提交的养老机构备案材料收悉');
    expect(body.opening).toContain('《养老机构管理办法》（民政部令第66号）');
    expect(body.sections[0]?.items).toEqual([
      '养老机构备案申请书“住所”：住所应写到门牌号。',
      '材料“承诺书”：缺少签名。',
    ]);
    expect(body.sections[1]?.paragraphs.join()).toContain('请于2026年12月21日前（含当日）');
    expect(() => ACT_PAPERS.CORRECTION_NOTICE({ ...FACTS, filing: filing(), correctBy: null })).toThrow(
      'no term',
    );
  });

  it.each([
    [filing({ type: 'CHANGE' }), '不予养老机构变更备案告知书'],
    [filing({ type: 'SUSPENSION' }), '不予养老机构暂停服务备案告知书'],
    [filing({ kind: 'CHILDCARE' }, HOME), '不予家庭托育点备案告知书'],
  ])('name what is refused', (of, title) => {
    const body = ACT_PAPERS.REFUSAL_NOTICE({ ...FACTS, filing: of });
    expect(body.title).toBe(title);
    expect(body.sections[0]?.paragraphs).toEqual(['不提供全日集中住宿。', '不属于备案范围。']);
    expect(body.sections.at(-1)?.paragraphs[1]).toContain(
      '60日内向西安市长安区人民政府申请行政复议，也可以自收到之日起6个月内',
    );
    expect(() => ACT_PAPERS.REFUSAL_NOTICE({ ...FACTS, filing: of, reason: ' \n ' })).toThrow(
      'states its reasons',
    );
  });

  it('of nonconformity cite the rule and say that the public is told', () => {
    const body = ACT_PAPERS.NONCONFORMITY_NOTICE({ ...FACTS, filing: filing({ kind: 'CHILDCARE' }) });
    expect(body.opening).toContain('国卫办人口发〔2019〕25号');
    expect(JSON.stringify(body.sections)).toContain('向社会公开');
  });

  it('have a number that is found however it is typed', () => {
    const number = paperNumber(paperSeries('长民', 'CORRECTION_NOTICE', 2026), 12);
    expect(number).toBe('长民备补〔2026〕12号');
    for (const typed of ['长民备补[2026]12号', '长民备补（2026）１２号', ' 长民 备补【2026】12号'])
      expect(paperSpelling(typed)).toBe(paperSpelling(number));
    expect(paperSpelling('长民备补〔20261〕2号')).not.toBe(paperSpelling(number));
  });

  it('count each kind by itself', () => {
    const series = (Object.keys(PAPER_KINDS) as PaperKind[]).map((kind) => paperSeries('长民', kind, 2026));
    expect(new Set(series).size).toBe(series.length);
    // No word is the beginning of another with its year, so two numbers are never spelled alike.
    expect(new Set(Object.values(PAPER_KINDS).map(({ word }) => word)).size).toBe(series.length);
  });

  it('have a code that loses none of its chance and no sign that is mistaken for another', () => {
    const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const same = Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;
        return (
          /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(paperCode(one)) &&
          (paperCode(one) === paperCode(other)) === same
        );
      }),
    );
  });

  it('lead with their QR to the check, and keep their content out of it where it is nobody’s business', () => {
    const paper = {
      id: 'x',
      subjectId: 'y',
      kind: 'CORRECTION_NOTICE' as const,
      round: 1,
      number: '长民备补〔2026〕1号',
      authority: '西安市长安区民政局',
      addressee: '示例·长安颐养院',
      issuedOn: plainDate('2026-11-20'),
      body: ACT_PAPERS.CORRECTION_NOTICE({ ...FACTS, filing: filing() }),
      contact: null,
      code: '7KQ2-M0XA-0000-ZZZZ',
    };
    const text = paperText(paper, 'https://example.test');
    expect(text.verificationUrl).toBe('https://example.test/papers/7KQ2-M0XA-0000-ZZZZ');
    expect(text.verification).toContain('本文书不公开');
    expect(text.date).toBe('2026年11月20日');
  });
});
