import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type AuditAction, type AuditDetail, type Caller } from '@zhaoguan/contracts';
import { commonDistrict, type Rng } from '@zhaoguan/kernel';
import { assertVersionIfGiven, ReferenceData, RNG, UnitOfWork, type Tx } from '@zhaoguan/platform';
import {
  checkDistricts,
  looksAfterPartner,
  OLD_KEY_HOURS,
  type Partner,
  type PartnerToRegister,
} from '../domain/partner';
import { DeliveryStore } from '../store/delivery.store';
import { PartnerStore } from '../store/partner.store';

/** A key with the secret that is shown once. */
export interface IssuedKey {
  readonly partnerId: string;
  readonly keyId: string;
  readonly secret: string;
}

export type PartnerChange = Partial<Omit<PartnerToRegister, 'algorithm'>>;

/** What an administrator does with the platforms of the own districts (对接平台管理). */
@Injectable()
export class ManagePartners {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly deliveries: DeliveryStore,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** @throws UNKNOWN_DISTRICT, BEYOND_OWN_DISTRICTS */
  async register(caller: Caller, input: PartnerToRegister): Promise<IssuedKey> {
    checkDistricts(caller.districts, input, await this.knownDistricts());
    return this.work.run(caller, async (tx) => {
      const partner = await this.partners.insert(tx, input);
      await this.note(tx, partner, 'exchange.partner-registered', {
        districts: partner.districts,
        kinds: partner.kinds,
      });
      return this.issueKey(tx, partner);
    });
  }

  /** @throws NOT_FOUND, STALE_VERSION, UNKNOWN_DISTRICT, BEYOND_OWN_DISTRICTS */
  async change(
    caller: Caller,
    id: string,
    change: PartnerChange,
    version: number | undefined,
  ): Promise<Partner> {
    const known = await this.knownDistricts();
    return this.onPartner(caller, id, async (tx, partner) => {
      assertVersionIfGiven(version, partner.version);
      const changed = { ...partner, ...change };
      checkDistricts(caller.districts, changed, known);
      await this.note(tx, changed, 'exchange.partner-changed', {
        changed: Object.keys(change),
        districts: changed.districts,
        kinds: changed.kinds,
      });
      if (partner.webhookUrl === null) await this.sendWaiting(tx, id);
      return this.partners.save(tx, changed);
    });
  }

  /**
   * The key before opens for a day more, so that the partner can change over. Two who do it at once would each hold a key, and the
   * partner get one of them: the second is told.
   * @throws NOT_FOUND, STALE_VERSION
   */
  rotateKey(caller: Caller, id: string, version: number | undefined): Promise<IssuedKey> {
    return this.onPartner(caller, id, async (tx, partner) => {
      assertVersionIfGiven(version, partner.version);
      await this.partners.save(tx, partner);
      await this.partners.endKeys(tx, id, new Date(tx.at.getTime() + OLD_KEY_HOURS * 3_600_000));
      await this.note(tx, partner, 'exchange.key-rotated', {});
      return this.issueKey(tx, partner);
    });
  }

  /** From the same moment its requests are refused, and it is sent nothing. @throws NOT_FOUND */
  disable(caller: Caller, id: string): Promise<Partner> {
    return this.onPartner(caller, id, async (tx, partner) => {
      await this.note(tx, partner, 'exchange.partner-disabled', {});
      return this.partners.save(tx, { ...partner, disabledAt: partner.disabledAt ?? tx.at });
    });
  }

  /** What has happened meanwhile is sent to it now. @throws NOT_FOUND */
  enable(caller: Caller, id: string): Promise<Partner> {
    return this.onPartner(caller, id, async (tx, partner) => {
      await this.note(tx, partner, 'exchange.partner-enabled', {});
      if (partner.disabledAt !== null) await this.sendWaiting(tx, id);
      return this.partners.save(tx, { ...partner, disabledAt: null });
    });
  }

  /** Webhooks that were given up are tried anew: one, or all of the partner. @throws NOT_FOUND */
  resend(caller: Caller, id: string, changeId?: string): Promise<{ readonly count: number }> {
    return this.onPartner(caller, id, async (tx, partner) => {
      const cases = await this.deliveries.revive(tx, id, changeId);
      if (changeId !== undefined && cases.length === 0) throw refuse('NOT_FOUND');
      for (const caseId of cases) await tx.enqueue('exchange.send-webhook', { caseId });
      await this.note(tx, partner, 'exchange.delivery-resent', { count: cases.length });
      return { count: cases.length };
    });
  }

  /** What could not be sent meanwhile, and has no job any more. */
  private async sendWaiting(tx: Tx, partnerId: string): Promise<void> {
    for (const caseId of await this.deliveries.casesWaiting(tx, partnerId))
      await tx.enqueue('exchange.send-webhook', { caseId });
  }

  private onPartner<T>(
    caller: Caller,
    id: string,
    act: (tx: Tx, partner: Partner) => Promise<T>,
  ): Promise<T> {
    return this.work.run(caller, async (tx) => {
      const partner = await this.partners.getForUpdate(tx, id);
      if (!looksAfterPartner(caller.districts, partner)) throw refuse('NOT_FOUND');
      return act(tx, partner);
    });
  }

  private async issueKey(tx: Tx, { id: partnerId }: Partner): Promise<IssuedKey> {
    const hex = (bytes: number): string => Buffer.from(this.rng.bytes(bytes)).toString('hex');
    const key = { id: `ex-${hex(8)}`, secret: hex(32) };
    await this.partners.insertKey(tx, partnerId, key);
    return { partnerId, keyId: key.id, secret: key.secret };
  }

  private async note(tx: Tx, partner: Partner, action: AuditAction, detail: AuditDetail): Promise<void> {
    const district = commonDistrict(partner.districts);
    await this.audit.append(tx, {
      action,
      subjectType: 'partner',
      subjectId: partner.id,
      ...(district === undefined ? {} : { district }),
      detail,
    });
  }

  private async knownDistricts(): Promise<(district: string) => boolean> {
    const districts = await this.reference.districts();
    return (district) => districts.has(district);
  }
}
