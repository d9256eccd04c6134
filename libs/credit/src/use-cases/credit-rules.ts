import { Injectable } from '@nestjs/common';
import type { CreditOpening, CreditRuleRow } from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';
import type { GradeRules } from '../domain/grade';

/** The rules in force (credit-rules): what events count, and how the sum becomes a grade. */
@Injectable()
export class CreditRules {
  constructor(private readonly reference: ReferenceData) {}

  grading(): Promise<GradeRules & { readonly opening: CreditOpening }> {
    return this.reference.header('credit-rules');
  }

  events(): Promise<readonly CreditRuleRow[]> {
    return this.reference.list<CreditRuleRow>('credit-rules');
  }
}
