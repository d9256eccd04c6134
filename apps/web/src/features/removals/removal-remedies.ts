import { useMay } from '../../shared/session/use-session';
import { dayInWords } from '../../shared/ui/dates';
import { useRemoval, useRemovals, type Removal } from './queries';

type Decided = Pick<NonNullable<Removal['decision']>, 'reconsiderationUntil' | 'litigationUntil'>;

/** What one may do against the decision, and until when. @law 行政复议法第二十条；行政诉讼法第四十六条 */
export const remediesOf = ({ reconsiderationUntil, litigationUntil }: Decided): string =>
  reconsiderationUntil === null || litigationUntil === null
    ? '可以申请行政复议或者提起行政诉讼，期限自收到决定书之日起计算，见决定书'
    : `可以申请行政复议至${dayInWords(reconsiderationUntil)}，或者提起行政诉讼至${dayInWords(litigationUntil)}`;

/** The same as a sentence of what comes next; nothing where there is no decision that holds. */
export function remediesInSentence({ typeLabel, decision, annulment }: RemovalDecided): string[] {
  return decision === null || annulment !== null ? [] : [`不服${typeLabel}决定的，${remediesOf(decision)}。`];
}

type RemovalDecided = Pick<Removal, 'typeLabel' | 'annulment'> & { readonly decision: Decided | null };

interface EndedNumber {
  readonly institutionId: string | null;
  readonly filingNumber: string | null;
  readonly ended: unknown;
}

/** For whose filing or licence was ended by the authority (注销、撤销): what may be done against that. */
export function useRemediesOfEnded({ institutionId, filingNumber, ended }: EndedNumber): string[] {
  const mayState = useMay('removal.state');
  const isAsked = mayState && ended !== null && institutionId !== null;
  const { items = [] } = useRemovals({ institutionId: institutionId ?? '' }, isAsked);
  const line = isAsked
    ? items.find((each) => each.status === 'DECIDED' && each.filingNumber === filingNumber)
    : undefined;
  const { data } = useRemoval(line?.id);
  return line !== undefined && data ? remediesInSentence(data) : [];
}
