import { isRegistered, refusalPaperOf, type PaperKindOf } from '@zhaoguan/contracts';
import type { Filing } from '../filing';
import type { FilingAction } from '../filing.process';
import { asksForLicence } from '../filing-types';

/** Papers of the acts on the filing; those of a retraction (撤回) have facts of their own. */
export type ActPaper = Exclude<PaperKindOf<'filings'>, 'RETRACTION_GRANT' | 'RETRACTION_REFUSAL'>;

/** What an act gives out on paper; undefined for none. The receipt of an acceptance is printed by a job of its own. */
export function paperOf(action: FilingAction, filing: Filing): ActPaper | undefined {
  if (asksForLicence(filing)) return LICENCE_PAPERS[action];
  const registered = isRegistered(filing);
  if (action === 'submit') return registered ? 'REGISTRATION_INTAKE_SLIP' : 'INTAKE_SLIP';
  if (action === 'return') return registered ? 'REGISTRATION_CORRECTION' : 'CORRECTION_NOTICE';
  if (action !== 'refuse') return undefined;
  return refusalPaperOf({ ...filing, siteType: filing.application.siteType });
}

const LICENCE_PAPERS: Readonly<Partial<Record<FilingAction, ActPaper>>> = {
  submit: 'LICENCE_INTAKE_SLIP',
  return: 'LICENCE_CORRECTION',
  accept: 'LICENCE_GRANT',
  refuse: 'LICENCE_REFUSAL',
  extend: 'LICENCE_EXTENSION',
  admit: 'LICENCE_ADMISSION',
  presume: 'LICENCE_ADMISSION',
  dismiss: 'LICENCE_DISMISSAL',
};
