import { Injectable } from '@nestjs/common';
import { FILING_TYPE_LABELS, refuse, wantsLicenceInForce } from '@zhaoguan/contracts';
import { InstitutionStore, LicenceExpiry } from '@zhaoguan/institutions';
import { chineseDate, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';

type About = Pick<Filing, 'type' | 'institutionId'>;

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
    const until = await this.expiredOn(manager, about);
    if (until === null) return;
    throw refuse('LICENCE_EXPIRED', { until: chineseDate(until), type: FILING_TYPE_LABELS[about.type] });
  }

  /** Of a case that is not decided, the last day of the licence that it wants and that has expired; null where nothing stands against it. */
  async shown(manager: Tx['manager'], filing: About & Pick<Filing, 'status'>): Promise<PlainDate | null> {
    return UNDECIDED.has(filing.status) ? this.expiredOn(manager, filing) : null;
  }

  private async expiredOn(manager: Tx['manager'], { type, institutionId }: About): Promise<PlainDate | null> {
    if (institutionId === null || !wantsLicenceInForce(type)) return null;
    const held = await this.institutions.findById(manager, institutionId);
    return held && ((await this.expiry.of(manager, [held])).get(held.id) ?? null);
  }
}

const UNDECIDED: ReadonlySet<Filing['status']> = new Set(['DRAFT', 'SUBMITTED', 'RETURNED']);
