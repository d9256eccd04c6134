import { refuse, type LinkKind } from '@zhaoguan/contracts';
import { checkUscc } from '@zhaoguan/kernel';
import type { Institution } from './institution';

/** What an official says of an institution and another one, or of the code of its headquarters. */
export interface LinkClaim {
  readonly kind: LinkKind;
  readonly otherId?: string | undefined;
  readonly otherCode?: string | undefined;
  /** False: it was entered or found, and is not so. */
  readonly stands: boolean;
  readonly reason: string;
}

/** A pair as it is stored. */
export interface LinkPair {
  readonly kind: LinkKind;
  readonly institutionId: string;
  readonly otherId: string | null;
  readonly otherCode: string | null;
}

/** What must be known of the other side to enter a predecessor. */
export type Other = Pick<Institution, 'id' | 'district' | 'status' | 'filingEndedAs'>;

/**
 * The pair that a claim is about. That two have one controller is said of both alike, so it is stored under one of them.
 * @throws VALIDATION_FAILED at the field that is missing or wrong
 */
export function pairOf({ id, uscc }: Pick<Institution, 'id' | 'uscc'>, claim: LinkClaim): LinkPair {
  const { kind, otherId } = claim;
  if (kind === 'BRANCH_OF') {
    const code = checkUscc(claim.otherCode ?? '');
    if (!code.ok) throw fault('/otherCode', 'INVALID_USCC', '请填写正确的统一社会信用代码');
    if (code.value === uscc) throw fault('/otherCode', 'INVALID', '总部的代码与本机构的代码相同，不必登记');
    return { kind, institutionId: id, otherId: null, otherCode: code.value };
  }
  if (otherId === undefined) throw fault('/otherId', 'REQUIRED', '请选择机构');
  if (otherId === id) throw fault('/otherId', 'INVALID', '请选择另一家机构');
  const [first, second] = kind === 'CONTROLLER' && otherId < id ? [otherId, id] : [id, otherId];
  return { kind, institutionId: first, otherId: second, otherCode: null };
}

/** @throws LINK_OTHER_PLACE, PREDECESSOR_STILL_THERE, LINK_CIRCULAR */
export function requirePredecessor(
  { district }: Pick<Institution, 'district'>,
  other: Other,
  successors: readonly string[],
): void {
  if (other.district !== district) throw refuse('LINK_OTHER_PLACE');
  if (!hasEnded(other)) throw refuse('PREDECESSOR_STILL_THERE');
  if (successors.includes(other.id)) throw refuse('LINK_CIRCULAR');
}

const hasEnded = ({ status, filingEndedAs }: Other): boolean => status === 'CLOSED' || filingEndedAs !== null;

function fault(pointer: string, code: string, message: string): Error {
  return refuse('VALIDATION_FAILED', {}, [{ pointer, code, message }]);
}
