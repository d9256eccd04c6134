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
import { FilingForms1764120000000 } from './1764120000000-filing-forms';
import { AuditByPerson1764320000000 } from './1764320000000-audit-by-person';
import { DeadJobRetries1764320100000 } from './1764320100000-dead-job-retries';
import { ResultsOfTheInspected1764320200000 } from './1764320200000-results-of-the-inspected';
import { OpenCases1764320300000 } from './1764320300000-open-cases';

/** The one history of the database, oldest first. */
export const MIGRATIONS = [
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
  FilingForms1764120000000,
  AuditByPerson1764320000000,
  DeadJobRetries1764320100000,
  ResultsOfTheInspected1764320200000,
  OpenCases1764320300000,
];
