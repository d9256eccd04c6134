import { execFileSync } from 'node:child_process';
import type { PaperText } from '@zhaoguan/contracts';
import { printPaper } from '../src/papers/paper-document';

const AT = new Date('2026-11-20T02:00:00Z');
const text = (more: Partial<PaperText> = {}): PaperText => ({
  title: '养老机构备案补正通知书',
  authority: '西安市长安区民政局',
  number: '长民备补〔2026〕1号',
  addressee: '示例·长安颐养院：',
  opening: '你单位提交的养老机构备案材料收悉。现将需要补正的全部内容一次告知你单位：',
  sections: [
    { heading: '需要补正的内容', paragraphs: [], items: ['住所：应写到门牌号。'] },
    { heading: '补正的期限和办法', paragraphs: ['请于2026年12月21日前（含当日）重新提交。'] },
  ],
  contact: ['联系地址：示例地址。', '联系电话：示例号码。'],
  date: '2026年11月20日',
  verification: '扫描二维码可以核验真伪。',
  verificationUrl: 'https://example.test/papers/7KQ2-M0XA-0000-ZZZZ',
  ...more,
});
const pagesOf = (content: Buffer): string[] =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: content })
    .toString()
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/g, ''));

describe('a printed paper', () => {
  it('is the same document each time it is printed, on one page where it fits', async () => {
    const [first, second] = [await printPaper(text(), AT), await printPaper(text(), AT)];
    expect(Buffer.compare(first.content, second.content)).toBe(0);
    expect(first.unprintable).toEqual([]);
    const [page, ...more] = pagesOf(first.content);
    expect(more).toEqual([]);
    expect(page).toMatch(
      /^西安市长安区民政局长民备补〔2026〕1号养老机构备案补正通知书示例·长安颐养院：.*一、需要补正的内容1\.住所：应写到门牌号。二、补正的期限和办法/,
    );
  });

  it.each([1, 9, 10, 11, 12, 13, 14, 40])('signs no page without text, with %i remarks', async (count) => {
    const items = Array.from(
      { length: count },
      (_, i) => `第${i + 1}项：应当补正的内容写在这里，长短不一${'，说明'.repeat(i % 9)}。`,
    );
    const [head] = text().sections;
    const printed = await printPaper(
      text({
        sections: [{ heading: head?.heading ?? '', paragraphs: [], items }, ...text().sections.slice(1)],
      }),
      AT,
    );
    const pages = pagesOf(printed.content);
    const last = pages.at(-1) ?? '';
    expect(last).toContain('联系电话：示例号码。');
    expect(last).toContain('2026年11月20日');
    expect(pages.every((page, i) => page.includes(`第${i + 1}页共${pages.length}页`))).toBe(true);
    const endings = pages.map((page) => page.replace(/第\d+页共\d+页$/, ''));
    expect(endings.filter((page) => /(需要补正的内容|补正的期限和办法)$/.test(page))).toEqual([]);
  });

  it.each(Array.from({ length: 24 }, (_, lines) => lines))(
    'keeps whom to ask together with the signature, after %i lines more',
    async (lines) => {
      const paragraphs = Array.from({ length: lines }, () => '示例内容。');
      const printed = await printPaper(
        text({ sections: [...text().sections, { heading: '其他', paragraphs }] }),
        AT,
      );
      const last = pagesOf(printed.content).at(-1) ?? '';
      expect(last).toMatch(/联系地址：示例地址。联系电话：示例号码。.*2026年11月20日/);
    },
  );

  it('fits a long name of an authority on the line, and names what its font lacks', async () => {
    const authority = `${'示例'.repeat(18)}𠮷民政局`;
    const { content, unprintable } = await printPaper(text({ authority }), AT);
    expect(unprintable).toEqual(['𠮷']);
    expect(pagesOf(content).join('')).toContain('字库缺少下列用字');
  });
});
