import { Injectable } from '@nestjs/common';
import { ReadsOnline } from '@zhaoguan/access';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import type { Remedies } from '../domain/papers/paper-words';
import { FilingStores } from '../store/filing-stores';
import { FilingReference } from './filing-reference';

/** What can be done against a refusal, and until when, where it is known on which day it was received. */
export interface RemediesView extends Remedies {
  /** Null as long as nobody knows when the paper reached the applicant: the periods run from its receipt. */
  readonly servedOn: PlainDate | null;
  readonly reconsiderationUntil: PlainDate | null;
  readonly litigationUntil: PlainDate | null;
}

export interface RefusalView {
  readonly refusalReason: string | null;
  readonly remedies: RemediesView | null;
}

/** Why it was refused or not taken in, and what can be done against that (行政复议、行政诉讼). */
@Injectable()
export class ShowRefusal {
  constructor(
    private readonly stores: FilingStores,
    private readonly reference: FilingReference,
    private readonly readsOnline: ReadsOnline,
  ) {}

  async of(manager: Tx['manager'], filing: Filing): Promise<RefusalView> {
    const decided = filing.status === 'REFUSED' || filing.status === 'DISMISSED';
    const last = decided ? (await this.stores.history.transitions(manager, filing.id)).at(-1) : undefined;
    if (last === undefined) return { refusalReason: null, remedies: null };
    const decidedOn = dateInShanghai(last.at);
    const servedOn = (await this.isReadOnline(manager, filing)) ? decidedOn : null;
    const until = servedOn && (await this.reference.remediesUntil(filing, servedOn));
    return {
      refusalReason: last.reason,
      remedies: {
        ...(await this.reference.remedies(filing, decidedOn)),
        servedOn,
        reconsiderationUntil: until && until.reconsiderationUntil,
        litigationUntil: until && until.litigationUntil,
      },
    };
  }

  /**
   * What lies in an account that its holder uses has reached them when it came there; who had it entered at the window may never have
   * looked, and who applied by a platform cannot.
   * @law 民事诉讼法第九十条: 到达受送达人特定系统的日期为送达日期
   */
  private isReadOnline(manager: Tx['manager'], { applicantId, enteredBy }: Filing): Promise<boolean> {
    return enteredBy === null
      ? this.readsOnline.execute(manager, applicantId, 'filing.file')
      : Promise.resolve(false);
  }
}
