import { Injectable } from '@nestjs/common';
import {
  BEYOND_LICENCE,
  beyondLicence,
  FILING_TYPE_LABELS,
  LICENCE_ENDS_BASIS,
  refuse,
  wantsLicenceInForce,
  type InstitutionEnd,
} from '@zhaoguan/contracts';
import { InstitutionStore, LicenceExpiry, type Institution } from '@zhaoguan/institutions';
import { chineseDate, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Review } from '../domain/application-review';
import type { Filing } from '../domain/filing';
import type { FilingAction } from '../domain/filing.process';
import { isAboutRegistered } from '../domain/filing-types';

type About = Pick<Filing, 'type' | 'institutionId'>;

/** Of the institution and the licence that a case which is not decided is about. */
export interface WantedLicence {
  /** How the institution has ended, or its filing or licence: neither is the case granted, nor is anything left to be put right of it. */
  readonly institutionEnded: InstitutionEnd | null;
  /** Its last day, where it has expired: the case is not granted. */
  readonly licenceExpiredOn: PlainDate | null;
  /** Of a resumption, its last day, where that is to come: the service may be meant to go on only afterwards. */
  readonly licenceEndsOn: PlainDate | null;
}

const NONE: WantedLicence = { institutionEnded: null, licenceExpiredOn: null, licenceEndsOn: null };

/**
 * A licence that has expired is not changed, and its service is not taken up again (恢复服务): who wants either applies for a licence first.
 * @law 行政许可法第五十条、第七十条第一项
 */
@Injectable()
export class LicenceInForce {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly expiry: LicenceExpiry,
  ) {}

  /** @throws LICENCE_EXPIRED */
  async require(manager: Tx['manager'], about: About): Promise<void> {
    const until = (await this.wanted(manager, about)).licenceExpiredOn;
    if (until === null) return;
    throw refuse('LICENCE_EXPIRED', { until: chineseDate(until), type: FILING_TYPE_LABELS[about.type] });
  }

  /** What is put right for an institution that has ended is put right for nothing. @throws INSTITUTION_CLOSED, FILING_REMOVED */
  async requireStanding(manager: Tx['manager'], about: About): Promise<void> {
    const { institutionEnded } = await this.wanted(manager, about);
    if (institutionEnded !== null)
      throw refuse(institutionEnded === 'CLOSED' ? 'INSTITUTION_CLOSED' : 'FILING_REMOVED');
  }

  /** Nothing of a case that is decided. */
  async shown(manager: Tx['manager'], filing: About & Pick<Filing, 'status'>): Promise<WantedLicence> {
    return UNDECIDED.has(filing.status) ? this.wanted(manager, filing) : NONE;
  }

  private async wanted(manager: Tx['manager'], { type, institutionId }: About): Promise<WantedLicence> {
    if (institutionId === null || !isAboutRegistered(type)) return NONE;
    const held = await this.institutions.findById(manager, institutionId);
    if (held === null) return NONE;
    const institutionEnded = endOf(held);
    if (!wantsLicenceInForce(type)) return { ...NONE, institutionEnded };
    const licenceExpiredOn = (await this.expiry.of(manager, [held])).get(held.id) ?? null;
    const runs = type === 'RESUMPTION' && held.regime === 'LICENCE' && licenceExpiredOn === null;
    return { institutionEnded, licenceExpiredOn, licenceEndsOn: runs ? held.validUntil : null };
  }
}

const endOf = ({ status, filingEndedAs }: Institution): InstitutionEnd | null =>
  status === 'CLOSED' ? 'CLOSED' : filingEndedAs;

/** Whether this is left to be done of a case: what comes to nothing is decided, and neither granted nor sent back to be put right. */
export const isLeft = (
  act: FilingAction,
  { institutionEnded, licenceExpiredOn }: WantedLicence,
  renewalVoid: boolean,
): boolean => {
  if (act === 'return') return institutionEnded === null;
  return act !== 'accept' || !(renewalVoid || institutionEnded !== null || licenceExpiredOn !== null);
};

/** That the service is to go on only after the licence has ended. @law 行政许可法第五十条、第七十条第一项 */
export function licenceWarnings(
  { licenceEndsOn }: WantedLicence,
  { notice }: Pick<Filing['application'], 'notice'>,
): Review['warnings'] {
  const told = beyondLicence(notice?.startsOn ?? null, licenceEndsOn);
  if (told === null) return [];
  const { law, article } = LICENCE_ENDS_BASIS;
  const message = `${told}（依据：${law}${article}）`;
  return [{ pointer: '/institution/notice/startsOn', code: BEYOND_LICENCE, message }];
}

const UNDECIDED: ReadonlySet<Filing['status']> = new Set(['DRAFT', 'SUBMITTED', 'RETURNED']);
