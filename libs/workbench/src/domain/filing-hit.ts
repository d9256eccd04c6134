import {
  caseWords,
  matterInWords,
  siteInWords,
  type FilingType,
  type Kind,
  type Regime,
} from '@zhaoguan/contracts';
import { chineseDate, dateInShanghai } from '@zhaoguan/kernel';
import type { SearchHit } from './search';

/** What tells one case of an institution from its others. */
export interface FilingOfHit {
  readonly id: string;
  readonly kind: Kind;
  readonly siteType: string | null;
  readonly type: FilingType;
  readonly regime: Regime;
  readonly renewal: boolean;
  readonly prolongs: boolean;
  readonly status: keyof ReturnType<typeof caseWords>['states'];
  readonly begunAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
}

/** The name and the number are those of the institution: matter, state and day stand before them. */
export function withMatter(hit: SearchHit, filing: FilingOfHit | undefined): SearchHit {
  if (filing === undefined) return hit;
  const matter = `${siteInWords(filing)}${matterInWords(filing)}`;
  return { ...hit, detail: [matter, stateOf(filing), dayOf(filing), hit.detail].filter(Boolean).join(' · ') };
}

/** Of an application for a licence nothing is said here on whether it is taken in already: the case itself knows. */
function stateOf(filing: FilingOfHit): string {
  return filing.status === 'SUBMITTED' ? '已提交' : caseWords(filing).states[filing.status];
}

function dayOf({ decidedAt, submittedAt, begunAt }: FilingOfHit): string {
  if (decidedAt !== null) return `${chineseDate(dateInShanghai(decidedAt))}办结`;
  if (submittedAt !== null) return `${chineseDate(dateInShanghai(submittedAt))}提交`;
  return `${chineseDate(dateInShanghai(begunAt))}开始填写`;
}
