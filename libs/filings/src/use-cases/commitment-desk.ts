import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type AuditAction } from '@zhaoguan/contracts';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { daysLeftAtLapse, type Commitment, type CommitmentOffer } from '../domain/commitment';
import { commitmentProcess, type CommitmentAction } from '../domain/commitment.process';
import type { Filing } from '../domain/filing';
import type { RequiredMaterial } from '../domain/materials';
import { CommitmentStore } from '../store/commitment.store';
import { FilingStore } from '../store/filing.store';
import { FilingReference } from './filing-reference';

const ENTRIES: Readonly<Record<CommitmentAction, AuditAction>> = {
  withdraw: 'filing.commitment-withdrawn',
  bind: 'filing.commitment-bound',
  handIn: 'filing.commitment-handed-in',
  confirm: 'filing.commitment-kept',
  return: 'filing.commitment-returned',
  breach: 'filing.commitment-breached',
  lapse: 'filing.commitment-lapsed',
  restore: 'filing.commitment-restored',
  restoreHandedIn: 'filing.commitment-restored',
};

interface Changed {
  readonly reason?: string;
  readonly dueOn?: PlainDate;
  readonly checkBy?: PlainDate;
  readonly materialId?: string;
  readonly removalId?: string;
}

/** The removal (注销、撤销) that ends what an institution owes, or that is annulled. */
interface Removed {
  readonly institutionId: string;
  readonly removalId: string;
}

const LAPSED_BY_REMOVAL = '已被注销或者撤销，承诺不再执行';
const RESTORED = '注销、撤销的决定已被撤销，承诺恢复执行，补交期限扣除中断的时间';
const RESTORED_TO_CHECK = '注销、撤销的决定已被撤销，承诺恢复执行，补交的材料继续核实';

/** What every act on a commitment (告知承诺) shares: which may be given, which stand, and what an act leaves behind. */
@Injectable()
export class CommitmentDesk {
  constructor(
    readonly commitments: CommitmentStore,
    private readonly filings: FilingStore,
    private readonly reference: FilingReference,
    private readonly audit: AuditLog,
  ) {}

  /**
   * By code of the material; none for the institution of the account that has broken one before (曾作出虚假承诺的，不适用告知承诺). Of any
   * other code or head a draft tells nothing: anybody could try one number after the other. It is asked when it is handed in.
   */
  async offers(
    manager: Tx['manager'],
    filing: Filing,
    listed: readonly RequiredMaterial[],
    today: PlainDate,
  ): Promise<ReadonlyMap<string, CommitmentOffer>> {
    const offered = listed.filter(({ commitment }) => commitment !== null);
    if (offered.length === 0) return new Map();
    if (await this.commitments.isBarredOfOwn(manager, filing.application, filing.applicantId))
      return new Map();
    return this.reference.commitmentOffers(filing, offered, today);
  }

  /**
   * Asked again when it is handed in and when it binds: one may have been broken since, and the application may name another
   * legal person or head than when it was given.
   * @throws COMMITMENT_BARRED with the materials
   */
  async requireUnbarred(tx: Tx, { id, application }: Filing): Promise<void> {
    const given = (await this.commitments.ofFiling(tx.manager, id)).filter(
      ({ status }) => status === 'GIVEN',
    );
    if (given.length === 0 || !(await this.commitments.isBarred(tx.manager, application))) return;
    const message = '不适用告知承诺，请上传';
    const fields = given.map(({ code }) => ({
      pointer: `/materials/${code}`,
      code: 'COMMITMENT_BARRED',
      message,
    }));
    throw refuse('COMMITMENT_BARRED', { materials: given.map(({ name }) => name) }, fields);
  }

  /** @throws NOT_FOUND where none stands for the material */
  async get(tx: Tx, filingId: string, code: string): Promise<Commitment> {
    const found = (await this.commitments.ofFiling(tx.manager, filingId)).find((each) => each.code === code);
    if (!found) throw refuse('NOT_FOUND');
    return found;
  }

  /** The new state, the act and the entry of the log. @throws INVALID_TRANSITION, REASON_REQUIRED, COMMITMENT_NOT_DUE */
  async act(
    tx: Tx,
    filing: Filing,
    commitment: Commitment,
    action: CommitmentAction,
    { reason, removalId, ...changed }: Changed = {},
  ): Promise<void> {
    const judged = { today: dateInShanghai(tx.at), reason };
    const { from, to } = commitmentProcess.apply(commitment.status, action, commitment, judged);
    const kept = { action, from, to, reason: reason ?? null, removalId: removalId ?? null };
    await this.commitments.advance(tx, commitment.id, kept, changed);
    await this.audit.append(tx, {
      action: ENTRIES[action],
      subjectType: 'filing',
      subjectId: filing.id,
      district: filing.application.district,
      detail: { code: commitment.code, from, to },
    });
  }

  /** A material that is uploaded after all needs no promise. */
  async replaced(tx: Tx, filing: Filing, code: string): Promise<void> {
    const standing = await this.commitments.ofFiling(tx.manager, filing.id);
    for (const commitment of standing.filter((each) => each.code === code)) {
      await this.act(tx, filing, commitment, 'withdraw');
    }
  }

  /** What was promised has come: from here the authority has its days to look at it, anew for every file. */
  async handIn(tx: Tx, filing: Filing, commitment: Commitment, materialId: string): Promise<void> {
    const checkBy = await this.reference.checkCommitmentBy(filing, dateInShanghai(tx.at));
    await this.act(tx, filing, commitment, 'handIn', { materialId, checkBy });
  }

  /** From the acceptance on a commitment binds: the material is handed in within its days. @throws COMMITMENT_BARRED */
  async bind(tx: Tx, filing: Filing): Promise<void> {
    await this.requireUnbarred(tx, filing);
    const today = dateInShanghai(tx.at);
    for (const commitment of await this.commitments.ofFiling(tx.manager, filing.id)) {
      const dueOn = await this.reference.dayAfter(today, commitment.days);
      await this.act(tx, filing, commitment, 'bind', { dueOn });
    }
  }

  /** What was filed does not stand any more: nobody owes anything for it, nor is it broken later by what was filed since. */
  async lapseAll(tx: Tx, { institutionId, removalId }: Removed, decidedAt: Date): Promise<void> {
    for (const commitment of await this.commitments.openOfInstitution(tx, institutionId, decidedAt)) {
      const filing = await this.filings.getForUpdate(tx, commitment.filingId);
      await this.act(tx, filing, commitment, 'lapse', { removalId, reason: LAPSED_BY_REMOVAL });
    }
  }

  /** What ended them is annulled (决定被撤销): what it ended, and nothing else, is owed again or looked at again. */
  async restoreAll(tx: Tx, { removalId }: Removed): Promise<void> {
    for (const commitment of await this.commitments.lapsedBy(tx, removalId)) {
      const filing = await this.filings.getForUpdate(tx, commitment.filingId);
      const { lapsedFrom } = commitment;
      const today = dateInShanghai(tx.at);
      if (lapsedFrom === 'HANDED_IN') {
        const checkBy = await this.reference.checkCommitmentBy(filing, today);
        await this.act(tx, filing, commitment, 'restoreHandedIn', {
          removalId,
          checkBy,
          reason: RESTORED_TO_CHECK,
        });
        continue;
      }
      const left = daysLeftAtLapse(commitment);
      const dueOn = left === null ? undefined : await this.reference.dayAfter(today, left);
      await this.act(tx, filing, commitment, 'restore', {
        removalId,
        reason: RESTORED,
        ...(dueOn === undefined ? {} : { dueOn }),
      });
      const { code, name } = commitment;
      await tx.emit('commitment.judged', { filingId: filing.id, code, name, outcome: 'RESTORED' });
    }
  }
}
