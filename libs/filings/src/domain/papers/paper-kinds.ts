import type { PaperKindOf } from '@zhaoguan/contracts';
import type { Filing } from '../filing';
import type { FilingAction } from '../filing.process';
import { asksForLicence } from '../filing-types';

/** What an act gives out on paper; undefined for none. The receipt of an acceptance is printed by a job of its own. */
export function paperOf(action: FilingAction, filing: Filing): PaperKindOf<'filings'> | undefined {
  if (asksForLicence(filing)) return LICENCE_PAPERS[action];
  if (action === 'return') return 'CORRECTION_NOTICE';
  if (action !== 'refuse') return undefined;
  return isNonconformity(filing) ? 'NONCONFORMITY_NOTICE' : 'REFUSAL_NOTICE';
}

const LICENCE_PAPERS: Readonly<Partial<Record<FilingAction, PaperKindOf<'filings'>>>> = {
  return: 'LICENCE_CORRECTION',
  accept: 'LICENCE_GRANT',
  refuse: 'LICENCE_REFUSAL',
  extend: 'LICENCE_EXTENSION',
  admit: 'LICENCE_ADMISSION',
  presume: 'LICENCE_ADMISSION',
  dismiss: 'LICENCE_DISMISSAL',
};

/**
 * What is filed of a 托育机构 does not meet the standards: it is told so with reasons, and so is the public. A 家庭托育点 has a
 * measure of its own, and is somebody's home; a change or a notice leaves the institution filed as it was.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）第九条
 */
function isNonconformity({ kind, type, application }: Filing): boolean {
  return kind === 'CHILDCARE' && type === 'INITIAL' && application.siteType === null;
}
