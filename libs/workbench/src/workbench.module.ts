import { Module } from '@nestjs/common';
import { WorkItemsController } from './http/work-items.controller';
import { WorkItemStore } from './store/work-item.store';
import { Scopes } from './use-cases/scopes';
import { WorkItems } from './use-cases/work-items.query';

@Module({
  controllers: [WorkItemsController],
  providers: [WorkItemStore, Scopes, WorkItems],
})
export class WorkbenchModule {}
