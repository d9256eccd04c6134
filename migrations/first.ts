import { Platform1763700000000 } from './1763700000000-platform';
import { AccessAndAudit1763700100000 } from './1763700100000-access-and-audit';
import { TransparencyLog1763700150000 } from './1763700150000-transparency-log';
import { Reference1763700200000 } from './1763700200000-reference';
import { Institutions1763700300000 } from './1763700300000-institutions';
import { Filings1763700400000 } from './1763700400000-filings';
import { Inspections1763700500000 } from './1763700500000-inspections';
import { Draws1763700505000 } from './1763700505000-draws';
import { InspectionTasks1763700510000 } from './1763700510000-inspection-tasks';
import { Enforcement1763700700000 } from './1763700700000-enforcement';
import { Publication1763700710000 } from './1763700710000-publication';
import { Credit1763700720000 } from './1763700720000-credit';
import { ReservePieces1763700730000 } from './1763700730000-reserve-pieces';
import { KnownDevices1764115200000 } from './1764115200000-known-devices';
import { InstitutionLists1764115300000 } from './1764115300000-institution-lists';
import { AddressKeys1764117100000 } from './1764117100000-address-keys';
import { LapsedFilings1764117200000 } from './1764117200000-lapsed-filings';
import { RegisteredNumbers1764117300000 } from './1764117300000-registered-numbers';
import { DrawOutcomes1764117400000 } from './1764117400000-draw-outcomes';
import { Disclosures1764117500000 } from './1764117500000-disclosures';
import { FilingForms1764120000000 } from './1764120000000-filing-forms';
import { RecusalsOfPeople1764201600000 } from './1764201600000-recusals-of-people';
import { TownshipPlans1764201610000 } from './1764201610000-township-plans';
import { CoSignatures1764201620000 } from './1764201620000-co-signatures';
import { LaidOpenFailures1764201630000 } from './1764201630000-laid-open-failures';
import { KeptRecords1764201640000 } from './1764201640000-kept-records';
import { WorkItems1764230400000 } from './1764230400000-work-items';
import { FormDrafts1764230500000 } from './1764230500000-form-drafts';
import { Notifications1764230600000 } from './1764230600000-notifications';
import { Search1764230700000 } from './1764230700000-search';
import { Figures1764230800000 } from './1764230800000-figures';
import { AuditByPerson1764320000000 } from './1764320000000-audit-by-person';
import { DeadJobRetries1764320100000 } from './1764320100000-dead-job-retries';
import { ResultsOfTheInspected1764320200000 } from './1764320200000-results-of-the-inspected';
import { OpenCases1764320300000 } from './1764320300000-open-cases';
import { LostRefreshAnswers1764320400000 } from './1764320400000-lost-refresh-answers';
import { KeptToken1764320500000 } from './1764320500000-kept-token';
import { WaitingForSignatures1764320600000 } from './1764320600000-waiting-for-signatures';
import { BegunInspections1764320700000 } from './1764320700000-begun-inspections';
import { CasesOfTownships1764320800000 } from './1764320800000-cases-of-townships';
import { DirectoryChanges1764320900000 } from './1764320900000-directory-changes';
import { AbandonedDrafts1764321000000 } from './1764321000000-abandoned-drafts';
import { StandIns1764321200000 } from './1764321200000-stand-ins';
import { KnownInspectors1764321210000 } from './1764321210000-known-inspectors';
import { SettledNotifications1764321400000 } from './1764321400000-settled-notifications';
import { PriorOrders1764321410000 } from './1764321410000-prior-orders';
import { StatementFiles1764321420000 } from './1764321420000-statement-files';
import { PartyAddresses1764321500000 } from './1764321500000-party-addresses';
import { Absences1764322100000 } from './1764322100000-absences';
import { Returns1764322200000 } from './1764322200000-returns';
import { WithdrawnReports1764322300000 } from './1764322300000-withdrawn-reports';
import { ChangeFilings1764322400000 } from './1764322400000-change-filings';
import { StatusSteps1764322500000 } from './1764322500000-status-steps';
import { FilingEnds1764322600000 } from './1764322600000-filing-ends';
import { Removals1764322610000 } from './1764322610000-removals';
import { SignedFiles1764322700000 } from './1764322700000-signed-files';
import { Papers1764322710000 } from './1764322710000-papers';
import { PaperChecks1764322720000 } from './1764322720000-paper-checks';
import { Disclosures1764322730000 } from './1764322730000-disclosures';
import { Assignments1764322800000 } from './1764322800000-assignments';
import { CaseNotes1764322810000 } from './1764322810000-case-notes';
import { Verifications1764322820000 } from './1764322820000-verifications';
import { Opinions1764322830000 } from './1764322830000-opinions';
import { PublishedParticulars1764322900000 } from './1764322900000-published-particulars';
import { Commitments1764322910000 } from './1764322910000-commitments';
import { CreditOfCommitments1764322920000 } from './1764322920000-credit-of-commitments';
import { ServiceRatings1764323000000 } from './1764323000000-service-ratings';
import { RatingContacts1764323010000 } from './1764323010000-rating-contacts';
import { Staff1764323100000 } from './1764323100000-staff';
import { Expiries1764323110000 } from './1764323110000-expiries';
import { PublishedStaff1764323120000 } from './1764323120000-published-staff';
import { Exchange1764323200000 } from './1764323200000-exchange';
import { FilingDuplicates1764323300000 } from './1764323300000-filing-duplicates';
import { AssistedFilings1764323310000 } from './1764323310000-assisted-filings';
import { InstitutionLinks1764323400000 } from './1764323400000-institution-links';
import { FormerNames1764323410000 } from './1764323410000-former-names';
import { Regimes1764323500000 } from './1764323500000-regimes';
import { LicenceExpiries1764323510000 } from './1764323510000-licence-expiries';
import { RegimeWords1764323520000 } from './1764323520000-regime-words';
import { ExchangeFolders1764323600000 } from './1764323600000-exchange-folders';
import { ImportRuns1764323800000 } from './1764323800000-import-runs';
import { LongLists1764323810000 } from './1764323810000-long-lists';
import { RemovalPapers1764324000000 } from './1764324000000-removal-papers';
import { CommitmentBars1764324010000 } from './1764324010000-commitment-bars';
import { VisitOfficers1764324020000 } from './1764324020000-visit-officers';
import { Overdue1764325000000 } from './1764325000000-overdue';
import { OwnFilingsUndecided1764325100000 } from './1764325100000-own-filings-undecided';
import { WaitingCommitments1764325300000 } from './1764325300000-waiting-commitments';
import { CountryWideCounts1764325310000 } from './1764325310000-country-wide-counts';
import { OpinionsOfAPlace1764325320000 } from './1764325320000-opinions-of-a-place';
import { DirectoryImports1764325500000 } from './1764325500000-directory-imports';
import { Extensions1764500000000 } from './1764500000000-extensions';
import { Admissions1764500100000 } from './1764500100000-admissions';
import { LicenceRemovals1764510000000 } from './1764510000000-licence-removals';
import { WorkOfEitherLaw1764510010000 } from './1764510010000-work-of-either-law';
import { UnfiledSites1764540000000 } from './1764540000000-unfiled-sites';

/** The first part of the history of the database, oldest first; what came later goes into `index.ts`. */
export const FIRST_MIGRATIONS = [
  Platform1763700000000,
  AccessAndAudit1763700100000,
  TransparencyLog1763700150000,
  Reference1763700200000,
  Institutions1763700300000,
  Filings1763700400000,
  Inspections1763700500000,
  Draws1763700505000,
  InspectionTasks1763700510000,
  Enforcement1763700700000,
  Publication1763700710000,
  Credit1763700720000,
  ReservePieces1763700730000,
  KnownDevices1764115200000,
  InstitutionLists1764115300000,
  AddressKeys1764117100000,
  LapsedFilings1764117200000,
  RegisteredNumbers1764117300000,
  DrawOutcomes1764117400000,
  Disclosures1764117500000,
  FilingForms1764120000000,
  RecusalsOfPeople1764201600000,
  TownshipPlans1764201610000,
  CoSignatures1764201620000,
  LaidOpenFailures1764201630000,
  KeptRecords1764201640000,
  WorkItems1764230400000,
  FormDrafts1764230500000,
  Notifications1764230600000,
  Search1764230700000,
  Figures1764230800000,
  AuditByPerson1764320000000,
  DeadJobRetries1764320100000,
  ResultsOfTheInspected1764320200000,
  OpenCases1764320300000,
  LostRefreshAnswers1764320400000,
  KeptToken1764320500000,
  WaitingForSignatures1764320600000,
  BegunInspections1764320700000,
  CasesOfTownships1764320800000,
  DirectoryChanges1764320900000,
  AbandonedDrafts1764321000000,
  StandIns1764321200000,
  KnownInspectors1764321210000,
  SettledNotifications1764321400000,
  PriorOrders1764321410000,
  StatementFiles1764321420000,
  PartyAddresses1764321500000,
  Absences1764322100000,
  Returns1764322200000,
  WithdrawnReports1764322300000,
  ChangeFilings1764322400000,
  StatusSteps1764322500000,
  FilingEnds1764322600000,
  Removals1764322610000,
  SignedFiles1764322700000,
  Papers1764322710000,
  PaperChecks1764322720000,
  Disclosures1764322730000,
  Assignments1764322800000,
  CaseNotes1764322810000,
  Verifications1764322820000,
  Opinions1764322830000,
  PublishedParticulars1764322900000,
  Commitments1764322910000,
  CreditOfCommitments1764322920000,
  ServiceRatings1764323000000,
  RatingContacts1764323010000,
  Staff1764323100000,
  Expiries1764323110000,
  PublishedStaff1764323120000,
  Exchange1764323200000,
  FilingDuplicates1764323300000,
  AssistedFilings1764323310000,
  InstitutionLinks1764323400000,
  FormerNames1764323410000,
  Regimes1764323500000,
  LicenceExpiries1764323510000,
  RegimeWords1764323520000,
  ExchangeFolders1764323600000,
  ImportRuns1764323800000,
  LongLists1764323810000,
  RemovalPapers1764324000000,
  CommitmentBars1764324010000,
  VisitOfficers1764324020000,
  Overdue1764325000000,
  OwnFilingsUndecided1764325100000,
  WaitingCommitments1764325300000,
  CountryWideCounts1764325310000,
  OpinionsOfAPlace1764325320000,
  DirectoryImports1764325500000,
  Extensions1764500000000,
  Admissions1764500100000,
  LicenceRemovals1764510000000,
  WorkOfEitherLaw1764510010000,
  UnfiledSites1764540000000,
];
