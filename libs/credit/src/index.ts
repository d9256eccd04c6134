export { CreditModule } from './credit.module';
export { standing, type CreditEvent } from './domain/grade';
export { CreditAccountEntity } from './store/credit-account.entity';
export { CreditEventEntity, CreditEventLiftEntity, GradeChangeEntity } from './store/credit-ledger.entity';
