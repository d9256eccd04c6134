import { Module } from '@nestjs/common';
import { FormDraftsController } from './http/form-drafts.controller';
import { WorkItemsController } from './http/work-items.controller';
import { SweepJob } from './jobs/sweep.job';
import { FormDraftStore } from './store/form-draft.store';
import { WorkItemStore } from './store/work-item.store';
import { FormDrafts } from './use-cases/form-drafts';
import { Scopes } from './use-cases/scopes';
import { WorkItems } from './use-cases/work-items.query';

@Module({
  controllers: [WorkItemsController, FormDraftsController],
  providers: [WorkItemStore, FormDraftStore, Scopes, WorkItems, FormDrafts, SweepJob],
})
export class WorkbenchModule {}
