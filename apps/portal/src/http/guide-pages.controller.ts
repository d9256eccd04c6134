import { Get, Param } from '@nestjs/common';
import { REGIMES, refuse, type Regime, type TermRow } from '@zhaoguan/contracts';
import type { GuideForm } from '@zhaoguan/filings';
import { etagOf, isKnown, PUBLIC_CACHE, PublicReference, ServiceRatingsQuery } from '@zhaoguan/publication';
import { FormPapers } from '../guides/form-papers';
import { ServiceGuides } from '../guides/service-guides';
import { FormSamplePage } from '../pages/form-sample-page';
import { GuidePage } from '../pages/guide-page';
import { ServiceRatingsPage } from '../pages/service-rating-page';
import { ServiceGuidePage } from '../pages/service-guide-page';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import type { Query } from './page-context';
import { PageReplier } from './page-replier';
import { PAGE_SIZE } from './search-criteria';

/** What an institution holds, as it stands in the address of a guide. */
const heldIn = ({ held }: Query): Regime | undefined => REGIMES.find((each) => each === held);

/** 办事指南: the index, one guide an item, and its form to look at and to print. */
@PageController()
export class GuidePagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly guides: ServiceGuides,
    private readonly papers: FormPapers,
    private readonly reference: PublicReference,
    private readonly ratings: ServiceRatingsQuery,
  ) {}

  @Get('guide')
  index(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const [words, items, terms] = await Promise.all([
        this.reference.words(),
        this.guides.items(),
        this.reference.list<TermRow>('terms'),
      ]);
      return GuidePage({ context, data: { words, items, terms } });
    });
  }

  @Get('guide/:item')
  guide(@CurrentVisit() visit: Visit, @Param('item') slug: string): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const districts = await this.reference.districts();
      const county = await this.countyIn(context.query);
      const guide = await this.guides.guide(slug, county, heldIn(context.query));
      const dropped = (context.query['district'] ?? '') !== '' && county === null;
      return ServiceGuidePage({ context, data: { guide, districts, dropped } });
    });
  }

  @Get('guide/:item/sample')
  sample(@CurrentVisit() visit: Visit, @Param('item') slug: string): Promise<void> {
    return this.page(visit, slug, true);
  }

  @Get('guide/:item/blank')
  blank(@CurrentVisit() visit: Visit, @Param('item') slug: string): Promise<void> {
    return this.page(visit, slug, false);
  }

  @Get('guide/:item/sample.pdf')
  samplePaper(@CurrentVisit() visit: Visit, @Param('item') slug: string): Promise<void> {
    return this.paper(visit, slug, true);
  }

  @Get('guide/:item/blank.pdf')
  blankPaper(@CurrentVisit() visit: Visit, @Param('item') slug: string): Promise<void> {
    return this.paper(visit, slug, false);
  }

  @Get('service-ratings')
  serviceRatings(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      ServiceRatingsPage({
        context,
        page: await this.ratings.list({ limit: PAGE_SIZE, cursor: context.query['cursor'] }),
      }),
    );
  }

  private page(visit: Visit, slug: string, filled: boolean): Promise<void> {
    return answer(this.replier, visit, async (context) => {
      const { item, form } = await this.formOf(slug, context.query);
      return FormSamplePage({ context, item, form, filled });
    });
  }

  private async paper({ request, reply }: Visit, slug: string, filled: boolean): Promise<void> {
    const { regime, on, form } = await this.formOf(slug, this.replier.context(request, reply).query);
    // The days in a sample are counted from the one on which it is read.
    const content = await this.papers.get([slug, regime, ...(filled ? [on] : [])].join(' '), form, filled);
    const etag = etagOf(content);
    void reply.header('cache-control', PUBLIC_CACHE).header('etag', etag);
    if (isKnown(request, etag)) return void reply.status(304).send();
    const name = encodeURIComponent(`${form.title}${filled ? '（填写样例）' : '（空白表）'}.pdf`);
    void reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="form.pdf"; filename*=UTF-8''${name}`)
      .send(content);
  }

  /** As the law of the place has it that the address names: the form of a licence is called otherwise than that of a filing. */
  private async formOf(slug: string, query: Query) {
    const guide = await this.guides.guide(slug, await this.countyIn(query), heldIn(query));
    const form: GuideForm | null = guide.form;
    if (form === null) throw refuse('NOT_FOUND');
    return { item: guide.item, regime: guide.regime, on: guide.on, form };
  }

  private async countyIn({ district = '' }: Query): Promise<string | null> {
    return (await this.reference.districts()).get(district)?.level === 'COUNTY' ? district : null;
  }
}
