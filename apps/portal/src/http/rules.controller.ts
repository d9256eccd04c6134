import { Get } from '@nestjs/common';
import type { CreditRuleRow, PenaltyBasisRow } from '@zhaoguan/contracts';
import { PublicReference } from '@zhaoguan/publication';
import { CreditRulesPage, type CreditRulesData } from '../pages/credit-rules-page';
import { PenaltyBasesPage, type PenaltyBasesData } from '../pages/penalty-bases-page';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';

/** The rules by which the system decides, as it holds them. */
@PageController()
export class RulesPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly reference: PublicReference,
  ) {}

  @Get('credit-rules')
  creditRules(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const items = await this.reference.list<CreditRuleRow>('credit-rules');
      const rules = await this.reference.header<CreditRulesData['rules']>('credit-rules');
      return CreditRulesPage({ context, data: { items, rules } });
    });
  }

  @Get('penalty-bases')
  penaltyBases(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const bases = await this.reference.list<PenaltyBasisRow>('penalty-bases');
      const { measures } = await this.reference.header<Pick<PenaltyBasesData, 'measures'>>('penalty-bases');
      const districts = await this.reference.districts();
      return PenaltyBasesPage({ context, data: { bases, measures, districts } });
    });
  }
}
