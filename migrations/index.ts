import { Platform1763700000000 } from './1763700000000-platform';
import { AccessAndAudit1763700100000 } from './1763700100000-access-and-audit';
import { Reference1763700200000 } from './1763700200000-reference';
import { Institutions1763700300000 } from './1763700300000-institutions';
import { Filings1763700400000 } from './1763700400000-filings';
import { Inspections1763700500000 } from './1763700500000-inspections';
import { Draws1763700505000 } from './1763700505000-draws';
import { InspectionTasks1763700510000 } from './1763700510000-inspection-tasks';

/** The one history of the database, oldest first. */
export const MIGRATIONS = [
  Platform1763700000000,
  AccessAndAudit1763700100000,
  Reference1763700200000,
  Institutions1763700300000,
  Filings1763700400000,
  Inspections1763700500000,
  Draws1763700505000,
  InspectionTasks1763700510000,
];
