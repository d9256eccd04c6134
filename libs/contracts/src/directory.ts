import { departmentLabel } from './reference/agencies';

/** What may be done to an entry of the 执法检查人员名录库 (名录变动). */
export const DIRECTORY_ACTS = ['LISTED', 'SUSPENDED', 'RESUMED', 'MOVED', 'SHORTENED', 'RENEWED'] as const;
export type DirectoryAct = (typeof DIRECTORY_ACTS)[number];

export const DIRECTORY_ACT_LABELS: Readonly<Record<DirectoryAct, string>> = {
  LISTED: '登记',
  SUSPENDED: '停用',
  RESUMED: '恢复使用',
  MOVED: '调整部门或辖区',
  SHORTENED: '缩短执法证有效期',
  RENEWED: '延长执法证有效期',
};

/** What of an entry may be changed; its certificate by the day it ends. */
export interface DirectoryEntry {
  readonly department: string;
  readonly districts: readonly string[];
  readonly validUntil: string;
  readonly active: boolean;
}

/** What was done to an entry, each act once; nothing when it says what it said before. */
export function actsBetween(before: DirectoryEntry, after: DirectoryEntry): DirectoryAct[] {
  const acts: DirectoryAct[] = [];
  if (before.active && !after.active) acts.push('SUSPENDED');
  if (!before.active && after.active) acts.push('RESUMED');
  if (before.department !== after.department || !haveSame(before.districts, after.districts)) {
    acts.push('MOVED');
  }
  if (before.validUntil !== after.validUntil) {
    acts.push(after.validUntil < before.validUntil ? 'SHORTENED' : 'RENEWED');
  }
  return acts;
}

/** Whether an act takes somebody out of draws, or may: it is not done without saying why. */
export function needsReason(act: DirectoryAct): boolean {
  return act !== 'LISTED' && act !== 'RENEWED';
}

function haveSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}

/** Why an inspector of a draw cannot go any more (不能参加检查的原因). */
export const ABSENCE_CAUSES = ['ACCOUNT', 'DIRECTORY', 'CERTIFICATE', 'RECUSAL'] as const;
export type AbsenceCause = (typeof ABSENCE_CAUSES)[number];

export const ABSENCE_CAUSE_LABELS: Readonly<Record<AbsenceCause, string>> = {
  ACCOUNT: '账号停用或者不再是检查人员',
  DIRECTORY: '名录中停用或者调离部门',
  CERTIFICATE: '执法证到期',
  RECUSAL: '公告后本人申请回避',
};

/** The directory of one department in numbers of people, as it is published with a draw. */
export interface DirectoryFacts {
  readonly department: string;
  /** From when on changes before the announcement are counted. */
  readonly countedFrom: Date | string;
  /** Entries in use that cover part of the area. */
  readonly listed: number;
  /** Entries of the area that are out of use, since whenever. */
  readonly inactive: number;
  /** Of those in use, who could be sent: the certificate was valid on the day, and the account in use. */
  readonly available: number;
  /** Recusals (回避) in the draw that somebody else declared for the inspector. */
  readonly recusedByOthers: number;
  /** Recusals at institutions of the draw that were lifted before the announcement. */
  readonly recusalsLifted: number;
  readonly added: number;
  readonly suspended: number;
  readonly resumed: number;
  readonly moved: number;
  readonly shortened: number;
  readonly renewed: number;
  /** After the announcement and before the opening: back in the directory, but not in the draw. */
  readonly returned: number;
  /** After the announcement and before the opening: newly in the directory. */
  readonly joined: number;
}

/** Why the numbers are published, for whoever reads them for the first time. */
export const DIRECTORY_PURPOSE =
  '检查人员只从名录中抽取。为防止有人在抽取前被临时移出名录、抽取后再移回，名录在公告前后的变动人数一并公布。';

interface Sentence {
  readonly text: string;
  /** Somebody was taken out before, or came back after: to be looked at twice. */
  readonly isConspicuous: boolean;
}

/**
 * The numbers of a department in sentences: who there was, what was done before, and what after.
 * @param isOver whether the draw is laid open or thrown away: until then what came after goes on
 */
export function directoryInWords(
  facts: DirectoryFacts,
  dayOf: (instant: Date) => string,
  isOver: boolean,
): Sentence[] {
  const { department, listed, inactive, available, suspended, moved, shortened, returned, joined } = facts;
  const before = counted([
    ['登记', facts.added],
    ['停用', suspended],
    ['恢复使用', facts.resumed],
    ['调整部门或辖区', moved],
    ['缩短执法证有效期', shortened],
    ['延长执法证有效期', facts.renewed],
  ]);
  const after = counted([
    ['恢复或者调整', returned],
    ['新登记', joined],
  ]);
  const sentences: Sentence[] = [
    {
      text: `${departmentLabel(department)}：公告时名录中有 ${listed} 人，执法证有效、账号在用、可以选派的 ${available} 人；另有 ${inactive} 人已停用。`,
      isConspicuous: false,
    },
    {
      text: `公告前九十日（上次公告更早的，自上次公告），即自${dayOf(new Date(facts.countedFrom))}起至公告：${before}。`,
      isConspicuous: suspended + moved + shortened > 0,
    },
    { text: `公告以后${isOver ? '至公开或者作废' : '至今'}：${after}。`, isConspicuous: returned > 0 },
  ];
  return [...sentences, ...recusalsInWords(facts)];
}

function recusalsInWords({ recusedByOthers, recusalsLifted }: DirectoryFacts): Sentence[] {
  const sentences: Sentence[] = [];
  if (recusedByOthers > 0) {
    const text = `列入抽取的回避中，${recusedByOthers} 条由他人登记，不是检查人员本人登记。`;
    sentences.push({ text, isConspicuous: false });
  }
  if (recusalsLifted > 0) {
    const text = `公告前对名单中的机构解除回避 ${recusalsLifted} 条。`;
    sentences.push({ text, isConspicuous: true });
  }
  return sentences;
}

function counted(numbers: readonly (readonly [string, number])[]): string {
  const some = numbers.filter(([, number]) => number > 0);
  return some.length === 0 ? '没有变动' : some.map(([act, number]) => `${act} ${number} 人`).join('，');
}
