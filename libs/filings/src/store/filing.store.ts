import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Filing } from '../domain/filing';
import { FilingEntity } from './filing.entity';
import { ApplicationSeal } from './sealed-application';

const contextOf = (id: string): string => `filing.personal:${id}`;

@Injectable()
export class FilingStore {
  constructor(private readonly seal: ApplicationSeal) {}

  async insert(tx: Tx, filing: Filing): Promise<void> {
    await tx.manager.insert(FilingEntity, tx.manager.create(FilingEntity, this.toRow(filing)));
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<Filing> {
    const row = await manager.findOneBy(FilingEntity, { id });
    if (!row) throw refuse('NOT_FOUND');
    return this.toDomain(row);
  }

  /** Locked until the end of the transaction: of two who act at once the second sees what the first did. */
  async getForUpdate(tx: Tx, id: string): Promise<Filing> {
    const row = await tx.manager.findOne(FilingEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw refuse('NOT_FOUND');
    return this.toDomain(row);
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
      if (isDuplicateKey(error, 'filing_open_site')) throw refuse('DUPLICATE_FILING');
      throw error;
    }
    return next;
  }

  toDomain(row: FilingEntity): Filing {
    const { application: _application, personal: _personal, residentIdIndex: _index, ...rest } = row;
    const {
      name: _name,
      uscc: _uscc,
      address: _address,
      district: _district,
      township: _township,
      ...own
    } = rest;
    return {
      ...own,
      application: this.seal.open(row, contextOf(row.id)),
      dueOn: row.dueOn === null ? null : plainDate(row.dueOn),
      filedOn: row.filedOn === null ? null : plainDate(row.filedOn),
    };
  }

  private toRow({ application, ...filing }: Filing): FilingEntity {
    const { name, uscc, address, district, township } = application;
    return {
      ...filing,
      ...this.seal.close(application, contextOf(filing.id)),
      residentIdIndex: this.seal.indexOf(application),
      name,
      uscc,
      address,
      district,
      township,
    };
  }
}
