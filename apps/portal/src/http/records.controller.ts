import { Get, Param } from '@nestjs/common';
import type { ResultCategoryRow } from '@zhaoguan/contracts';
import {
  NonconformitiesQuery,
  PenaltiesQuery,
  PublicReference,
  PublicRemovals,
  ResultsQuery,
} from '@zhaoguan/publication';
import { NONCONFORMITIES_PATH, NonconformityListPage, NonconformityPage } from '../pages/nonconformity-pages';
import { PenaltyListPage, PenaltyPage } from '../pages/penalty-pages';
import { RemovalListPage } from '../pages/removal-list-page';
import { ResultListPage, ResultPage } from '../pages/result-pages';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';
import { readRecordSearch } from './search-criteria';

/** Notices by announcement stand above the list; they are few, and gone when the case is decided. */
const MOST_ANNOUNCED = 50;

@PageController()
export class RecordPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly results: ResultsQuery,
    private readonly penalties: PenaltiesQuery,
    private readonly removals: PublicRemovals,
    private readonly nonconformities: NonconformitiesQuery,
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
      const { criteria, dropped } = readRecordSearch(context.query, codes);
      const page = await this.results.list(criteria);
      return ResultListPage({ context, data: { districts, categories, dropped, page } });
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
      const { criteria, dropped } = readRecordSearch(context.query);
      const [districts, page] = await Promise.all([
        this.reference.districts(),
        this.penalties.list(criteria),
      ]);
      return PenaltyListPage({ context, data: { districts, dropped, page } });
    });
  }

  @Get('removals')
  listRemovals(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const { criteria, dropped } = readRecordSearch(context.query);
      const { cursor: _, ...everywhere } = criteria;
      const [districts, page, announced] = await Promise.all([
        this.reference.districts(),
        this.removals.list(criteria),
        this.removals.announcements({ ...everywhere, limit: MOST_ANNOUNCED }),
      ]);
      return RemovalListPage({ context, data: { districts, dropped, page, announced: announced.items } });
    });
  }

  @Get(NONCONFORMITIES_PATH)
  listNonconformities(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const { district, limit, cursor } = readRecordSearch(context.query).criteria;
      return NonconformityListPage({
        context,
        page: await this.nonconformities.list({ district, limit, cursor }),
      });
    });
  }

  @Get(`${NONCONFORMITIES_PATH}/:id`)
  nonconformity(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      NonconformityPage({ context, of: await this.nonconformities.get(id) }),
    );
  }

  @Get('penalties/:id')
  penalty(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      PenaltyPage({ context, penalty: await this.penalties.get(id) }),
    );
  }
}
