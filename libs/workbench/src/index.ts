export { WorkbenchModule } from './workbench.module';
export { WorkItems } from './use-cases/work-items.query';
