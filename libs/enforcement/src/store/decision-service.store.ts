import { Injectable } from '@nestjs/common';
import { DecisionServiceStore } from '@zhaoguan/access';

/** How and when decisions of penalty cases reached their parties (送达回证). */
@Injectable()
export class PenaltyDecisionServices extends DecisionServiceStore {
  constructor() {
    super('enforcement.decision_service', 'case_id');
  }
}
