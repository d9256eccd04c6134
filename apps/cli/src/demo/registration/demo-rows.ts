import { SystemClock } from '@zhaoguan/kernel';
import type { AddedRows } from '@zhaoguan/platform';
import { demoRegimes } from '../licence-district';
import { Journal } from './journal';

/** Reference rows of the demonstration, counted back from its first start as all its days are. */
export function demoRows(dataDir: string): AddedRows {
  const journal = Journal.open(dataDir, new SystemClock().now());
  return journal ? { regimes: demoRegimes(journal.firstDay) } : {};
}
