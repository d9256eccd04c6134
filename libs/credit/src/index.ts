export { CreditModule } from './credit.module';
export { openingOf } from './domain/opening';
export { standing, type CreditEvent } from './domain/grade';
export { CreditAccountEntity } from './store/credit-account.entity';
export { CreditEventEntity, CreditEventLiftEntity, GradeChangeEntity } from './store/credit-ledger.entity';
