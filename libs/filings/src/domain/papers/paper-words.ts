import { chineseDate, dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { paragraphsOf, type PaperSection, type TermRow } from '@zhaoguan/contracts';
import type { ChangedField } from '@zhaoguan/forms';
import type { Dismissal } from '../dismissal';
import type { LongerTerm } from '../extension';
import type { Filing } from '../filing';
import type { LicenceBefore } from '../licence-before';
import type { Promised } from '../promised-in-words';

/** What can be done against the decision (救济途径). */
export interface Remedies {
  /** Who reviews it (行政复议机关). */
  readonly reviewBody: string;
  readonly reconsiderationDays: number;
  readonly litigationMonths: number;
}

/** What a licence that is granted is subject to, where it is granted and on that day. */
export interface LicenceTerms {
  /** Within which time it is given out and served. */
  readonly service: Pick<TermRow, 'value' | 'unit'>;
  /** How long before its last day it is asked that it goes on. */
  readonly renewal: Pick<TermRow, 'value' | 'unit'>;
}

/** What was handed in, as it is listed for who handed it in. */
export interface HandedIn {
  /** Materials with a file, by their names. */
  readonly uploaded: readonly string[];
  /** Materials in whose place something was promised (告知承诺). */
  readonly promised: readonly string[];
  /** Whether an official at the window handed it in for the applicant. */
  readonly atWindow: boolean;
}

/** What the papers of the acts are written from. */
export interface ActPaperFacts {
  /** As it was last handed in. */
  readonly filing: Filing;
  readonly reason: string | undefined;
  /** Every remark with what it is about, as people call it. */
  readonly remarks: readonly { readonly place: string; readonly message: string }[];
  readonly correctBy: PlainDate | null;
  /** Of an extension of the term. */
  readonly longer: LongerTerm | null;
  /** Why an application is not taken in. */
  readonly dismissal: Dismissal | null;
  /** What a change has changed; null for any other. */
  readonly amendments: readonly ChangedField[] | null;
  /** Of a licence that is granted: what it says as the register does, which was changed since it was applied for. */
  readonly overtaken: readonly ChangedField[];
  /** Materials for which a commitment binds, when it is accepted. */
  readonly promised: readonly Promised[];
  /** The licence that is asked to go on, or to be changed; null for any other application. */
  readonly licenceBefore: LicenceBefore | null;
  /** Of a licence that is granted. */
  readonly licenceTerms: LicenceTerms | null;
  /** Of what is handed in. */
  readonly handedIn: HandedIn | null;
  /** The day of the act. */
  readonly on: PlainDate;
  readonly remedies: Remedies;
}

/** @law 行政复议法第二十条、第二十四条；行政诉讼法第四十六条 */
export function remediesOf(
  { reviewBody, reconsiderationDays, litigationMonths }: Remedies,
  paper: '本告知书' | '本决定',
): PaperSection {
  return {
    heading: '异议和救济途径',
    paragraphs: [
      `对${paper}有异议的，可以向本机关说明情况、提交有关材料。`,
      `认为侵犯合法权益的，可以自收到${paper}之日起${reconsiderationDays}日内向${reviewBody}申请行政复议，也可以自收到之日起${litigationMonths}个月内依法向有管辖权的人民法院提起行政诉讼。`,
    ],
  };
}

export function submittedOn({ submittedAt }: Filing): string {
  return submittedAt === null ? '' : `于${chineseDate(dateInShanghai(submittedAt))}`;
}

export function you({ kind, application }: Filing): string {
  if (application.siteType === 'HOME') return '你';
  return kind === 'ELDERLY_CARE' ? '你单位' : '你机构';
}

export function linesOf(reason: string | undefined): string[] {
  const lines = paragraphsOf(reason ?? '');
  if (lines.length === 0) throw new Error('a paper that refuses states its reasons');
  return lines;
}
