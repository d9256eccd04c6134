import {
  BACKGROUND_RESULT_LABELS,
  BACKGROUND_RESULTS,
  isStaffName,
  MASKED_NUMBER,
  postInWords,
  postsOf,
  STAFF_NAME_WRONG,
  STAFF_POST_LABELS,
  UNMASKED,
  type CredentialType,
  type StaffPost,
  type StaffRequirementRow,
  type StaffSite,
} from '@zhaoguan/contracts';
import { cellText, columnLetter, rawText, readDay, type DirectorySheetRow } from '@zhaoguan/institutions';
import { plainDate, type PlainDate } from '@zhaoguan/kernel';
import { longestOf, type MemberFacts, type NewCredential } from '../domain/member';

/** A row of a register in a spreadsheet. */
export interface SheetMember {
  readonly row: number;
  readonly facts: MemberFacts;
  readonly leftOn: PlainDate | null;
  readonly credentials: readonly NewCredential[];
}

/** What is wrong, and in which cell. */
export interface SheetFault {
  /** As Excel counts; null where it is the file. */
  readonly row: number | null;
  /** Header and letter, e.g. `入职日期（C 列）`. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface SheetContext extends StaffSite {
  readonly requirements: readonly StaffRequirementRow[];
  /** Types whose last day a rule sets, and its months ({@link StaffRules.typesOfTerm}): none of them is valid for good. */
  readonly ofTerm: ReadonlyMap<CredentialType, number>;
  readonly on: PlainDate;
}

export const FOR_GOOD = '长期';
/** As the form has no 长期有效 for them; taken in silence it would be a term that nobody entered. */
const NOT_FOR_GOOD = `不能填“${FOR_GOOD}”：有效期按规定的期限计算，请留空；证件上写明的日期更早的，填写该日期`;
export const NAME = '姓名';
export const POST = '岗位';
export const EMPLOYED = '入职日期';
export const LEFT = '离职日期';
const LONGEST_NAME = 50;
const LONGEST_TEXT = 60;
/** A title or two may stand above the header. */
const ROWS_BEFORE_HEADER = 20;
/** No bound: a certificate may be valid for as long as it says. */
const END_OF_DAYS = plainDate('2999-12-31');

/** The columns of what is asked of a post: when, until when, and its number; of a check its source and result; of experience or background which it is. */
export function columnsOf({ label, credential }: StaffRequirementRow): {
  readonly issued: string;
  readonly text: string;
  readonly last: string | null;
} {
  if (credential === 'EXPERIENCE')
    return { issued: `${label}证明日期`, text: `具备哪一项${label}`, last: null };
  return credential === 'BACKGROUND'
    ? { issued: `${label}日期`, text: `${label}来源`, last: `${label}结果` }
    : { issued: `${label}日期`, text: `${label}编号`, last: `${label}有效期至` };
}

/** Reads a register row by row, and says of every cell what is wrong with it, so that a file is put right in one round. */
export class StaffSheet {
  readonly members: SheetMember[] = [];
  readonly faults: SheetFault[] = [];
  /** What is taken otherwise than it stands there, and why. */
  readonly remarks: SheetFault[] = [];
  private columns: ReadonlyMap<string, number> | undefined;
  private readonly seen = new Map<string, number>();

  constructor(private readonly context: SheetContext) {}

  accept(row: DirectorySheetRow): void {
    if (row.cells.every((cell) => cellText(cell) === '')) return;
    if (this.columns) this.readMember(row, this.columns);
    else this.lookForHeader(row);
  }

  /** After the last row. */
  end(): void {
    if (!this.columns && this.faults.length === 0)
      this.refuse('找不到表头：请保留“姓名、岗位、入职日期”这几列的名称');
  }

  private lookForHeader(row: DirectorySheetRow): void {
    const names = row.cells.map((cell) => cellText(cell));
    if (!names.includes(NAME)) {
      if (row.row === ROWS_BEFORE_HEADER) this.end();
      return;
    }
    this.columns = new Map(names.map((name, i) => [name, i]));
    for (const name of [POST, EMPLOYED]) if (!names.includes(name)) this.refuse(`缺少“${name}”一列`);
  }

  private refuse(reason: string): void {
    this.faults.push({ row: null, column: '', value: '', reason });
  }

  private readMember(row: DirectorySheetRow, columns: ReadonlyMap<string, number>): void {
    const cells = new Cells(row, columns, this.faults, this.remarks);
    const { requirements, on } = this.context;
    const before = this.faults.length;
    const name = cells.text(NAME, LONGEST_NAME);
    if (name === '') cells.fault(NAME, '请填写姓名');
    else if (!isStaffName(name)) cells.fault(NAME, STAFF_NAME_WRONG);
    const post = this.postIn(cells, cells.text(LEFT, LONGEST_TEXT) !== '');
    const employedOn = cells.day(EMPLOYED, on);
    if (employedOn === null) cells.fault(EMPLOYED, '请填写入职日期');
    const leftOn = cells.day(LEFT, on) ?? null;
    if (leftOn && employedOn && leftOn < employedOn) cells.fault(LEFT, '早于入职日期');
    const credentials = requirements.flatMap((requirement) => credentialIn(cells, requirement, this.context));
    const twin = this.seen.get(`${name}/${employedOn}`);
    if (twin !== undefined) cells.fault(NAME, `与第 ${twin} 行是同一个人`);
    this.seen.set(`${name}/${employedOn}`, row.row);
    if (this.faults.length > before || !post || !employedOn) return;
    this.members.push({ row: row.row, facts: { name, post, employedOn }, leftOn, credentials });
  }

  /** Who has left may have had a post that the site has no more; a register from before calls them as 托育机构 do. */
  private postIn(cells: Cells, hasLeft: boolean): StaffPost | undefined {
    const { kind, siteType } = this.context;
    const posts = postsOf({ kind, siteType });
    const words = cells.text(POST, LONGEST_TEXT);
    const found = (hasLeft ? postsOf({ kind, siteType: null }) : posts).find((each) =>
      [postInWords(each, siteType), STAFF_POST_LABELS[each]].includes(words),
    );
    if (!found) cells.fault(POST, `应为${posts.map((each) => postInWords(each, siteType)).join('、')}`);
    return found;
  }
}

/** Cells of one row, by the names of their columns. */
class Cells {
  constructor(
    private readonly row: DirectorySheetRow,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly faults: SheetFault[],
    private readonly remarks: SheetFault[],
  ) {}

  text(column: string, longest: number): string {
    const text = cellText(this.cell(column));
    if (text.length > longest) this.fault(column, `不超过 ${longest} 个字`);
    return text;
  }

  /** Null where nothing stands; undefined where it is no day, which is said already. */
  day(column: string, latest: PlainDate): PlainDate | null | undefined {
    const read = readDay(this.cell(column), latest);
    if (read.ok) return read.value;
    this.fault(column, read.reason);
    return undefined;
  }

  fault(column: string, reason: string): void {
    this.faults.push(this.at(column, reason));
  }

  remark(column: string, reason: string): void {
    this.remarks.push(this.at(column, reason));
  }

  private at(column: string, reason: string): SheetFault {
    const index = this.columns.get(column);
    const where = index === undefined ? column : `${column}（${columnLetter(index)} 列）`;
    return { row: this.row.row, column: where, value: rawText(this.cell(column)), reason };
  }

  private cell(column: string) {
    const index = this.columns.get(column);
    return index === undefined ? null : this.row.cells[index];
  }
}

/** What the row tells of one thing that is asked; nothing, where its cells are empty. */
function credentialIn(
  cells: Cells,
  requirement: StaffRequirementRow,
  { on, ofTerm }: SheetContext,
): NewCredential[] {
  const { credential: type, code, label, alternatives = [] } = requirement;
  const { issued, text, last } = columnsOf(requirement);
  const isCheck = type === 'BACKGROUND';
  const isChoice = type === 'EXPERIENCE';
  const issuedOn = cells.day(issued, on);
  const words = cells.text(text, LONGEST_TEXT);
  const end = last === null ? '' : cells.text(last, LONGEST_TEXT);
  // Whoever left all of it empty has not shown it.
  if (issuedOn === null && words === '' && end === '') return [];
  if (issuedOn === null) cells.fault(issued, '请填写日期');
  const result = BACKGROUND_RESULTS.find((each) => BACKGROUND_RESULT_LABELS[each] === end);
  if (!isChoice && !isCheck && !UNMASKED.test(words)) cells.fault(text, MASKED_NUMBER);
  if (isChoice && !alternatives.includes(words)) cells.fault(text, `应为${alternatives.join('或者')}`);
  if (isCheck && last !== null && !result)
    cells.fault(last, `应为${BACKGROUND_RESULTS.map((each) => BACKGROUND_RESULT_LABELS[each]).join('或者')}`);
  if (end === FOR_GOOD && last !== null && ofTerm.has(type)) cells.fault(last, NOT_FOR_GOOD);
  const validUntil = isCheck || last === null || end === FOR_GOOD ? null : cells.day(last, END_OF_DAYS);
  if (validUntil && issuedOn && last !== null && validUntil < issuedOn) cells.fault(last, '早于发证日期');
  if (!issuedOn) return [];
  const months = ofTerm.get(type);
  const longest = months === undefined ? null : longestOf(issuedOn, months);
  if (longest !== null && validUntil && last !== null && validUntil > longest)
    cells.remark(last, `晚于规定的期限，有效期登记至 ${longest}`);
  return [
    {
      type,
      requirement: isCheck || type === 'HEALTH' ? null : code,
      title: (isCheck || isChoice) && words !== '' ? words : label,
      number: isCheck || isChoice || words === '' ? null : words,
      issuedOn,
      validUntil: validUntil ?? null,
      result: isCheck ? (result ?? null) : null,
      fileId: null,
    },
  ];
}
