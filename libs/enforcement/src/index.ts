export {
  penaltyCaseProcess,
  type PenaltyCaseAction,
  type PenaltyCaseStatus,
} from './domain/penalty-case.process';
export { EnforcementModule } from './enforcement.module';
export { CaseFindingEntity, CaseStatementEntity, CaseTransitionEntity } from './store/case-history.entity';
export { PenaltyCaseEntity } from './store/penalty-case.entity';
export { StatementFileEntity } from './store/statement-file.entity';
