import { Injectable } from '@nestjs/common';
import { InstitutionStore, LinkPredecessor, type Institution } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import { stillTakesOver, type Closure, type Successor } from '../domain/closure';
import type { Filing } from '../domain/filing';
import { successorIn } from '../domain/receivers';
import { ReceiverStore } from '../store/receiver.store';

/**
 * Who takes over by a closure (承接机构) has the one that ended before it in the register (沿革). Of an institution in the same account
 * that is so with the acceptance; another one, which nobody has asked, is told, and an official has looked first.
 */
@Injectable()
export class SuccessorDesk {
  constructor(
    private readonly receivers: ReceiverStore,
    private readonly institutions: InstitutionStore,
    private readonly link: LinkPredecessor,
  ) {}

  /** @returns the one that is told, or linked at once; it is kept with the closure */
  async afterAcceptance(tx: Tx, filing: Filing, own: string): Promise<Successor | null> {
    const found = await this.namedBy(tx.manager, filing, own);
    if (found === null || found.operatorId === null) return null;
    const successor = { institutionId: found.id, accountId: found.operatorId };
    if (found.operatorId === filing.applicantId)
      await this.link.execute(tx, found.id, own, { basis: 'CLOSURE', reason: '终止服务的备案写明由它承接' });
    else await tx.emit('filing.successor-named', { filingId: filing.id, institutionId: found.id });
    return successor;
  }

  /** Name of the one in another account whose operator is told with the acceptance. */
  async toldOf(manager: Tx['manager'], filing: Filing, own: string): Promise<string | null> {
    const found = await this.namedBy(manager, filing, own);
    const isTold = found !== null && found.operatorId !== null && found.operatorId !== filing.applicantId;
    return isTold ? found.name : null;
  }

  /** An official has found that everybody is placed and the fees are given back. */
  async afterSettlement(tx: Tx, { filingId, institutionId, successor }: Closure): Promise<void> {
    if (successor === null) return;
    const found = await this.institutions.findById(tx.manager, successor.institutionId);
    if (found === null || !stillTakesOver(found, successor.accountId)) return;
    const reason = '终止服务的备案写明由它承接，办理机关已经核实';
    if (!(await this.link.execute(tx, found.id, institutionId, { basis: 'CLOSURE', reason }))) return;
    await tx.emit('filing.successor-linked', { filingId, institutionId: found.id, stands: true });
  }

  /** Whether what was written when it was settled would be taken back, were it not so after all. */
  async wouldTakeBack(
    manager: Tx['manager'],
    { status, institutionId, applicantId, successor }: Closure,
  ): Promise<boolean> {
    if (status !== 'SETTLED' || successor === null || successor.accountId === applicantId) return false;
    return this.link.standsBy(manager, successor.institutionId, institutionId, 'CLOSURE');
  }

  /** It was not so after all: what was written when it was settled is taken back by another record. */
  async afterReopening(tx: Tx, { filingId, institutionId, applicantId, successor }: Closure): Promise<void> {
    if (successor === null || successor.accountId === applicantId) return;
    const reason = '办理机关更正：终止服务的安置、退费尚未完成';
    const pair = [successor.institutionId, institutionId] as const;
    if (!(await this.link.takeBack(tx, ...pair, { basis: 'CLOSURE', reason }))) return;
    await tx.emit('filing.successor-linked', {
      filingId,
      institutionId: successor.institutionId,
      stands: false,
    });
  }

  /** The closure was taken back before its day: what was written with its acceptance is taken back, and who was told is told. */
  async afterRetraction(tx: Tx, { filingId, institutionId, applicantId, successor }: Closure): Promise<void> {
    if (successor === null) return;
    if (successor.accountId !== applicantId) {
      await tx.emit('filing.successor-released', { filingId, institutionId: successor.institutionId });
      return;
    }
    const pair = [successor.institutionId, institutionId] as const;
    await this.link.takeBack(tx, ...pair, { basis: 'CLOSURE', reason: '终止服务的备案已经撤回' });
  }

  private async namedBy(
    manager: Tx['manager'],
    { kind, application }: Filing,
    own: string,
  ): Promise<Institution | null> {
    const name = application.notice?.successor ?? null;
    if (name === null) return null;
    const known = await this.receivers.find(manager, kind, name);
    const id = successorIn(known, { own, district: application.district });
    return id === null ? null : this.institutions.findById(manager, id);
  }
}
