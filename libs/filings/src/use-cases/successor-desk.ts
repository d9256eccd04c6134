import { Injectable } from '@nestjs/common';
import { InstitutionStore, LinkPredecessor, type Institution } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
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

  async afterAcceptance(tx: Tx, filing: Filing, own: string): Promise<void> {
    const found = await this.namedBy(tx, filing, own);
    if (found === null) return;
    if (found.operatorId === filing.applicantId)
      await this.enter(tx, found.id, own, '终止服务的备案写明由它承接');
    else await tx.emit('filing.successor-named', { filingId: filing.id, institutionId: found.id });
  }

  /** An official has found that everybody is placed and the fees are given back. */
  async afterSettlement(tx: Tx, filing: Filing): Promise<void> {
    if (filing.institutionId === null) return;
    const found = await this.namedBy(tx, filing, filing.institutionId);
    if (found !== null)
      await this.enter(tx, found.id, filing.institutionId, '终止服务的备案写明由它承接，办理机关已经核实');
  }

  private async namedBy(tx: Tx, { kind, application }: Filing, own: string): Promise<Institution | null> {
    const successor = application.notice?.successor ?? null;
    if (successor === null) return null;
    const known = await this.receivers.find(tx.manager, kind, successor);
    const id = successorIn(known, { own, district: application.district });
    return id === null ? null : this.institutions.findById(tx.manager, id);
  }

  private enter(tx: Tx, successorId: string, own: string, reason: string): Promise<void> {
    return this.link.execute(tx, successorId, own, { basis: 'CLOSURE', reason });
  }
}
