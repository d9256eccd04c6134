/** People that are missing somewhere for an inspection plan (检查人员不足). */
export interface MissingStaff {
  /** The district in words; 全部辖区 for all together. */
  readonly place: string;
  /** Where recusals (回避) leave too few for one institution. */
  readonly institutionName?: string | undefined;
  /** Places, one for each inspector sent to an institution. */
  readonly needed: number;
  readonly capacity: number;
  /** Inspectors that the department sends to each institution. */
  readonly team: number;
  /** The most institutions that one inspector may be given. */
  readonly maxLoad: number;
}

type Cause = 'RECUSALS' | 'TEAM' | 'LOAD';

function causeOf({ institutionName, capacity, team }: MissingStaff): Cause {
  if (institutionName !== undefined) return 'RECUSALS';
  return capacity < team ? 'TEAM' : 'LOAD';
}

/** What is missing where, and why, in words for whoever plans; the refusal and the preview say the same. */
export function shortageInWords(missing: MissingStaff): string {
  const { place, institutionName = '', needed, capacity, team, maxLoad } = missing;
  const only = capacity === 0 ? '一个也没有' : `只有 ${capacity} 人`;
  switch (causeOf(missing)) {
    case 'RECUSALS':
      return `“${institutionName}”（${place}）要派 ${needed} 人，除去须回避的，能派的${only}`;
    case 'TEAM':
      return `${place}每家机构要派 ${team} 人，执法证有效、辖区包括那里的检查人员${only}`;
    case 'LOAD':
      return `${place}至少要派 ${needed} 人次，按每名检查人员最多 ${maxLoad} 家，现有人员只能派 ${capacity} 人次`;
  }
}

const REMEDIES: Readonly<Record<Cause, string>> = {
  RECUSALS: '为有回避的机构补充没有回避的检查人员',
  TEAM: '在检查人员名录中补充执法证有效、辖区包括那里的人员，或者减少该部门每家派出的人数',
  LOAD: '补充检查人员，或者照抄本计划、提高每名检查人员最多检查的家数后另行制定',
};

/** What to do about them, each remedy once. */
export function remedyInWords(missing: readonly MissingStaff[]): string {
  return [...new Set(missing.map((one) => REMEDIES[causeOf(one)]))].join('；');
}
