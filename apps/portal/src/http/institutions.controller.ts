import { Get, Param } from '@nestjs/common';
import { InstitutionsQuery, PublicReference, RegisterFigures } from '@zhaoguan/publication';
import { HomePage } from '../pages/home-page';
import { InstitutionListPage } from '../pages/institution-list-page';
import { InstitutionPage } from '../pages/institution-page';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';
import { readSearch } from './search-criteria';

const NOTHING = { items: [], nextCursor: null, previousCursor: null };

@PageController()
export class InstitutionPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly institutions: InstitutionsQuery,
    private readonly figures: RegisterFigures,
    private readonly reference: PublicReference,
  ) {}

  @Get()
  home(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const [districts, { elderlyCare, childcare, places }] = await Promise.all([
        this.reference.districts(),
        this.figures.get(),
      ]);
      const figures = [
        { name: '在营养老机构', value: elderlyCare, unit: '家' },
        { name: '在营托育机构', value: childcare, unit: '家' },
        { name: '床位和托位', value: places, unit: '个' },
      ];
      return HomePage({ context, data: { districts, figures } });
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
      return InstitutionListPage({ context, data: { districts, fault, dropped, page } });
    });
  }

  @Get('institutions/:id')
  institution(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      InstitutionPage({ context, data: { institution: await this.institutions.get(id) } }),
    );
  }
}
