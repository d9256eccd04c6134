import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { refuse } from '@zhaoguan/contracts';
import { isForPeople, Public, toProblem } from '@zhaoguan/platform';
import { ErrorPage } from '../pages/error-page';
import { CurrentVisit, type Visit } from './page';
import { PageReplier } from './page-replier';

/** Every address that nobody else serves: a page for people, a problem for programs that missed the interface. */
@ApiExcludeController()
@Controller()
@Public()
export class NotFoundController {
  constructor(private readonly replier: PageReplier) {}

  @Get('*')
  notFound(@CurrentVisit() { request, reply }: Visit): void {
    const missing = refuse('NOT_FOUND');
    if (!isForPeople(request)) throw missing;
    const context = this.replier.context(request, reply);
    const page = ErrorPage({ context, problem: toProblem(missing, request.id) });
    this.replier.send(request, reply, page, { status: 404 });
  }
}
