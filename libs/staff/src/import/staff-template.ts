import {
  BACKGROUND_RESULT_LABELS,
  postInWords,
  postsOf,
  type StaffRequirementRow,
} from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import { columnsOf, EMPLOYED, FOR_GOOD, LEFT, NAME, POST, type SheetContext } from './staff-sheet';

/** What is written into a row, by the header of the column. */
export type TemplateRow = Readonly<Partial<Record<string, string>>>;

const DAY_HINT = '请填写日期，如 2026-01-31';
const OF_TERM_HINT = `可以不填，按规定的期限计算；证件上写明的日期更早的，${DAY_HINT}`;
const SHOWN_ON = '2026-03-02';

/** What is asked in a kind, and of which papers a rule sets the last day. */
export type TemplateRules = Pick<SheetContext, 'kind' | 'siteType' | 'requirements' | 'ofTerm'>;

/** The columns of a register, in order: posts and results are chosen, the rest is explained. */
export function templateColumns({
  kind,
  siteType,
  requirements,
  ofTerm,
}: TemplateRules): SheetColumn<TemplateRow>[] {
  return [
    text(NAME, { hint: '请填写姓名，一人一行' }),
    text(POST, { choices: postsOf({ kind, siteType }).map((post) => postInWords(post, siteType)) }),
    day(EMPLOYED, DAY_HINT),
    day(LEFT, `${DAY_HINT}；在职的不填`),
    ...requirements.flatMap((requirement) => {
      const { issued, text: words, last } = columnsOf(requirement);
      const isCheck = requirement.credential === 'BACKGROUND';
      const shown = [day(issued, DAY_HINT), text(words, helpOf(requirement))];
      if (last === null) return shown;
      return [
        ...shown,
        isCheck
          ? text(last, { choices: Object.values(BACKGROUND_RESULT_LABELS) })
          : day(
              last,
              ofTerm.has(requirement.credential) ? OF_TERM_HINT : `${DAY_HINT}；长期有效的填“${FOR_GOOD}”`,
            ),
      ];
    }),
  ];
}

/** Somebody invented, who has everything that is asked of the first post that has duties of its own. */
export function exampleRow({ kind, siteType, requirements, ofTerm }: TemplateRules): TemplateRow {
  const post = kind === 'ELDERLY_CARE' ? 'ELDERLY_CARER' : 'CHILD_CARER';
  const asked = requirements.filter(({ posts }) => posts.length === 0 || posts.includes(post));
  const shown = asked.flatMap((requirement): [string, string][] => {
    const { issued, text: words, last } = columnsOf(requirement);
    const isCheck = requirement.credential === 'BACKGROUND';
    const first: [string, string][] = [
      [issued, SHOWN_ON],
      [words, requirement.alternatives?.[0] ?? (isCheck ? '示例·查询机关' : '示例-001')],
    ];
    // Left empty where a rule sets the last day: the example comes in as it stands.
    if (last === null || (!isCheck && ofTerm.has(requirement.credential))) return first;
    return [...first, [last, isCheck ? BACKGROUND_RESULT_LABELS.CLEAR : FOR_GOOD]];
  });
  const person = [
    [NAME, '示例·张某某'],
    [POST, postInWords(post, siteType)],
    [EMPLOYED, SHOWN_ON],
  ];
  return Object.fromEntries([...person, ...shown]) as TemplateRow;
}

function helpOf({ credential, alternatives }: StaffRequirementRow) {
  if (alternatives) return { choices: alternatives };
  return { hint: credential === 'BACKGROUND' ? '请填写由谁查询、出具' : '请填写证件上的编号' };
}

const valueOf =
  (header: string) =>
  (row: TemplateRow): string | null =>
    row[header] ?? null;

function text(
  header: string,
  help: { readonly choices?: readonly string[]; readonly hint?: string },
): SheetColumn<TemplateRow> {
  return { header, width: widthOf(header), type: 'text', value: valueOf(header), ...help };
}

function day(header: string, hint: string): SheetColumn<TemplateRow> {
  return { header, width: widthOf(header), type: 'day', value: valueOf(header), hint };
}

const widthOf = (header: string): number => Math.max(14, header.length * 2 + 2);
