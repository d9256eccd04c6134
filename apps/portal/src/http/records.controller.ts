import { Get, Param } from '@nestjs/common';
import { KINDS, type ResultCategoryRow } from '@zhaoguan/contracts';
import { isDistrictCode } from '@zhaoguan/kernel';
import { PenaltiesQuery, PublicReference, ResultsQuery } from '@zhaoguan/publication';
import { PenaltyListPage, PenaltyPage } from '../pages/penalty-pages';
import { ResultListPage, ResultPage } from '../pages/result-pages';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import type { Query } from './page-context';
import { PageReplier } from './page-replier';
import { oneOf, PAGE_SIZE } from './search-criteria';

@PageController()
export class RecordPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly results: ResultsQuery,
    private readonly penalties: PenaltiesQuery,
    private readonly reference: PublicReference,
  ) {}

  @Get('inspection-results')
  listResults(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const [districts, categories] = await Promise.all([
        this.reference.districts(),
        this.reference.list<ResultCategoryRow>('result-categories'),
      ]);
      const codes = categories.map(({ code }) => code);
      const result = oneOf(codes, context.query['result']);
      const page = await this.results.list({ ...criteriaOf(context.query), result });
      return ResultListPage({ context, data: { districts, categories, page } });
    });
  }

  @Get('inspection-results/:id')
  result(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      ResultPage({ context, result: await this.results.get(id) }),
    );
  }

  @Get('penalties')
  listPenalties(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const [districts, page] = await Promise.all([
        this.reference.districts(),
        this.penalties.list(criteriaOf(context.query)),
      ]);
      return PenaltyListPage({ context, data: { districts, page } });
    });
  }

  @Get('penalties/:id')
  penalty(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      PenaltyPage({ context, penalty: await this.penalties.get(id) }),
    );
  }
}

/** What is not understood asks for nothing, as in the search for institutions. */
function criteriaOf(query: Query) {
  const asked = query['district'] ?? '';
  return {
    kind: oneOf(KINDS, query['kind']),
    district: isDistrictCode(asked) ? asked : undefined,
    limit: PAGE_SIZE,
    cursor: query['cursor'],
  };
}
