export { expiryProcess, type ExpiryAction, type ExpiryStatus } from './domain/expiry.process';
export { StaffModule } from './staff.module';
