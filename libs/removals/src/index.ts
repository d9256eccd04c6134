export { removalProcess, type RemovalAction, type RemovalStatus } from './domain/removal.process';
export { RemovalsModule } from './removals.module';
