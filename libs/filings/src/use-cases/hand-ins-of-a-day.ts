import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { isApplicant, type Filing } from '../domain/filing';
import { HandedInStore } from '../store/handed-in.store';

/** More than a chain that files all its sites on one day hands in, first attempts and corrections taken together. */
const MOST_A_DAY = 100;

/**
 * What is handed in makes a paper with a number of the office, and tells officials and whoever has the code: handing in and taking back
 * for ever would fill its books. For each site that it has filed an account hands in once more: a chain may stop or change all of them at once.
 */
@Injectable()
export class HandInsOfADay {
  constructor(private readonly store: HandedInStore) {}

  /**
   * What an official hands in at the window has the applicant before them, and is not counted.
   * @throws HAND_INS_OF_A_DAY
   */
  async require(tx: Tx, filing: Filing): Promise<void> {
    if (!isApplicant(filing, tx.caller)) return;
    const { times, seconds, sites } = await this.store.count(tx);
    const most = MOST_A_DAY + sites;
    if (times >= most) throw refuse('HAND_INS_OF_A_DAY', { most, seconds });
  }
}
