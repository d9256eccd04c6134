import { Injectable } from '@nestjs/common';
import { InstitutionStore, SetGrade, type Institution } from '@zhaoguan/institutions';
import { dateInShanghai, plainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { gradeOf, standing } from '../domain/grade';
import { openingOf } from '../domain/opening';
import type { CreditAccountEntity } from '../store/credit-account.entity';
import { CreditStore } from '../store/credit.store';
import { CreditRules } from './credit-rules';

/** Opens accounts and brings them up to date; the registry learns of a new grade in the same transaction. */
@Injectable()
export class ComputeGrade {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly store: CreditStore,
    private readonly rules: CreditRules,
    private readonly setGrade: SetGrade,
  ) {}

  /**
   * The account of an institution, locked; opened when there is none yet, with the start score or the grade that a
   * directory carried.
   */
  async account(tx: Tx, institutionId: string): Promise<CreditAccountEntity> {
    const institution = await this.institutions.findById(tx.manager, institutionId);
    if (!institution) throw new Error(`institution ${institutionId} is not in the registry`);
    const rules = await this.rules.grading();
    const start = { score: rules.engine.start, grade: gradeOf(rules.engine.start, rules) };
    if (await this.store.insertAccount(tx, institution, start)) await this.open(tx, institution);
    const account = await this.store.lockAccount(tx, institutionId);
    if (!account) throw new Error(`institution ${institutionId} has no credit account`);
    return account;
  }

  private async open(tx: Tx, institution: Institution): Promise<void> {
    const { id: institutionId, district, gradeSince } = institution;
    const today = dateInShanghai(tx.at);
    const rules = await this.rules.grading();
    const entry = openingOf(institution, rules, today);
    await this.store.addEntries(tx, { institutionId, district }, entry ? [entry] : []);
    const lines = await this.store.lines(tx.manager, institutionId);
    const now = standing(lines, rules, today);
    await this.store.saveStanding(tx, institutionId, now, gradeSince ?? today);
    await this.store.addChange(
      tx,
      { institutionId, district },
      {
        from: null,
        to: now.grade,
        score: now.score,
        cause: `开立信用档案，${entry ? `按${entry.text}` : ''}起评 ${now.score} 分`,
        events: lines.map(({ id }) => id),
      },
    );
    await this.setGrade.execute(tx, institutionId, now.grade);
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
