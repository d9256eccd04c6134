import { closingOfApplication, printFormSheet, type GuideForm } from '@zhaoguan/filings';
import { atThatTime } from './at-that-time';

export const SAMPLE_NOTE = '本表为填写样例，其中的名称、代码、姓名和号码均为虚构。';
export const BLANK_NOTE = '网上办理的，直接在网上填写，不用打印本表。';

/** The application form as a paper (PDF, A4): filled in with the examples, or empty to be filled in by hand. */
export async function printForm(form: GuideForm, filled: boolean): Promise<Buffer> {
  return printFormSheet(
    {
      title: filled ? `${form.title}（填写样例）` : form.title,
      note: filled ? SAMPLE_NOTE : BLANK_NOTE,
      steps: form.steps.map(({ title, fields }) => ({
        title,
        lines: fields.map((field) => ({
          label: `${field.label}${field.need === '选填' ? '（选填）' : ''}`,
          value: filled ? sampleValue(field) : blankValue(field),
          hint: field.when === null ? null : `${atThatTime(field.when)}填写`,
        })),
      })),
      closing: closingOfApplication(filled ? '（签字）' : ''),
    },
    // The same form gives the same document, byte by byte: it is dated by the form.
    new Date(`${form.effectiveFrom}T00:00:00+08:00`),
  );
}

type Field = GuideForm['steps'][number]['fields'][number];

const NOT_ASKED = '不填';

/** What stands in the sample; of what its other answers leave out, that it is left out: the line below says when it is not. */
function sampleValue({ example, inSample }: Field): string {
  if (example === null) return '';
  return inSample ? example : NOT_ASKED;
}

/** As in {@link sampleValue}, where no line below says when. */
export function sampleInWords(field: Field): string {
  const isLeftOut = field.example !== null && !field.inSample && field.when !== null;
  return isLeftOut ? `${NOT_ASKED}（${atThatTime(field.when)}填写）` : sampleValue(field);
}

/** What stands in an empty form: boxes to tick, the unit after the number, or nothing. */
export function blankValue({ options, columns, unit }: Field): string {
  if (options.length > 0) return options.map((option) => `□ ${option}`).join('　');
  if (columns.length > 0) return `逐行写明：${columns.join('、')}`;
  return unit === null ? '' : `　　　　　　${unit}`;
}
