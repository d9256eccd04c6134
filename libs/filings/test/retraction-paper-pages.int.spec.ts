import { execFileSync } from 'node:child_process';
import { paperText, type FilingType } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { printPaper } from '@zhaoguan/platform';
import { retractionGrant, type RetractionFacts } from '../src/domain/papers/retraction-papers';
import { filing } from './paper-facts.builder';

const AT = new Date('2026-11-23T02:00:00Z');
const CONTACT = {
  address: '陕西省西安市长安区政务服务中心（示例地址）',
  phone: '029-0000 0000（示例号码）',
  paymentBank: null,
};

describe('the pages of 准予撤回告知书', () => {
  const pagesOf = async (type: FilingType, more: Partial<RetractionFacts> = {}): Promise<string[]> => {
    const facts: RetractionFacts = {
      filing: filing({ type }, { name: '示例·长安颐养院' }),
      retraction: { askedAt: AT, answer: null },
      receipt: '610116-YL-2026-0001 第2版',
      standsAgain: null,
      effectiveOn: plainDate('2026-12-31'),
      on: plainDate('2026-11-23'),
      ended: null,
      ...more,
    };
    const paper = {
      id: 'x',
      subjectId: 'y',
      kind: 'RETRACTION_GRANT' as const,
      round: 1,
      number: '长民备撤〔2026〕1号',
      authority: '西安市长安区民政局',
      addressee: facts.filing.application.name ?? '',
      issuedOn: facts.on,
      body: retractionGrant(facts, type === 'RESUMPTION' ? 'SUSPENDED' : 'OPERATING'),
      contact: CONTACT,
      code: '7KQ2-M0XA-0000-ZZZZ',
    };
    const { content } = await printPaper(paperText(paper, 'https://zhaoguan.example.gov.cn'), AT);
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input: content })
      .toString()
      .split('\f')
      .slice(0, -1);
  };

  it.each(['SUSPENSION', 'RESUMPTION', 'CLOSURE'] as const)(
    'are one with whom to ask, signature and code, of %s',
    async (type) => {
      const standsAgain = '610116-YL-2026-0001 第1版';
      for (const more of [{}, { standsAgain }]) {
        const pages = await pagesOf(type, more);
        expect(pages).toHaveLength(1);
        expect(pages[0]).toContain('联系电话');
        expect(pages[0]).toContain('2026年11月23日');
      }
    },
  );
});
