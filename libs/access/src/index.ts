export { AccessModule } from './access.module';
export { PersonEntity } from './store/person.entity';
export { KnownDeviceEntity } from './store/known-device.entity';
export { SessionEntity } from './store/session.entity';
export { PersonStore } from './store/person.store';
export { CreatePerson, type PersonToCreate } from './use-cases/create-person';
export { assertNeedsNoPaper, assertService, type NoticeService } from './domain/notice-service';
export {
  assertCorrects,
  type DecisionService,
  type DecisionServiceToEnter,
  type DecisionToServe,
} from './domain/decision-service';
export { enterersOf, shownServices, type ShownDecisionService } from './domain/decision-service-view';
export { DecisionServiceStore } from './store/decision-service.store';
export { ServeDecision } from './use-cases/serve-decision';
export { DecisionServiceDto, DecisionServiceFieldsDto, decisionServiceOf } from './http/decision-service.dto';
export { ReadsOnline } from './use-cases/reads-online';
export { SetPassword } from './use-cases/set-password';
export { isTokenGood, type AccessToken, type Person } from './domain/person';
export type { SignedInRequest } from './http/access.guard';
export { OfficialStore, type Duty, type Official } from './store/official.store';
export { PeopleQuery } from './use-cases/people.query';
export { ManagePerson } from './use-cases/manage-person';
export { RevealBody, RevealedDto } from './http/reveal.dto';
export { ExportList } from './use-cases/export-list';
export { RecordDisclosure, type Revealed } from './use-cases/record-disclosure';
export {
  FILING_CONTACTS,
  type FilingContact,
  type FilingContacts,
  type InstitutionContact,
} from './use-cases/filing-contacts';
