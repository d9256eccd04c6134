import { Get, Header, Param } from '@nestjs/common';
import { DrawsQuery } from '@zhaoguan/publication';
import { DrawSpecificationPage, SPECIFICATION_FILE } from '../pages/draw-specification-page';
import { VerifyPage } from '../pages/verify-page';
import { DrawSpecification } from './draw-specification';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';
import { VerifyScript } from './verify-script';

/** How anybody checks a draw: in the browser, or by the specification. */
@PageController()
export class VerificationPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly draws: DrawsQuery,
    private readonly script: VerifyScript,
    private readonly specification: DrawSpecification,
  ) {}

  @Get('draws/:id/verify')
  async verifyDraw(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<void> {
    const draw = await this.draws.get(id);
    const script = await this.script.text();
    const leave = await this.script.leave();
    return answer(this.replier, visit, (context) => VerifyPage({ context, draw, script }), leave);
  }

  @Get('spec/draw')
  specificationPage(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      DrawSpecificationPage({ context, text: await this.specification.text() }),
    );
  }

  /** As it is, for programs and for a disk. */
  @Get(SPECIFICATION_FILE)
  @Header('content-type', 'text/markdown; charset=utf-8')
  specificationFile(): Promise<string> {
    return this.specification.text();
  }

  @Get('verify')
  async verify(@CurrentVisit() visit: Visit): Promise<void> {
    const script = await this.script.text();
    const leave = await this.script.leave();
    return answer(this.replier, visit, (context) => VerifyPage({ context, draw: undefined, script }), leave);
  }
}
