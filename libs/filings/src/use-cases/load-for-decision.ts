import { Injectable } from '@nestjs/common';
import type { Permission } from '@zhaoguan/contracts';
import { assertVersionIfGiven, type Tx } from '@zhaoguan/platform';
import { isOpenCase } from '../domain/assignment';
import { requireRight, type Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { FilingStore } from '../store/filing.store';
import { FilingReference } from './filing-reference';
import { HoldCase } from './hold-case';
import { OpenOpinions } from './open-opinions';

/** Those that end the case. */
const FINAL: readonly Permission[] = ['filing.refuse', 'filing.accept'];
/** The acts of whoever conducts the case; looking closer and organising the work are not. */
const CONDUCTING: readonly Permission[] = [
  'filing.return',
  'filing.refuse',
  'filing.accept',
  'filing.admit',
  'filing.ask-extension',
];

/** First step of every act of an official: the filing, locked, and the official's competence for it. */
@Injectable()
export class LoadForDecision {
  constructor(
    private readonly filings: FilingStore,
    private readonly reference: FilingReference,
    private readonly hold: HoldCase,
    private readonly opinions: OpenOpinions,
  ) {}

  /**
   * @param version which the official has read; what was handed in anew since then must be read first
   * @throws NOT_FOUND (also another district's), WRONG_DEPARTMENT, WRONG_DISTRICT, FORBIDDEN, STALE_VERSION; for who conducts it
   *   ASSIGNED_TO_ANOTHER, for a decision OPINIONS_OPEN
   */
  async execute(tx: Tx, id: string, permission: Permission, version?: number): Promise<Filing> {
    const filing = await this.filings.getForUpdate(tx, id);
    requireRight(filing, tx.caller, permission);
    await this.reference.requireResponsible(tx.caller, placeOf(filing));
    assertVersionIfGiven(version, filing.version);
    // What comes after the decision, such as a commitment that was kept, is for whoever is competent.
    if (!isOpenCase(filing)) return filing;
    if (CONDUCTING.includes(permission)) await this.hold.execute(tx, id);
    if (FINAL.includes(permission)) await this.opinions.requireNone(tx, id);
    return filing;
  }
}
