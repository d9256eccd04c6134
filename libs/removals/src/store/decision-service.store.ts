import { Injectable } from '@nestjs/common';
import { DecisionServiceStore } from '@zhaoguan/access';

/** How and when decisions of removals reached their institutions (送达回证). */
@Injectable()
export class RemovalDecisionServices extends DecisionServiceStore {
  constructor() {
    super('removals.decision_service', 'removal_id');
  }
}
