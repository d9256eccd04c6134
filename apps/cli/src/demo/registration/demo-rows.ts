import { SystemClock } from '@zhaoguan/kernel';
import type { AddedRows } from '@zhaoguan/platform';
import { demoRegimes } from '../licence-district';
import { Journal } from './journal';

/** Reference rows of the demonstration, counted back from its first start as all its days are. */
export const demoRows = (dataDir: string): AddedRows =>
  rowsOf(Journal.open(dataDir, new SystemClock().now()));

/** The same for a command beside it, which begins no demonstration and takes nothing away from one that was begun. */
export const begunDemoRows = (dataDir: string): AddedRows => rowsOf(Journal.begun(dataDir));

const rowsOf = (journal: Journal | undefined): AddedRows =>
  journal ? { regimes: demoRegimes(journal.firstDay) } : {};
