import { numberPages, openPaper, PAPER_MARGIN, ruleAcross } from '@zhaoguan/platform';

/** The same bytes at every start: an upload that is sent again after an interruption is the one that was kept. */
const WRITTEN_AT = new Date('2026-01-01T00:00:00+08:00');
const NOTE = '演示用材料：内容为虚构，没有法律效力。正式使用时，这里是申请人上传的扫描件或者文件。';

const printed = new Map<string, Promise<Buffer>>();

/** A page that says what it stands for, as 场地证明. Printed once for each title. */
export function demoPaper(title: string): Promise<Buffer> {
  const known = printed.get(title) ?? print(title);
  printed.set(title, known);
  return known;
}

async function print(title: string): Promise<Buffer> {
  const paper = await openPaper(title, WRITTEN_AT);
  const { doc, safe, finish } = paper;
  doc.fontSize(22).text(safe(`示例·${title}`), { align: 'center' });
  doc.moveDown(1);
  ruleAcross(doc, doc.y);
  doc.moveDown(1).fontSize(14);
  doc.text(safe(NOTE), PAPER_MARGIN);
  numberPages(paper);
  return finish();
}
