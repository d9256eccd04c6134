import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { StatusStepStore } from '../store/status-step.store';

/** When what was filed about an institution (暂停、恢复、终止) came into force. */
@Injectable()
export class StepInForce {
  constructor(private readonly steps: StatusStepStore) {}

  /** From which day on the step that follows from a filing holds; null while it does not, and of what was taken back (撤回). */
  dayOf(manager: Tx['manager'], filingId: string): Promise<PlainDate | null> {
    return this.steps.inForceOn(manager, filingId);
  }
}
