import { Injectable } from '@nestjs/common';
import { refuse, type Grade } from '@zhaoguan/contracts';
import { addressKey, plainDate, type PlainDate } from '@zhaoguan/kernel';
import { FieldCipher, isDuplicateKey, type Tx } from '@zhaoguan/platform';
import { Not, type EntityManager, type QueryDeepPartialEntity, type SelectQueryBuilder } from 'typeorm';
import {
  isLicensable,
  type Institution,
  type LegalRepresentative,
  type NewInstitution,
  type SiteKey,
  type SpelledSite,
} from '../domain/institution';
import { InstitutionEntity } from './institution.entity';

/** What an act on a site of a county shares, and an import into its directory holds alone. */
const directoryOf = (district: string): string => `directory of ${district}`;

/** In one order, so that two imports do not wait for each other. Until the end of the transaction. */
export async function lockDirectories(tx: Tx, districts: readonly string[]): Promise<void> {
  const names = [...new Set(districts)].sort().map(directoryOf);
  await tx.manager.query(
    `select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) with ordinality n (name, place) order by place`,
    [names],
  );
}

/** Where the resident id of a head is sealed; it opens nowhere else. */
export const residentIdContext = (id: string): string => `institution.resident-id:${id}`;

@Injectable()
export class InstitutionStore {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws DUPLICATE_INSTITUTION when one with this code stands at this address already, CONFLICT for its number */
  async insert(tx: Tx, facts: NewInstitution): Promise<Institution> {
    const id = tx.newId();
    const row = tx.manager.create(InstitutionEntity, {
      ...this.columnsOf(id, facts),
      id,
      status: 'OPERATING',
      filingEndedAs: null,
      grade: 'B',
      gradeSince: null,
      registeredAt: tx.at,
      version: 1,
    });
    try {
      await tx.manager.insert(InstitutionEntity, row);
    } catch (error) {
      if (isDuplicateKey(error, 'institution_site')) throw refuse('DUPLICATE_INSTITUTION');
      // A directory brought the number in at the same moment; the next try gets another one.
      if (isDuplicateKey(error, 'institution_filing_number_key')) throw refuse('CONFLICT');
      throw error;
    }
    return this.toDomain(row);
  }

  /**
   * The site that a directory brought in and nobody has filed for yet, or whose filing was revoked, locked; null when there is
   * none or row-level security hides it.
   */
  async findUnclaimedForUpdate(tx: Tx, site: SpelledSite): Promise<Institution | null> {
    const unclaimed = this.unclaimedOf(tx.manager, site).setLock('pessimistic_write');
    return this.firstSpelled(await unclaimed.getMany(), site);
  }

  /** The same, to be read. */
  async findUnclaimed(manager: EntityManager, site: SpelledSite): Promise<Institution | null> {
    return this.firstSpelled(await this.unclaimedOf(manager, site).getMany(), site);
  }

  private unclaimedOf(manager: EntityManager, site: SpelledSite): SelectQueryBuilder<InstitutionEntity> {
    return this.atSite(manager, site).andWhere(
      `(i.source = 'IMPORT' and i.operator_id is null or i.filing_ended_as = 'REVOKED')`,
    );
  }

  private firstSpelled(rows: InstitutionEntity[], { spellings }: SpelledSite): Institution | null {
    const place = ({ address }: InstitutionEntity): number => spellings.indexOf(addressKey(address));
    const [row] = rows.sort((one, other) => place(one) - place(other));
    return row ? this.toDomain(row) : null;
  }

  /** The operator's own institution at a site to which a licence can be given, locked; null when there is none. */
  findLicensableForUpdate(tx: Tx, site: SpelledSite, operatorId: string): Promise<Institution | null> {
    return this.licensableOf(this.atSite(tx.manager, site).setLock('pessimistic_write'), site, operatorId);
  }

  /** The same, to be read. */
  findLicensable(manager: EntityManager, site: SpelledSite, operatorId: string): Promise<Institution | null> {
    return this.licensableOf(this.atSite(manager, site), site, operatorId);
  }

  private async licensableOf(
    atSite: SelectQueryBuilder<InstitutionEntity>,
    site: SpelledSite,
    operatorId: string,
  ): Promise<Institution | null> {
    const own = atSite.andWhere('i.operator_id = :operatorId', { operatorId });
    const found = this.firstSpelled(await own.getMany(), site);
    return found && isLicensable(found) ? found : null;
  }

  /** The operator's own institution that has ended at a site, or whose filing has, the last of several; null when there is none. */
  async findEnded(
    manager: EntityManager,
    { kind, uscc, district, spellings }: SpelledSite,
    operatorId: string,
  ): Promise<Institution | null> {
    const row = await manager
      .createQueryBuilder(InstitutionEntity, 'i')
      .where({ kind, uscc, district, operatorId })
      .andWhere('i.address_key = any(:spellings)', { spellings })
      .andWhere(`(i.status = 'CLOSED' or i.filing_ended_as is not null)`)
      .orderBy('i.id', 'DESC')
      .getOne();
    return row && this.toDomain(row);
  }

  private atSite(manager: EntityManager, { kind, uscc, district, spellings }: SpelledSite) {
    return manager
      .createQueryBuilder(InstitutionEntity, 'i')
      .where({ kind, uscc, district, status: Not('CLOSED') })
      .andWhere('i.address_key = any(:spellings)', { spellings });
  }

  /**
   * Whether a site is registered and no directory left it for its first filing, also where row-level security hides it.
   * @param own the institution that moves there
   */
  async isSiteTaken(
    manager: EntityManager,
    { kind, uscc, district, spellings }: SpelledSite,
    own: string | null = null,
  ): Promise<boolean> {
    const [row]: { taken: boolean }[] = await manager.query(
      'select institutions.is_site_taken($1, $2, $3, $4, $5) as taken',
      [kind, uscc, district, spellings, own],
    );
    return row?.taken === true;
  }

  /**
   * Of the sites of one code in a county one act at a time, and none while a directory is brought in there ({@link lockDirectories}): a unique
   * index knows one spelling of an address only. Until the end of the transaction, and before any row of them is locked.
   */
  async lockSites(tx: Tx, { uscc, district }: Pick<SiteKey, 'uscc' | 'district'>): Promise<void> {
    await tx.manager.query(
      `select pg_advisory_xact_lock_shared(hashtextextended($1, 0)), pg_advisory_xact_lock(hashtextextended($2, 0))`,
      [directoryOf(district), `sites ${uscc} ${district}`],
    );
  }

  /**
   * New particulars under the same id; state and grade stay, the version goes up. A name that ends is kept (曾用名).
   * @throws DUPLICATE_INSTITUTION when another one stands at the address
   */
  async saveParticulars(tx: Tx, id: string, facts: NewInstitution): Promise<Institution> {
    await tx.manager.query(
      `insert into institutions.former_name (institution_id, name, district, until)
       select id, name, district, $3 from institutions.institution where id = $1 and name <> $2`,
      [id, facts.name, tx.at],
    );
    await this.update(tx, id, this.columnsOf(id, facts));
    return this.getForUpdate(tx, id);
  }

  async findById(manager: EntityManager, id: string): Promise<Institution | null> {
    const row = await manager.findOneBy(InstitutionEntity, { id });
    return row && this.toDomain(row);
  }

  /** Names and addresses of many; those that are hidden or do not exist are left out. */
  listNames(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<Pick<Institution, 'id' | 'name' | 'address'>[]> {
    return manager.query(
      'select id, name, address from institutions.institution where id = any ($1::uuid[])',
      [ids],
    );
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async getForUpdate(tx: Tx, id: string): Promise<Institution> {
    const row = await tx.manager.findOne(InstitutionEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw refuse('NOT_FOUND');
    return this.toDomain(row);
  }

  /** @throws DUPLICATE_INSTITUTION when a closed one comes back and another stands at its address */
  async saveStatus(tx: Tx, id: string, status: Institution['status']): Promise<void> {
    await this.update(tx, id, { status });
  }

  async saveFilingEnd(tx: Tx, id: string, filingEndedAs: Institution['filingEndedAs']): Promise<void> {
    await this.update(tx, id, { filingEndedAs });
  }

  async saveValidUntil(tx: Tx, id: string, validUntil: PlainDate | null): Promise<void> {
    await this.update(tx, id, { validUntil });
  }

  async saveGrade(tx: Tx, id: string, grade: Grade, since: PlainDate): Promise<void> {
    await tx.manager.update(InstitutionEntity, { id }, { grade, gradeSince: since });
  }

  /** Id and phone of the head in clear, each null when the registry does not hold it. @throws NOT_FOUND */
  async openHead(
    manager: EntityManager,
    id: string,
  ): Promise<{ readonly residentId: string | null; readonly phone: string | null }> {
    const row = await manager.findOneBy(InstitutionEntity, { id });
    if (!row) throw refuse('NOT_FOUND');
    const { legalRepresentativeId, legalRepresentativePhone } = row;
    return {
      residentId: legalRepresentativeId && this.cipher.open(legalRepresentativeId, residentIdContext(id)),
      phone:
        legalRepresentativePhone && this.cipher.open(legalRepresentativePhone, `institution.phone:${id}`),
    };
  }

  private async update(
    tx: Tx,
    id: string,
    columns: QueryDeepPartialEntity<InstitutionEntity>,
  ): Promise<void> {
    try {
      await tx.manager.update(InstitutionEntity, { id }, columns);
    } catch (error) {
      if (isDuplicateKey(error, 'institution_site')) throw refuse('DUPLICATE_INSTITUTION');
      throw error;
    }
  }

  private columnsOf(id: string, facts: NewInstitution) {
    const { legalRepresentative: head, floorAreaM2, ...rest } = facts;
    const { residentId = null, phone = null } = head ?? {};
    return {
      ...rest,
      details: { ...facts.details },
      floorAreaM2: floorAreaM2 === null ? null : String(floorAreaM2),
      legalRepresentative: head?.name ?? null,
      legalRepresentativeId: residentId && this.cipher.seal(residentId, residentIdContext(id)),
      legalRepresentativeIdIndex: residentId && this.cipher.index(residentId, 'resident-id'),
      legalRepresentativePhone: phone && this.cipher.seal(phone, `institution.phone:${id}`),
    };
  }

  private toDomain(row: InstitutionEntity): Institution {
    // What is sealed stays behind: a domain object that is answered must not carry it along.
    const { legalRepresentativeId: _id, legalRepresentativeIdIndex: _index, ...rest } = row;
    const { legalRepresentativePhone: _phone, ...own } = rest;
    return {
      ...own,
      details: row.details as Institution['details'],
      floorAreaM2: row.floorAreaM2 === null ? null : Number(row.floorAreaM2),
      filedOn: row.filedOn === null ? null : plainDate(row.filedOn),
      validUntil: row.validUntil === null ? null : plainDate(row.validUntil),
      gradeSince: row.gradeSince === null ? null : plainDate(row.gradeSince),
      legalRepresentative: this.headOf(row),
    };
  }

  private headOf(row: InstitutionEntity): LegalRepresentative | null {
    const {
      legalRepresentative: name,
      legalRepresentativeId: sealedId,
      legalRepresentativePhone: phone,
    } = row;
    if (name === null) return null;
    return {
      name,
      residentId: sealedId && this.cipher.open(sealedId, residentIdContext(row.id)),
      phone: phone && this.cipher.open(phone, `institution.phone:${row.id}`),
    };
  }
}
