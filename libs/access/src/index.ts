export { AccessModule } from './access.module';
export { PersonEntity } from './store/person.entity';
export { KnownDeviceEntity } from './store/known-device.entity';
export { SessionEntity } from './store/session.entity';
export { PersonStore } from './store/person.store';
export { CreatePerson, type PersonToCreate } from './use-cases/create-person';
export { SetPassword } from './use-cases/set-password';
export type { Person } from './domain/person';
export { ManagePerson } from './use-cases/manage-person';
