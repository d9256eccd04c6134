import type { Institution } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { openingOf } from '../domain/opening';
import { capGroupOf, type CreditEntry } from '../domain/scoring';
import type { CreditAccountEntity } from '../store/credit-account.entity';
import type { CreditStore, LedgerLine } from '../store/credit.store';
import type { CreditRules } from './credit-rules';

/** The ledger of an institution (信用记录); one that has no account yet as it would be opened on that day. */
export async function ledgerLines(
  manager: Tx['manager'],
  { store, rules }: { readonly store: CreditStore; readonly rules: CreditRules },
  institution: Institution,
  on: PlainDate,
): Promise<{ readonly account: CreditAccountEntity | null; readonly lines: readonly LedgerLine[] }> {
  const account = await store.findAccount(manager, institution.id);
  if (account) return { account, lines: await store.lines(manager, institution.id) };
  const opening = openingOf(institution, await rules.grading(), on);
  return { account, lines: opening ? [unwritten(opening)] : [] };
}

/** An entry as the line that it would become; its id is that of its source. */
export function unwritten(entry: CreditEntry): LedgerLine {
  return { ...entry, id: entry.sourceId, liftedOn: null, capGroup: capGroupOf(entry) };
}
