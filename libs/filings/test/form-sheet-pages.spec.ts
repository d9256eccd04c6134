import { execFileSync } from 'node:child_process';
import { closingOfApplication, type FormSheet } from '../src/domain/form-sheet';
import { printFormSheet } from '../src/printing/form-sheet';

const NAME = '示例·枫林新苑养老院';
const AT = new Date('2026-11-28T02:00:00Z');

/** With so many answers; the last one is the reason, in several lines. */
function sheetOf(answers: number): FormSheet {
  const line = (label: string, value: string) => ({ label, value, hint: null });
  const lines = Array.from({ length: answers }, (_, index) => line(`第${index + 1}项`, '已填'));
  return {
    title: '暂停服务备案书',
    note: '本表按网上填写的内容生成。',
    party: NAME,
    steps: [
      { title: '机构', lines: [line('机构名称', NAME)] },
      { title: '暂停服务', lines: [...lines, line('暂停的原因', '房屋修缮。\n\n工期三个月。')] },
    ],
    closing: closingOfApplication(''),
  };
}

async function pagesOf(answers: number): Promise<string[]> {
  const input = await printFormSheet(sheetOf(answers), AT);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input }).toString();
  return text.split('\f').filter((page) => page.trim() !== '');
}

describe('the pages of a form that is signed', () => {
  it('hold the last answers beside the signature, and name whose form it is, however much is filled in', async () => {
    const counts = new Set<number>();
    for (let answers = 9; answers < 24; answers += 1) {
      const pages = await pagesOf(answers);
      counts.add(pages.length);
      const last = pages.at(-1) ?? '';
      expect(last).toContain('单位盖章');
      expect(last).toContain('以上内容真实');
      expect(last).toContain('暂停的原因');
      expect(last).toContain(`第${answers}项`);
      for (const page of pages) expect(page).toContain(NAME);
      expect(last.replace(/\s/g, '')).toContain(`第${pages.length}页共${pages.length}页`);
    }
    expect(counts.size).toBeGreaterThan(1);
  });

  it('break what was typed in paragraphs where it was broken', async () => {
    const [page = ''] = await pagesOf(1);
    expect(page).toMatch(/房屋修缮。\n/);
    expect(page).not.toMatch(/房屋修缮。.*工期/);
  });
});
