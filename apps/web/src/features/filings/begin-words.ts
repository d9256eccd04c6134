import {
  matterInWords,
  REGIME_WORDS,
  STATUS_ACTION_LABELS,
  type FilingType,
  type Regime,
} from '@zhaoguan/contracts';
import type { Institution } from '../institutions/queries';
import type { FilingLine } from './queries';

type Held = Pick<Institution, 'regime' | 'filingEndedAs' | 'validUntil'>;

/** A first one of an institution that is registered asks for the licence that the law wants now. */
export const lawOf = ({ regime }: Pick<Held, 'regime'>, type: FilingType): Regime =>
  type === 'INITIAL' ? 'LICENCE' : regime;

/** Who holds a licence asks with a first application that it goes on (延续). @law 行政许可法第五十条 */
const holdsLicence = ({ regime, filingEndedAs }: Held): boolean =>
  regime === 'LICENCE' && filingEndedAs === null;

/** What can be begun from the page of an institution; a licence without an end needs not go on. */
export const typesToBegin = (
  institution: Held & { readonly openFilings: readonly FilingType[] },
): FilingType[] =>
  institution.openFilings.filter(
    (type) => type !== 'INITIAL' || !holdsLicence(institution) || institution.validUntil !== null,
  );

type CaseOf = Pick<FilingLine, 'type' | 'renewal' | 'status'>;

const UNDER_WAY: ReadonlySet<FilingLine['status']> = new Set(['DRAFT', 'SUBMITTED', 'RETURNED']);
const HANDED_IN: ReadonlySet<FilingLine['status']> = new Set(['SUBMITTED', 'RETURNED']);

/** What was begun about the institution and is not decided: nothing else is done about it beside. */
export const openCase = <Case extends CaseOf>(cases: readonly Case[]): Case | undefined =>
  cases.find(({ type, status }) => type !== 'INITIAL' && UNDER_WAY.has(status));

/** Why nothing else can be begun now, and what to do where something else cannot wait (e.g. 终止). */
export function untilThen(line: Pick<FilingLine, 'kind' | 'type' | 'regime' | 'renewal' | 'status'>): string {
  const matter = matterInWords(line);
  return line.status === 'DRAFT'
    ? `${matter}还没有提交，期间不能办理其他事项；要先办理其他事项的，在它的页面删除草稿。`
    : `${matter}办结以前，不能办理其他事项；急需先办理其他事项的，打开它的页面撤回，或者联系受理机关。`;
}

/** The application for the licence of an institution, or for it to go on, that was handed in and is not decided: there is no other beside it. */
export const openApplication = <Case extends CaseOf>(cases: readonly Case[]): Case | undefined =>
  cases.find(({ type, status }) => type === 'INITIAL' && HANDED_IN.has(status));

/** 申请延续, 办理许可申请, 办理变更备案, 办理延长暂停服务: what the button says. */
export function beginInWords(institution: Held & Pick<Institution, 'status'>, type: FilingType): string {
  if (type === 'INITIAL' && holdsLicence(institution)) return '申请延续';
  if (type === 'SUSPENSION' && institution.status === 'SUSPENDED')
    return `办理${STATUS_ACTION_LABELS.prolong}`;
  return `办理${REGIME_WORDS[lawOf(institution, type)].types[type]}`;
}
