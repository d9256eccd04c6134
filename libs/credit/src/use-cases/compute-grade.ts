import { Injectable } from '@nestjs/common';
import { SetGrade, type Institution } from '@zhaoguan/institutions';
import { dateInShanghai, plainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { gradeOf, standing } from '../domain/grade';
import type { CreditAccountEntity } from '../store/credit-account.entity';
import { CreditStore } from '../store/credit.store';
import { CreditRules } from './credit-rules';

/** Opens accounts and brings them up to date; the registry learns of a new grade in the same transaction. */
@Injectable()
export class ComputeGrade {
  constructor(
    private readonly store: CreditStore,
    private readonly rules: CreditRules,
    private readonly setGrade: SetGrade,
  ) {}

  /** The account of an institution, locked; opened with the start score when there is none yet. */
  async account(
    tx: Tx,
    institution: Pick<Institution, 'id' | 'kind' | 'district'>,
  ): Promise<CreditAccountEntity> {
    const rules = await this.rules.grading();
    const start = { score: rules.engine.start, grade: gradeOf(rules.engine.start, rules) };
    if (await this.store.insertAccount(tx, institution, start)) {
      const { id: institutionId, district } = institution;
      const cause = `开立信用档案，起评 ${start.score} 分`;
      await this.store.addChange(
        tx,
        { institutionId, district },
        { ...start, from: null, to: start.grade, cause, events: [] },
      );
      await this.setGrade.execute(tx, institutionId, start.grade);
    }
    const account = await this.store.lockAccount(tx, institution.id);
    if (!account) throw new Error(`institution ${institution.id} has no credit account`);
    return account;
  }

  /**
   * Sums the ledger again.
   * @param account locked by this transaction
   * @param cause why the sum is made, in words of the history
   */
  async execute(tx: Tx, account: CreditAccountEntity, cause: string): Promise<void> {
    const today = dateInShanghai(tx.at);
    const { institutionId, grade: before } = account;
    const lines = await this.store.lines(tx.manager, institutionId);
    const now = standing(lines, await this.rules.grading(), today);
    const changed = now.grade !== before;
    await this.store.saveStanding(tx, institutionId, now, changed ? today : plainDate(account.gradeSince));
    if (!changed) return;
    const events = [...new Set([...now.counting.keys(), ...now.forcedBy])];
    await this.store.addChange(tx, account, { from: before, to: now.grade, score: now.score, cause, events });
    await this.setGrade.execute(tx, institutionId, now.grade);
  }
}
