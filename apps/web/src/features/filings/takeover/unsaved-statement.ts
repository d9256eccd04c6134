import { TAKEOVER_GROUNDS, TAKEOVER_RELATIONS, type TakeoverRelation } from '@zhaoguan/contracts';
import { saysSomething } from '@zhaoguan/kernel';
import type { Filing } from '../queries';
import type { Takeover } from './words';

/** What was chosen and typed of what stands in the register, as far as it goes. */
export interface TypedStatement {
  readonly relation: TakeoverRelation | undefined;
  readonly ground: string | undefined;
  readonly explanation: string;
  readonly predecessorId: string | undefined;
}

/** Whether the applicant is asked what they have to do with what stands there: by the same code, or in the same house. */
export const isAsked = (takeover: Filing['takeover']): takeover is Takeover =>
  takeover !== null && (takeover.account || takeover.homes.length > 0);

export const relationsOf = ({ account }: Pick<Takeover, 'account'>): readonly TakeoverRelation[] =>
  account ? ['SAME_PERSON'] : ['SUCCESSOR', 'BESIDE'];

/**
 * Why another account files is said of a place and a head: what is filled in later was not spoken of, and is asked about anew. Null where
 * both are there, and where nothing of another account is asked.
 */
export function saidTooEarly({
  takeover,
  institution: { address, legalRepresentative },
}: Pick<Filing, 'takeover'> & {
  readonly institution: Pick<Filing['institution'], 'address' | 'legalRepresentative'>;
}): string | null {
  if (takeover?.account !== true) return null;
  const open = [
    ...((address ?? '') === '' ? ['住所（服务场所地址）'] : []),
    ...((legalRepresentative?.residentId ?? '') === '' ? ['法定代表人（主要负责人）身份证号'] : []),
  ];
  return open.length === 0
    ? null
    : `还没有填写${open.join('、')}：请先填写，再说明。说明以后填写或者改动的，须重新说明。`;
}

/** With what the card begins: what the server has, or nothing but what can be nothing else. */
export function savedStatement(takeover: Takeover): TypedStatement {
  const { statement, homes } = takeover;
  const relations = relationsOf(takeover);
  const before = relations.find((value) => value === statement?.relation);
  return {
    relation: before ?? (relations.length === 1 ? relations[0] : undefined),
    ground: before && statement?.ground,
    explanation: statement?.explanation ?? '',
    predecessorId: statement?.predecessor?.id ?? homes[0]?.id,
  };
}

const isSame = (a: TypedStatement, b: TypedStatement): boolean =>
  a.relation === b.relation &&
  a.ground === b.ground &&
  a.explanation.trim() === b.explanation.trim() &&
  a.predecessorId === b.predecessorId;

/** What the server does not have of it. Null where it has everything, or where the register asks for it no more. */
export function unsavedOf(takeover: Filing['takeover'], kept: TypedStatement | null): TypedStatement | null {
  if (kept === null || !isAsked(takeover)) return null;
  const answers = relationsOf(takeover);
  // Another code, another house: what was chosen of the first is no answer to the second, what was typed may be one.
  const fits = kept.relation !== undefined && answers.includes(kept.relation);
  const saved = savedStatement(takeover);
  const isThere = takeover.homes.some(({ id }) => id === kept.predecessorId);
  const now = {
    ...kept,
    ...(fits ? {} : { relation: saved.relation, ground: saved.ground }),
    ...(isThere ? {} : { predecessorId: saved.predecessorId }),
  };
  return isSame(now, saved) ? null : now;
}

/** What is to be chosen or typed before it can be saved. */
export function lackingOf({ relation, ground, explanation }: TypedStatement): string[] {
  return [
    ...(relation === undefined ? ['选择关系'] : []),
    ...(ground === undefined ? ['选择原因'] : []),
    ...(ground === 'OTHER' && !saysSomething(explanation) ? ['写明原因'] : []),
  ];
}

/** As this device kept it: what is no statement is none. */
export function statementIn(kept: unknown): TypedStatement | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { relation, ground, explanation, predecessorId } = kept as Readonly<Record<string, unknown>>;
  if (typeof explanation !== 'string') return null;
  const known = TAKEOVER_RELATIONS.find((value) => value === relation);
  const grounds = known === undefined ? [] : Object.keys(TAKEOVER_GROUNDS[known]);
  return {
    relation: known,
    ground: grounds.find((value) => value === ground),
    explanation,
    predecessorId: typeof predecessorId === 'string' ? predecessorId : undefined,
  };
}
