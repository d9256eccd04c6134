import { Get, Param } from '@nestjs/common';
import {
  InstitutionRecordQuery,
  InstitutionsQuery,
  PenaltiesQuery,
  PublicReference,
  RegisterFigures,
  ResultsQuery,
} from '@zhaoguan/publication';
import { HomePage } from '../pages/home-page';
import { InstitutionListPage } from '../pages/institution-list-page';
import { InstitutionPage } from '../pages/institution-page';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';
import { readSearch } from './search-criteria';

const LATEST = 5;
const NOTHING = { items: [], nextCursor: null, previousCursor: null };

@PageController()
export class InstitutionPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly institutions: InstitutionsQuery,
    private readonly records: InstitutionRecordQuery,
    private readonly results: ResultsQuery,
    private readonly penalties: PenaltiesQuery,
    private readonly figures: RegisterFigures,
    private readonly reference: PublicReference,
  ) {}

  @Get()
  home(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const [words, districts, figures, results, penalties] = await Promise.all([
        this.reference.words(),
        this.reference.districts(),
        this.figures.get(),
        this.results.list({ limit: LATEST }),
        this.penalties.list({ limit: LATEST }),
      ]);
      return HomePage({
        context,
        data: { words, districts, figures, results: results.items, penalties: penalties.items },
      });
    });
  }

  @Get('institutions')
  list(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const { criteria, fault, dropped } = readSearch(context.query);
      const [districts, page] = await Promise.all([
        this.reference.districts(),
        fault === undefined ? this.institutions.list(criteria) : NOTHING,
      ]);
      const ids = page.items.map(({ id }) => id);
      const [last, ends] = await Promise.all([this.results.lastOf(ids), this.institutions.endsOf(ids)]);
      return InstitutionListPage({ context, data: { districts, fault, dropped, page, last, ends } });
    });
  }

  @Get('institutions/:id')
  institution(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      InstitutionPage({ context, record: await this.records.get(id) }),
    );
  }
}
