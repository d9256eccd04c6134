import { Module } from '@nestjs/common';
import { AccessModule } from '@zhaoguan/access';
import { UnfiledSitesController } from './http/unfiled-sites.controller';
import { UnfiledSiteStore } from './store/unfiled-site.store';
import { ExportUnfiledSites } from './use-cases/export-unfiled-sites.query';
import { HandleUnfiledSite } from './use-cases/handle-unfiled-site';
import { RecordUnfiledSite } from './use-cases/record-unfiled-site';
import { UnfiledOffice } from './use-cases/unfiled-office';
import { UnfiledSites } from './use-cases/unfiled-sites.query';

@Module({
  imports: [AccessModule],
  controllers: [UnfiledSitesController],
  providers: [
    UnfiledSiteStore,
    UnfiledOffice,
    UnfiledSites,
    RecordUnfiledSite,
    HandleUnfiledSite,
    ExportUnfiledSites,
  ],
})
export class UnfiledModule {}
