import { Get, Param } from '@nestjs/common';
import { readNameFragment } from '@zhaoguan/platform';
import { districtPath, DrawOutcomeQuery, DrawsQuery, PublicReference } from '@zhaoguan/publication';
import { DrawListPage } from '../pages/draw-list-page';
import { MOST_CHANGES, type OutcomeData } from '../pages/draw-outcome';
import { DrawPage, type DrawData } from '../pages/draw-page';
import { hasOutcome } from '../pages/draw-words';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';
import { PAGE_SIZE } from './search-criteria';

@PageController()
export class DrawPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly draws: DrawsQuery,
    private readonly outcome: DrawOutcomeQuery,
    private readonly reference: PublicReference,
  ) {}

  @Get('draws')
  list(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      DrawListPage({
        context,
        page: await this.draws.list({ limit: PAGE_SIZE, cursor: context.query['cursor'] }),
      }),
    );
  }

  @Get('draws/:id')
  draw(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const draw = await this.draws.get(id);
      const districts = await this.reference.districts();
      const search = await this.search(id, context.query['name']);
      const districtNames = draw.districts.map((code) => districtPath(districts, code));
      const outcome = hasOutcome(draw) ? await this.outcomeOf(id, context.query['cursor']) : undefined;
      return DrawPage({ context, data: { draw, districtNames, search, outcome } });
    });
  }

  private async outcomeOf(id: string, cursor: string | undefined): Promise<OutcomeData> {
    const [drawn, replacements, standIns, strata] = await Promise.all([
      this.outcome.drawn(id, { limit: PAGE_SIZE, cursor }),
      this.outcome.replacements(id, MOST_CHANGES),
      this.outcome.standIns(id, MOST_CHANGES),
      this.outcome.strata(id),
    ]);
    return { drawn, replacements, standIns, strata };
  }

  private async search(drawId: string, typed: string | undefined): Promise<DrawData['search']> {
    const name = readNameFragment(typed ?? '');
    if (name.fault !== undefined) return { fault: name.message, found: [] };
    if (name.fragment === undefined) return undefined;
    return { fault: undefined, found: await this.draws.findInRoster(drawId, name.fragment) };
  }
}
