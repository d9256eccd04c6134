import { Get, Param } from '@nestjs/common';
import { readNameFragment } from '@zhaoguan/platform';
import { districtPath, DrawsQuery, PublicReference } from '@zhaoguan/publication';
import { DrawListPage } from '../pages/draw-list-page';
import { DrawPage, type DrawData } from '../pages/draw-page';
import { VerifyPage } from '../pages/verify-page';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';
import { PAGE_SIZE } from './search-criteria';
import { VerifyScript } from './verify-script';

@PageController()
export class DrawPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly draws: DrawsQuery,
    private readonly reference: PublicReference,
    private readonly script: VerifyScript,
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
      return DrawPage({ context, data: { draw, districtNames, search } });
    });
  }

  @Get('draws/:id/verify')
  async verifyDraw(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    const draw = await this.draws.get(id);
    const script = await this.script.text();
    const leave = await this.script.leave();
    return answer(this.replier, visit, (context) => VerifyPage({ context, draw, script }), leave);
  }

  @Get('verify')
  async verify(@CurrentVisit() visit: Visit): Promise<void> {
    const script = await this.script.text();
    const leave = await this.script.leave();
    return answer(this.replier, visit, (context) => VerifyPage({ context, draw: undefined, script }), leave);
  }

  private async search(drawId: string, typed: string | undefined): Promise<DrawData['search']> {
    const name = readNameFragment(typed ?? '');
    if (name.fault !== undefined) return { fault: name.message, found: [] };
    if (name.fragment === undefined) return undefined;
    return { fault: undefined, found: await this.draws.findInRoster(drawId, name.fragment) };
  }
}
