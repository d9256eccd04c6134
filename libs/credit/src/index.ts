export { CreditModule } from './credit.module';
export { CreditAccountEntity } from './store/credit-account.entity';
export { CreditEventEntity, CreditEventLiftEntity, GradeChangeEntity } from './store/credit-ledger.entity';
