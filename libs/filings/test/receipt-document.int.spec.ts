import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate } from '@zhaoguan/kernel';
import { fillIn, type ApplicationInput } from '../src/domain/application';
import type { Filing } from '../src/domain/filing';
import { receiptText } from '../src/domain/receipt';
import { printReceipt } from '../src/jobs/receipt-document';
import { ELDERLY_FORM } from '../../forms/test/forms.builder';
import { ELDERLY_APPLICATION } from './filing.builder';
import { termsFor } from './guides.builder';
import { storedFiling } from './stored-filing.builder';

const AT = new Date('2026-11-20T02:00:00Z');
const filing = (input: ApplicationInput = {}): Filing =>
  storedFiling({
    type: 'INITIAL',
    kind: 'ELDERLY_CARE',
    status: 'ACCEPTED',
    application: fillIn({ ...(ELDERLY_APPLICATION as ApplicationInput), ...input }),
    submittedAt: AT,
    filingNumber: '610116-YL-2026-0001',
    filedOn: plainDate('2026-11-20'),
    institutionId: '00000000-0000-7000-8000-000000000003',
  });
const textOf = (of: Filing) =>
  receiptText(
    {
      filing: of,
      form: ELDERLY_FORM,
      filedForm: ELDERLY_FORM,
      incomplete: [],
      authority: '西安市长安区民政局',
      ordinal: { version: 1, apart: false },
      amendments: null,
      promised: [],
      licenceBefore: null,
      termOf: termsFor('ELDERLY_CARE'),
    },
    'https://example.test',
  );
const print = (of: Filing) => printReceipt(textOf(of), AT);

describe('the printed receipt', () => {
  it('is the same document each time it is printed', async () => {
    const first = await print(filing());
    const second = await print(filing());
    expect(Buffer.compare(first.content, second.content)).toBe(0);
    expect(first.unprintable).toEqual([]);
  });

  it('keeps authority, date and code together when names are as long as they may be', async () => {
    const long = await print(filing({ name: '长'.repeat(100), address: '路'.repeat(200) }));
    const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-receipt-'));
    try {
      writeFileSync(join(folder, 'receipt.pdf'), long.content);
      const path = join(folder, 'receipt.pdf');
      const info = execFileSync('pdfinfo', [path]).toString();
      expect(info).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
      // The form feed ends a page: what is filed with the authority and the code, then the annex.
      const [filed, annex] = execFileSync('pdftotext', ['-layout', path, '-']).toString().split('\f');
      expect(filed).toMatch(/服务场所权属\s+未填报[\s\S]*西安市长安区民政局（章）/);
      // Nobody leaves a page out unseen.
      expect([filed, annex].map((page) => /第\s?\d\s?页\s?共\s?2\s?页/.test(page ?? ''))).toEqual([
        true,
        true,
      ]);
      expect(filed).toContain('2026年11月20日');
      expect(filed).toContain('https://example.test/receipts/610116-YL-2026-0001');
      expect(annex).toContain('养老机构基本条件告知书');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('ends no page on the title of what follows, however many lines have changed', async () => {
    const stranded: number[] = [];
    for (let lines = 6; lines <= 16; lines += 1) {
      const changes = Array.from({ length: lines }, (_, i) => ({
        label: `事项${i}`,
        value: '未填报 → 示例',
      }));
      const usual = textOf(filing());
      const tables = [
        { title: '变更事项', items: changes },
        { title: '变更后的项目', items: usual.tables[0]?.items ?? [] },
      ];
      const { content } = await printReceipt({ ...usual, tables }, AT);
      const pages = execFileSync('pdftotext', ['-layout', '-', '-'], { input: content })
        .toString()
        .split('\f');
      if (pages.some((page) => /变更后的项目\s*第\s?\d/.test(page))) stranded.push(lines);
    }
    expect(stranded).toEqual([]);
  });

  it('is not written for a filing that has not been accepted', () => {
    expect(() => textOf({ ...filing(), filingNumber: null })).toThrow('has not been accepted');
  });
});
