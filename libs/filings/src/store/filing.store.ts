import { Injectable } from '@nestjs/common';
import { refuse, type Regime } from '@zhaoguan/contracts';
import type { Institution } from '@zhaoguan/institutions';
import { plainDate, type DomainError, type PlainDate } from '@zhaoguan/kernel';
import { isDuplicateKey, type Tx } from '@zhaoguan/platform';
import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import type { Filing, Renewal } from '../domain/filing';
import { FilingEntity } from './filing.entity';
import { ApplicationSeal } from './sealed-application';

const contextOf = (id: string): string => `filing.personal:${id}`;
const baseContextOf = (id: string): string => `filing.base-personal:${id}`;

@Injectable()
export class FilingStore {
  constructor(private readonly seal: ApplicationSeal) {}

  /** @throws CHANGE_UNDER_WAY when the institution has another change filing that is not decided */
  async insert(tx: Tx, filing: Filing): Promise<void> {
    try {
      await tx.manager.insert(FilingEntity, tx.manager.create(FilingEntity, this.toRow(filing)));
    } catch (error) {
      if (isDuplicateKey(error, 'filing_open_of_institution')) throw refuse('CHANGE_UNDER_WAY');
      throw error;
    }
  }

  /** The last one that was accepted for the institution; null when it came into the register by another way. */
  async findLastAccepted(manager: EntityManager, institutionId: string): Promise<Filing | null> {
    const row = await manager.findOne(FilingEntity, {
      where: { institutionId, status: 'ACCEPTED' },
      order: { updatedAt: 'DESC', id: 'DESC' },
    });
    return row && this.toDomain(row);
  }

  /** The last first or change filing that was accepted for the institution: what is filed of it now. */
  async findLastFiled(manager: EntityManager, institutionId: string): Promise<Filing | null> {
    const row = await manager.findOne(FilingEntity, {
      where: { institutionId, status: 'ACCEPTED', type: In(['INITIAL', 'CHANGE']) },
      order: { updatedAt: 'DESC', id: 'DESC' },
    });
    return row && this.toDomain(row);
  }

  /** The suspension (暂停) that was in force when this resumption was begun; null where none was filed, as of one that the register brought in so. */
  async findSuspensionBefore(
    manager: EntityManager,
    { id, institutionId }: Pick<Filing, 'id' | 'institutionId'>,
  ): Promise<Filing | null> {
    if (institutionId === null) return null;
    const row = await manager.findOne(FilingEntity, {
      where: { institutionId, status: 'ACCEPTED', type: 'SUSPENSION', id: LessThan(id) },
      order: { id: 'DESC' },
    });
    return row && this.toDomain(row);
  }

  /** Number of the institution before the one that this filing gave it, or will give it; null where no filing gave one. */
  async findNumberBefore(
    manager: EntityManager,
    institutionId: string,
    { id, filingNumber, filedOn }: Pick<Filing, 'id' | 'filingNumber' | 'filedOn'>,
  ): Promise<string | null> {
    const rows: { number: string }[] = await manager.query(
      `select filing_number as number from filings.filing
        where institution_id = $1 and id <> $2 and status = 'ACCEPTED' and type = 'INITIAL'
          and filing_number is distinct from $3 and ($4::date is null or filed_on <= $4::date)
        order by filed_on desc, id desc limit 1`,
      [institutionId, id, filingNumber, filedOn],
    );
    return rows[0]?.number ?? null;
  }

  /** Under which law each of these institutions holds what is filed of it now. */
  async regimesHeld(
    manager: EntityManager,
    institutionIds: readonly string[],
  ): Promise<ReadonlyMap<string, Regime>> {
    if (institutionIds.length === 0) return new Map();
    const rows: { id: string; regime: Regime }[] = await manager.query(
      `select distinct on (institution_id) institution_id as id, regime from filings.filing
        where institution_id = any($1) and status = 'ACCEPTED' and type in ('INITIAL', 'CHANGE')
        order by institution_id, updated_at desc, id desc`,
      [institutionIds],
    );
    return new Map(rows.map(({ id, regime }) => [id, regime]));
  }

  /** The last one of the applicant that was accepted under this code, of whatever kind and site. */
  async findLastAcceptedOf(tx: Tx, applicantId: string, uscc: string): Promise<Filing | null> {
    const row = await tx.manager.findOne(FilingEntity, {
      where: { uscc, applicantId, status: 'ACCEPTED', type: In(['INITIAL', 'CHANGE']) },
      order: { updatedAt: 'DESC', id: 'DESC' },
    });
    return row && this.toDomain(row);
  }

  /** Under which law each of these cases is handled, and whether it asks for a licence to go on. */
  async mattersOf(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly regime: Regime; readonly renewal: boolean }>> {
    const rows: { id: string; regime: Regime; renewal: boolean }[] = await manager.query(
      'select id, regime, renews is not null as renewal from filings.filing where id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, ...matter }) => [id, matter]));
  }

  /** @throws NOT_FOUND also when row-level security hides it; ASSISTANCE_ENDED for who assisted in it */
  async get(manager: EntityManager, id: string): Promise<Filing> {
    const row = await manager.findOneBy(FilingEntity, { id });
    if (!row) throw await this.hidden(manager, id);
    return this.toDomain(row);
  }

  /** Who entered it at the window is told that the applicant has ended that, and no more; nobody else learns that there is one. */
  private async hidden(manager: EntityManager, id: string): Promise<DomainError> {
    const [row]: { ended: boolean }[] = await manager.query(
      'select filings.assistance_was_ended($1) as ended',
      [id],
    );
    return refuse(row?.ended === true ? 'ASSISTANCE_ENDED' : 'NOT_FOUND');
  }

  /** Locked until the end of the transaction: of two who act at once the second sees what the first did. */
  async getForUpdate(tx: Tx, id: string): Promise<Filing> {
    const row = await tx.manager.findOne(FilingEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw await this.hidden(tx.manager, id);
    return this.toDomain(row);
  }

  /** Returned filings whose term ended before this day; those at which somebody else works are left for the next time. */
  listOverdueForUpdate(tx: Tx, today: PlainDate, limit: number): Promise<Filing[]> {
    return this.listPast(tx, `f.status = 'RETURNED'`, { day: 'f.correct_by', today, limit });
  }

  /** The same of applications of which it was not said in time whether they are taken in. */
  listUnadmittedForUpdate(tx: Tx, today: PlainDate, limit: number): Promise<Filing[]> {
    const open = `f.status = 'SUBMITTED' and f.admitted_on is null`;
    return this.listPast(tx, open, { day: 'f.admit_by', today, limit });
  }

  /** Renewals that count as granted, for nothing was decided in time, and whose institution is not told so yet. */
  listUndecidedRenewalsForUpdate(tx: Tx, today: PlainDate, limit: number): Promise<Filing[]> {
    const presumed = `f.status = 'SUBMITTED' and f.renews_in_time
      and (f.admit_by < f.renews_until or f.admitted_on <= f.renews_until)
      and exists (select from institutions.institution i where i.id = f.renews and i.valid_until = f.renews_until
                     and i.status <> 'CLOSED' and i.filing_ended_as is null)`;
    return this.listPast(tx, presumed, { day: 'f.renews_until', today, limit });
  }

  private async listPast(
    tx: Tx,
    which: string,
    { day, today, limit }: { readonly day: string; readonly today: PlainDate; readonly limit: number },
  ): Promise<Filing[]> {
    const rows = await tx.manager
      .createQueryBuilder(FilingEntity, 'f')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .where(`${which} and ${day} < :today`, { today })
      .orderBy(day)
      .limit(limit)
      .getMany();
    return rows.map((row) => this.toDomain(row));
  }

  /** What this person has begun and not handed in as the first filing of a site; the last one. */
  async findDraftAt(
    tx: Tx,
    applicantId: string,
    site: Pick<Institution, 'kind' | 'uscc' | 'district'> & { readonly address: string | null },
  ): Promise<Filing | null> {
    const row = await tx.manager.findOne(FilingEntity, {
      where: { ...site, address: site.address ?? IsNull(), applicantId, type: 'INITIAL', status: 'DRAFT' },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    return row && this.toDomain(row);
  }

  /** Changes of an institution that were granted since an instant, the earliest first: one is open at a time. */
  async listChangesSince(manager: EntityManager, institutionId: string, since: Date): Promise<Filing[]> {
    const rows = await manager
      .createQueryBuilder(FilingEntity, 'f')
      .where({ institutionId, type: 'CHANGE', status: 'ACCEPTED' })
      .andWhere(GRANTED_SINCE, { since })
      .orderBy('f.id')
      .getMany();
    return rows.map((row) => this.toDomain(row));
  }

  /** Whether another application for its licence was granted since an instant. */
  isLicensedSince(manager: EntityManager, institutionId: string, since: Date): Promise<boolean> {
    return manager
      .createQueryBuilder(FilingEntity, 'f')
      .where({ institutionId, type: 'INITIAL', status: 'ACCEPTED' })
      .andWhere(GRANTED_SINCE, { since })
      .getExists();
  }

  /**
   * Saves the next version.
   * @throws STALE_VERSION when it is not the next one; DUPLICATE_FILING when the site has another open filing
   */
  async save(tx: Tx, filing: Filing): Promise<Filing> {
    const next: Filing = { ...filing, version: filing.version + 1, updatedAt: tx.at };
    try {
      const { affected } = await tx.manager.update(
        FilingEntity,
        { id: filing.id, version: filing.version },
        this.toRow(next),
      );
      if (affected !== 1) throw refuse('STALE_VERSION');
    } catch (error) {
      if (isDuplicateKey(error, 'filing_open_of_institution')) throw refuse('CHANGE_UNDER_WAY');
      if (isDuplicateKey(error, 'filing_open_site')) {
        throw refuse('DUPLICATE_FILING', { reason: '同一代码、同一地址已有另一件在办的申请，请核对地址。' });
      }
      throw error;
    }
    return next;
  }

  /** Ends the assistance of who calls, who does not see it any more then. @throws STALE_VERSION */
  async leaveAssistance(tx: Tx, { id, version }: Filing): Promise<void> {
    const [row]: { left: boolean }[] = await tx.manager.query(
      'select filings.leave_assistance($1, $2, $3) as left',
      [id, version, tx.at],
    );
    if (row?.left !== true) throw refuse('STALE_VERSION');
  }

  toDomain(row: FilingEntity): Filing {
    const { application: _application, personal: _personal, residentIdIndex: _index, ...kept } = row;
    const { baseApplication: _base, basePersonal: _basePersonal, ...rest } = kept;
    const {
      name: _name,
      uscc: _uscc,
      address: _address,
      district: _district,
      township: _township,
      renews: _renews,
      renewsUntil: _until,
      renewsInTime: _inTime,
      ...own
    } = rest;
    return {
      ...own,
      application: this.seal.open(row, contextOf(row.id)),
      base: this.baseOf(row),
      dueOn: row.dueOn === null ? null : plainDate(row.dueOn),
      extendedFrom: row.extendedFrom === null ? null : plainDate(row.extendedFrom),
      admitBy: row.admitBy === null ? null : plainDate(row.admitBy),
      admittedOn: row.admittedOn === null ? null : plainDate(row.admittedOn),
      renewal: renewalOf(row),
      correctBy: row.correctBy === null ? null : plainDate(row.correctBy),
      filedOn: row.filedOn === null ? null : plainDate(row.filedOn),
      validUntil: row.validUntil === null ? null : plainDate(row.validUntil),
    };
  }

  private baseOf({ id, baseApplication, basePersonal }: FilingEntity): Filing['base'] {
    if (baseApplication === null || basePersonal === null) return null;
    return this.seal.open({ application: baseApplication, personal: basePersonal }, baseContextOf(id));
  }

  private toRow({ application, base, renewal, ...filing }: Filing): FilingEntity {
    const { name, uscc, address, district, township } = application;
    const kept = base && this.seal.close(base, baseContextOf(filing.id));
    return {
      ...filing,
      advisedBy: [...filing.advisedBy],
      claims: [...filing.claims],
      baseApplication: kept?.application ?? null,
      basePersonal: kept?.personal ?? null,
      ...this.seal.close(application, contextOf(filing.id)),
      residentIdIndex: this.seal.indexOf(application),
      renews: renewal?.institutionId ?? null,
      renewsUntil: renewal?.until ?? null,
      renewsInTime: renewal?.inTime ?? null,
      name,
      uscc,
      address,
      district,
      township,
    };
  }
}

const GRANTED_SINCE = `exists (select from filings.transition t where t.filing_id = f.id and t.action = 'accept' and t.at >= :since)`;

function renewalOf({ renews, renewsUntil, renewsInTime }: FilingEntity): Renewal | null {
  if (renews === null || renewsUntil === null || renewsInTime === null) return null;
  return { institutionId: renews, until: plainDate(renewsUntil), inTime: renewsInTime };
}
