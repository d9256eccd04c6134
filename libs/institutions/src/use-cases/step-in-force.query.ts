import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { StatusStepStore, type StepEnd } from '../store/status-step.store';

/** What became of what was filed about an institution (暂停、恢复、终止). */
@Injectable()
export class StepInForce {
  constructor(private readonly steps: StatusStepStore) {}

  /** How the step that follows from a filing ended, so far. */
  of(manager: Tx['manager'], filingId: string): Promise<StepEnd> {
    return this.steps.endOf(manager, filingId);
  }
}
