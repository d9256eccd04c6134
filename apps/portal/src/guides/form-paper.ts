import { THEME } from '@zhaoguan/contracts';
import type { GuideForm } from '@zhaoguan/filings';
import { numberPages, openPaper, PAPER_MARGIN, ruleAcross, type Paper } from '@zhaoguan/platform';

const LABEL_WIDTH = 150;
const GAP = 12;
/** Room to write by hand. */
const BLANK_HEIGHT = 22;

export const SAMPLE_NOTE = '本表为填写样例，其中的名称、代码、姓名和号码均为虚构。';
export const BLANK_NOTE = '网上办理的，直接在网上填写，不用打印本表。';

/** The application form as a paper (PDF, A4): filled in with the examples, or empty to be filled in by hand. */
export async function printForm(form: GuideForm, filled: boolean): Promise<Buffer> {
  // The same form gives the same document, byte by byte: it is dated by the form.
  const at = new Date(`${form.effectiveFrom}T00:00:00+08:00`);
  const title = filled ? `${form.title}（填写样例）` : form.title;
  const paper = await openPaper(title, at);
  const { doc } = paper;
  doc.fontSize(20).text(title, PAPER_MARGIN, PAPER_MARGIN, { align: 'center' });
  doc.moveDown(0.6).fontSize(9).fillColor(THEME.inkSecondary);
  doc.text(filled ? SAMPLE_NOTE : BLANK_NOTE, { align: 'center' });
  for (const step of form.steps) printStep(paper, step, filled);
  printSignature(paper, filled);
  numberPages(paper);
  return paper.finish();
}

function printStep(paper: Paper, step: GuideForm['steps'][number], filled: boolean): void {
  const { doc } = paper;
  makeRoom(paper, 70);
  doc.fillColor(THEME.ink).fontSize(13);
  doc.text(step.title, PAPER_MARGIN, doc.y + 16);
  doc.y += 6;
  ruleAcross(doc, doc.y);
  for (const field of step.fields) printField(paper, field, filled);
}

type Field = GuideForm['steps'][number]['fields'][number];

function printField(paper: Paper, field: Field, filled: boolean): void {
  const { doc, safe } = paper;
  const width = doc.page.width - 2 * PAPER_MARGIN - LABEL_WIDTH - GAP;
  const value = safe(filled ? (field.example ?? '') : blankValue(field));
  const label = `${field.label}${field.need === '选填' ? '（选填）' : ''}`;
  doc.fontSize(11);
  const height = Math.max(
    doc.heightOfString(label, { width: LABEL_WIDTH }),
    doc.heightOfString(value, { width }),
    BLANK_HEIGHT,
  );
  makeRoom(paper, height + 14);
  const top = doc.y + 6;
  doc.fillColor(THEME.inkSecondary).text(label, PAPER_MARGIN, top, { width: LABEL_WIDTH });
  doc.fillColor(THEME.ink).text(value, PAPER_MARGIN + LABEL_WIDTH + GAP, top, { width });
  if (field.when !== null) {
    doc.fontSize(8).fillColor(THEME.inkSecondary);
    doc.text(`${field.when}时填写`, PAPER_MARGIN + LABEL_WIDTH + GAP, doc.y + 1, { width });
  }
  doc.y = Math.max(top + height, doc.y) + 5;
  ruleAcross(doc, doc.y);
}

/** What stands in an empty form: boxes to tick, the unit after the number, or nothing. */
export function blankValue({ options, columns, unit }: Field): string {
  if (options.length > 0) return options.map((option) => `□ ${option}`).join('　');
  if (columns.length > 0) return `逐行写明：${columns.join('、')}`;
  return unit === null ? '' : `　　　　　　${unit}`;
}

function printSignature(paper: Paper, filled: boolean): void {
  const { doc } = paper;
  makeRoom(paper, 110);
  doc.fontSize(11).fillColor(THEME.ink);
  doc.text('以上内容真实、准确，并对材料的真实性负责。', PAPER_MARGIN, doc.y + 24);
  doc.moveDown(1.2).text(`法定代表人（主要负责人）签字：${filled ? '（签字）' : ''}`);
  doc.moveDown(0.8).text('单位盖章：');
  doc.moveDown(0.8).text('日期：　　　　年　　月　　日');
}

function makeRoom({ doc }: Paper, height: number): void {
  if (doc.y + height > doc.page.height - PAPER_MARGIN) {
    doc.addPage();
    doc.y = PAPER_MARGIN;
  }
}
