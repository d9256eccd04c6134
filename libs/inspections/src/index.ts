export { InspectionsModule } from './inspections.module';
export { DrawEntity } from './store/draw.entity';
export { InspectorEntity, RecusalEntity } from './store/inspector.entity';
export { PlanEntity } from './store/plan.entity';
export { ResultEntity } from './store/result.entity';
export { EvidenceEntity, FindingEntity, TaskEntity } from './store/task.entity';
export { AddInspector } from './use-cases/add-inspector';
