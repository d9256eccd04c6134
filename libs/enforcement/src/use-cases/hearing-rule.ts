import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { PenaltyCase } from '../domain/penalty-case';
import { opensHearing, type ProposedPenalty } from '../domain/penalty-range';
import { penaltyMeasures } from './case-act';

/** From which fine on the party must be told of its right to a hearing (听证), and by which measures. */
@Injectable()
export class HearingRule {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * Local threshold of a large fine (较大数额罚款), in fen. A sole proprietor (个体工商户) is answered for by a natural
   * person: the lower threshold protects it.
   * @law 行政处罚法第六十三条
   */
  async thresholdFen(
    manager: Tx['manager'],
    { institutionId, kind, district }: PenaltyCase,
    on: PlainDate,
  ): Promise<number> {
    const party = await this.institutions.findById(manager, institutionId);
    const subject = party?.legalForm === 'SOLE_PROPRIETOR' ? 'CITIZEN' : 'ORGANISATION';
    return (await this.reference.term(`HEARING_THRESHOLD_${subject}`, { kind, district, on })).value;
  }

  /** The short form has no hearing. @throws HEARING_REQUIRED */
  async assertNone(
    manager: Tx['manager'],
    subject: PenaltyCase,
    proposal: ProposedPenalty,
    on: PlainDate,
  ): Promise<void> {
    const threshold = await this.thresholdFen(manager, subject, on);
    const cause = opensHearing(proposal, await penaltyMeasures(this.reference), threshold);
    if (cause) throw refuse('HEARING_REQUIRED', {}, [{ pointer: `/${cause}`, code: 'HEARING_REQUIRED' }]);
  }
}
