import { Module } from '@nestjs/common';
import { ERROR_PAGES } from '@zhaoguan/platform';
import { PublicModule } from '@zhaoguan/publication';
import { AssetsController } from './http/assets.controller';
import { DrawPagesController } from './http/draws.controller';
import { DrawSpecification } from './http/draw-specification';
import { FormPapers } from './guides/form-papers';
import { ServiceGuides } from './guides/service-guides';
import { GuidePagesController } from './http/guide-pages.controller';
import { InformationPagesController } from './http/information.controller';
import { InstitutionPagesController } from './http/institutions.controller';
import { NotFoundController } from './http/not-found.controller';
import { PageErrorFilter } from './http/page-error.filter';
import { PaperPagesController } from './http/papers.controller';
import { PageReplier } from './http/page-replier';
import { RecordPagesController } from './http/records.controller';
import { ServiceGuidesController } from './http/service-guides.controller';
import { RulesPagesController } from './http/rules.controller';
import { VerificationPagesController } from './http/verification.controller';
import { VerifyScript } from './http/verify-script';

/** The public site (公众网站): pages rendered here, complete without JavaScript. NotFoundController takes what is left over. */
@Module({
  imports: [PublicModule],
  controllers: [
    AssetsController,
    InstitutionPagesController,
    RecordPagesController,
    DrawPagesController,
    VerificationPagesController,
    InformationPagesController,
    PaperPagesController,
    GuidePagesController,
    ServiceGuidesController,
    RulesPagesController,
    NotFoundController,
  ],
  providers: [
    PageReplier,
    PageErrorFilter,
    { provide: ERROR_PAGES, useExisting: PageErrorFilter },
    VerifyScript,
    DrawSpecification,
    ServiceGuides,
    FormPapers,
  ],
})
export class PortalModule {}
