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
import type { ApplicationInput } from '../src/domain/application';
import { filingProcess } from '../src/domain/filing.process';
import { ACT_PAPERS } from '../src/domain/papers/act-papers';
import { paperOf } from '../src/domain/papers/paper-kinds';
import { receiptText } from '../src/domain/receipt';
import { CHILDCARE_FORM } from '../../forms/test/forms.builder';
import { LICENCE_LAW } from './regime.builder';
import { FACTS, filing } from './paper-facts.builder';
import { termsFor } from './guides.builder';

const LICENCE_PAPERS = [
  'LICENCE_INTAKE_SLIP',
  'LICENCE_CORRECTION',
  'LICENCE_REFUSAL',
  'LICENCE_GRANT',
  'LICENCE_EXTENSION',
  'LICENCE_ADMISSION',
  'LICENCE_DISMISSAL',
] as const;
const HOME: ApplicationInput = { siteType: 'HOME' } as ApplicationInput;

describe('papers', () => {
  it('come from handing in, returning and refusing, and from no other act', () => {
    const childcare = filing({ kind: 'CHILDCARE' });
    const given = filingProcess.actionNames.map((action) => [
      action,
      paperOf(action, filing()),
      paperOf(action, childcare),
    ]);
    expect(given.filter(([, ...kinds]) => kinds.some((kind) => kind !== undefined))).toEqual([
      ['submit', 'INTAKE_SLIP', 'INTAKE_SLIP'],
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
    expect(body.opening).toMatch(/《养老机构管理办法》（民政部令第66号）.+的规定/);
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

  it('of a licence come from granting too, cite its law and say nothing of filing', () => {
    const licence = filing({
      kind: 'CHILDCARE',
      regime: 'LICENCE',
      licenceLaw: LICENCE_LAW,
      filingNumber: '610116-TYXK-2026-0001',
      filedOn: plainDate('2026-11-23'),
      validUntil: plainDate('2031-11-22'),
      dueOn: plainDate('2026-12-18'),
      admitBy: plainDate('2026-11-27'),
      admittedOn: plainDate('2026-11-24'),
    });
    const kinds = filingProcess.actionNames.map((action) => paperOf(action, licence)).filter(Boolean);
    expect([...new Set(kinds)]).toEqual(LICENCE_PAPERS);
    const longer = { days: 10, dueBefore: plainDate('2026-12-21'), dueAfter: plainDate('2027-01-05') };
    const dismissal = {
      ground: 'NOT_COMPETENT',
      reason: '不在辖区内。',
      competent: '雁塔区卫生健康局',
    } as const;
    for (const kind of LICENCE_PAPERS) {
      const asked = { place: '材料“消防安全检查合格证明”', message: '已过有效期' };
      const facts = {
        ...FACTS,
        remarks: [asked],
        reason: '场地租期不足3年。',
        filing: licence,
        longer,
        dismissal,
      };
      const said = JSON.stringify(ACT_PAPERS[kind](facts));
      expect(said).toContain(LICENCE_LAW);
      expect(said).toContain('《中华人民共和国行政许可法》');
      expect(said).not.toContain('备案');
    }
    const extension = ACT_PAPERS.LICENCE_EXTENSION({
      ...FACTS,
      reason: '须再次现场核查。',
      filing: licence,
      longer,
    });
    expect(extension.title).toBe('延长行政许可办理期限告知书');
    expect(JSON.stringify(extension)).toMatch(
      /2026年12月21日.*第四十二条第一款.*须再次现场核查。.*10个工作日.*2027年1月5日/,
    );
    const admission = JSON.stringify(ACT_PAPERS.LICENCE_ADMISSION({ ...FACTS, filing: licence }));
    expect(admission).toMatch(
      /第五项，决定予以受理.*受理日期为收到申请材料之日，即2026年11月20日.*2026年12月18日/,
    );
    const silent = { ...licence, admittedOn: plainDate('2026-11-28') };
    expect(JSON.stringify(ACT_PAPERS.LICENCE_ADMISSION({ ...FACTS, filing: silent }))).toMatch(
      /2026年11月27日以前没有告知.*第四项，自收到申请材料之日起即为受理/,
    );
    const sent = JSON.stringify(ACT_PAPERS.LICENCE_DISMISSAL({ ...FACTS, filing: licence, dismissal }));
    expect(sent).toMatch(
      /第三十二条第一款第二项，决定不予受理.*不在辖区内。.*向雁塔区卫生健康局申请.*60日内/,
    );
    const granted = JSON.stringify(ACT_PAPERS.LICENCE_GRANT({ ...FACTS, filing: licence }));
    expect(granted).toContain('自作出决定之日起10个工作日内颁发、送达。');
    expect(granted).toContain('应当在有效期届满60日前向本机关申请');
    const promised = [{ name: '托育机构场地证明', dueOn: plainDate('2026-12-23') }];
    expect(JSON.stringify(ACT_PAPERS.LICENCE_GRANT({ ...FACTS, filing: licence, promised }))).toContain(
      '下列材料以告知承诺代替，应当按期补交：托育机构场地证明（最迟2026年12月23日补交）。',
    );
    const overtaken = [
      { pointer: '/institution/capacity', label: '托位数', old: '60 个', new: '59 个' },
      { pointer: '/institution/contact/phone', label: '联系人电话', old: '139****0002', new: '139****0003' },
    ] as never;
    const kept = JSON.stringify(ACT_PAPERS.LICENCE_GRANT({ ...FACTS, filing: licence, overtaken }));
    expect(kept).toContain('托位数：申请时填写“60 个”，现为“59 个”');
    expect(kept).not.toContain('联系人电话');
    expect(granted).not.toContain('申请以后变更的事项');
    const refusal = ACT_PAPERS.LICENCE_REFUSAL({ ...FACTS, filing: licence });
    expect(JSON.stringify(refusal)).toMatch(/60日内.*行政复议.*6个月内.*行政诉讼/);
    const text = receiptText(
      {
        filing: licence,
        form: CHILDCARE_FORM,
        filedForm: CHILDCARE_FORM,
        incomplete: [],
        authority: '西安市长安区卫生健康局',
        ordinal: { version: 1, apart: false },
        amendments: null,
        promised: [],
        licenceBefore: null,
        termOf: termsFor('CHILDCARE'),
      },
      'https://example.test',
    );
    expect(text).toMatchObject({ title: '托育机构服务许可证', numberLabel: '许可证编号' });
    expect(text.tables.at(-1)?.items.at(-1)).toEqual({
      label: '有效期',
      value: '自2026年11月23日至2031年11月22日',
    });
    expect(JSON.stringify(text)).not.toContain('备案');
    expect(PAPER_KINDS.LICENCE_GRANT.disclosure).toBe('PUBLIC');
    // What it tells the authority afterwards asks for no licence.
    expect(paperOf('accept', { ...licence, type: 'SUSPENSION' })).toBeUndefined();
  });

  it.each(['SUSPENSION', 'RESUMPTION', 'CLOSURE'] as const)(
    'of the %s of a licensed institution are numbered as registrations, and say nothing of filing',
    (type) => {
      const told = filing({ kind: 'CHILDCARE', regime: 'LICENCE', licenceLaw: LICENCE_LAW, type });
      const due = { ...told, dueOn: plainDate('2026-11-30') };
      for (const [action, kind] of [
        ['submit', 'REGISTRATION_INTAKE_SLIP'],
        ['return', 'REGISTRATION_CORRECTION'],
        ['refuse', 'REGISTRATION_REFUSAL'],
      ] as const) {
        expect(paperOf(action, told)).toBe(kind);
        expect(paperSeries('长卫', kind, 2026)).toContain('登');
        expect(ACT_PAPERS[kind]({ ...FACTS, filing: due }).title).not.toContain('备案');
      }
      expect(paperOf('submit', { ...told, regime: 'FILING' })).toBe('INTAKE_SLIP');
    },
  );

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
