import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KINDS, type FilingType, type Kind } from '@zhaoguan/contracts';
import type { ChangedField } from '@zhaoguan/forms';
import { plainDate } from '@zhaoguan/kernel';
import { formOf } from '../../forms/test/forms.builder';
import { fillIn, type ApplicationInput } from '../src/domain/application';
import type { Filing } from '../src/domain/filing';
import { receiptText } from '../src/domain/receipt';
import { printReceipt } from '../src/jobs/receipt-document';
import { CHILDCARE_APPLICATION, ELDERLY_APPLICATION } from './filing.builder';
import { termsFor } from './guides.builder';
import { storedFiling } from './stored-filing.builder';

const AT = new Date('2026-11-20T02:00:00Z');
/** As long as they usually are. */
const NOTICE = {
  startsOn: '2026-12-31',
  endsOn: '2027-06-30',
  reason: '示例·房屋所有权人收回场所，租赁合同到期不再续签，拟另行选址后重新开展服务',
  notifiedOn: '2026-11-01',
  residents: 32,
  placements: [
    { destination: 'OTHER_INSTITUTION' as const, people: 18, name: '示例·长安区韦曲街道颐养服务中心' },
    { destination: 'OTHER_INSTITUTION' as const, people: 6, name: '示例·雁塔区常青托养院' },
    { destination: 'HOME' as const, people: 8 },
  ],
  refundFen: 12_500_000,
  refundBy: '2027-01-15',
  successor: '示例·长安区韦曲街道颐养服务中心',
  recordsKeptBy: '示例·长安区韦曲街道颐养服务中心档案室',
};
const CHANGES: readonly ChangedField[] = [
  { pointer: '/institution/capacity', label: '床位数', old: '120 张', new: '150 张' },
  {
    pointer: '/institution/legalRepresentative/name',
    label: '法定代表人（主要负责人）姓名',
    old: '示例·王建国',
    new: '示例·李长安',
  },
  {
    pointer: '/institution/legalRepresentative/residentId',
    label: '法定代表人（主要负责人）身份证号',
    old: '************0019',
    new: '************0020',
  },
];

const filing = (kind: Kind, type: FilingType, more: ApplicationInput = {}): Filing => {
  const usual = (kind === 'ELDERLY_CARE' ? ELDERLY_APPLICATION : CHILDCARE_APPLICATION) as ApplicationInput;
  return storedFiling({
    type,
    kind,
    status: 'ACCEPTED',
    application: fillIn({
      ...usual,
      name: kind === 'ELDERLY_CARE' ? '示例·西安市长安区长安颐养院' : '示例·西安市长安区小橘灯托育园',
      address: '陕西省西安市长安区韦曲街道示例路128号长安花园小区3号楼一层至三层',
      ...more,
    }),
    submittedAt: AT,
    filingNumber: '610116-YL-2026-0001',
    filedOn: plainDate('2026-11-20'),
    institutionId: '00000000-0000-7000-8000-000000000003',
  });
};

describe('the pages of a receipt', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-receipt-pages-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const pagesOf = async (
    of: Filing,
    amendments: readonly ChangedField[] | null = null,
  ): Promise<string[]> => {
    const form = formOf(`${of.kind}_${of.type === 'CHANGE' ? 'INITIAL' : of.type}`);
    const authority = '西安市长安区民政局';
    const filedForm = formOf(`${of.kind}_INITIAL`);
    const facts = {
      filing: of,
      form,
      filedForm,
      incomplete: [],
      authority,
      ordinal: { version: 2, apart: false },
      amendments,
      promised: [],
      licenceBefore: null,
      termOf: termsFor(of.kind),
    };
    const { content } = await printReceipt(receiptText(facts, 'https://zhaoguan.example.gov.cn'), AT);
    const path = join(folder, `${of.kind}-${of.type}.pdf`);
    writeFileSync(path, content);
    const text = execFileSync('pdftotext', ['-layout', path, '-']).toString();
    return text.split('\f').slice(0, -1);
  };

  it.each(
    KINDS.flatMap((kind) => (['SUSPENSION', 'RESUMPTION', 'CLOSURE'] as const).map((type) => [kind, type])),
  )('of %s, %s, are one', async (kind, type) => {
    const pages = await pagesOf(filing(kind as Kind, type as FilingType, { notice: NOTICE }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('（章）');
  });

  it.each(KINDS)(
    'of a suspension of a %s that tells much are two, the last of which has rows',
    async (kind) => {
      const reason = NOTICE.reason.repeat(8);
      const [first, last, ...more] = await pagesOf(
        filing(kind, 'SUSPENSION', { notice: { ...NOTICE, reason } }),
      );
      expect(more).toEqual([]);
      expect(first).toMatch(/暂停服务的安排[\s\S]*现行备案项目\s+机构名称/);
      expect(last).toMatch(/\S\s{3,}\S[\s\S]*（章）/);
    },
  );

  it.each(KINDS)('of a notice of a %s carry the filed items, but for an end', async (kind) => {
    const size = kind === 'ELDERLY_CARE' ? /养老床位数\s+120 张/ : /托位规模\s+60 个/;
    for (const type of ['SUSPENSION', 'RESUMPTION', 'CLOSURE'] as const) {
      const text = (await pagesOf(filing(kind, type, { notice: NOTICE }))).join('');
      const isEnd = type === 'CLOSURE';
      expect(size.test(text)).toBe(!isEnd);
      expect(/法定代表人（主要负责人）\s+示例·/.test(text)).toBe(!isEnd);
      expect(text).toContain('地址');
    }
  });

  it.each(KINDS)('of a change of a %s are one besides the annex', async (kind) => {
    const pages = await pagesOf(filing(kind, 'CHANGE'), CHANGES);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('（章）');
    expect(pages[1]).toContain('附件');
  });

  it('leave nothing signed alone, where there must be two: two rows go with authority and date', async () => {
    const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    for (let most = 4; most <= names.length; most += 1) {
      const placements = names.slice(0, most).map((name) => ({
        destination: 'OTHER_INSTITUTION' as const,
        people: 1,
        name: `示例·${name.repeat(30)}`,
      }));
      const pages = await pagesOf(filing('ELDERLY_CARE', 'CLOSURE', { notice: { ...NOTICE, placements } }));
      if (pages.length === 1) continue;
      const rows = (pages.at(-1) ?? '')
        .split('（章）')[0]
        ?.split('\n')
        .filter((line) => /\S\s{3,}\S/.test(line));
      expect(rows?.length).toBeGreaterThanOrEqual(2);
    }
  });
});
