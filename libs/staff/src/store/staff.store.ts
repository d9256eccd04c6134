import { Injectable } from '@nestjs/common';
import { refuse, type StaffPost } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { FieldCipher, isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { MemberFacts, StaffMember } from '../domain/member';

export interface StaffCriteria {
  readonly institutionId: string;
  readonly post?: StaffPost | undefined;
  /** Those who have left; else those in post. */
  readonly hasLeft?: boolean | undefined;
  readonly ids?: readonly string[] | undefined;
}

interface MemberRow {
  readonly id: string;
  readonly institutionId: string;
  readonly sealed: string;
  readonly post: StaffPost;
  readonly employedOn: PlainDate;
  readonly leftOn: PlainDate | null;
  readonly version: number;
}

const COLUMNS = `id, institution_id as "institutionId", name_sealed as sealed, post,
  to_char(employed_on, 'YYYY-MM-DD') as "employedOn", to_char(left_on, 'YYYY-MM-DD') as "leftOn", version`;
const contextOf = (id: string): string => `staff.name:${id}`;

/** Rows of the register, each name sealed. */
@Injectable()
export class StaffStore {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws DUPLICATE_STAFF for one of the same name and day in this institution */
  async insert(tx: Tx, institutionId: string, { name, post, employedOn }: MemberFacts): Promise<StaffMember> {
    const id = tx.newId();
    await once(() =>
      tx.manager.query(
        `insert into staff.member
           (id, institution_id, name_sealed, name_index, post, employed_on, added_by, added_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1)`,
        [id, institutionId, ...this.namesOf(id, name), post, employedOn, tx.caller.id, tx.at],
      ),
    );
    return { id, institutionId, name, post, employedOn, leftOn: null, version: 1 };
  }

  /** @throws DUPLICATE_STAFF */
  async save(
    tx: Tx,
    { id, name, post, employedOn, leftOn, version, ...rest }: StaffMember,
  ): Promise<StaffMember> {
    await once(() =>
      tx.manager.query(
        `update staff.member set name_sealed = $2, name_index = $3, post = $4, employed_on = $5, left_on = $6,
                version = version + 1
          where id = $1`,
        [id, ...this.namesOf(id, name), post, employedOn, leftOn],
      ),
    );
    return { id, name, post, employedOn, leftOn, version: version + 1, ...rest };
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  get(manager: EntityManager, id: string): Promise<StaffMember> {
    return this.one(manager, id, '');
  }

  /** The same, locked. @throws NOT_FOUND */
  getForUpdate(tx: Tx, id: string): Promise<StaffMember> {
    return this.one(tx.manager, id, ' for update');
  }

  /** Newest first, `limit + 1` rows. */
  async list(
    manager: EntityManager,
    { institutionId, post, hasLeft = false, ids }: StaffCriteria,
    page: { readonly limit: number; readonly before: string | undefined },
  ): Promise<StaffMember[]> {
    const rows: MemberRow[] = await manager.query(
      `select ${COLUMNS} from staff.member
        where institution_id = $1 and (left_on is not null) = $2 and ($3::text is null or post = $3)
          and ($4::uuid[] is null or id = any ($4)) and ($5::uuid is null or id < $5)
        order by id desc limit $6`,
      [institutionId, hasLeft, post ?? null, ids ?? null, page.before ?? null, page.limit + 1],
    );
    return rows.map((row) => this.toMember(row));
  }

  /** Everybody, those who have left too, in the order in which they were entered. */
  async all(manager: EntityManager, institutionId: string): Promise<StaffMember[]> {
    const rows: MemberRow[] = await manager.query(
      `select ${COLUMNS} from staff.member where institution_id = $1 order by id`,
      [institutionId],
    );
    return rows.map((row) => this.toMember(row));
  }

  /** Those in post in the registers of other accounts than the one given, locked. */
  async inPostOfOthers(tx: Tx, institutionId: string, operatorId: string): Promise<StaffMember[]> {
    const rows: MemberRow[] = await tx.manager.query(
      `select ${COLUMNS} from staff.member
        where institution_id = $1 and left_on is null and added_by <> $2 order by id for update`,
      [institutionId, operatorId],
    );
    return rows.map((row) => this.toMember(row));
  }

  async countInPost(manager: EntityManager, institutionId: string): Promise<number> {
    const [row]: { count: number }[] = await manager.query(
      'select count(*)::integer as count from staff.member where institution_id = $1 and left_on is null',
      [institutionId],
    );
    return row?.count ?? 0;
  }

  private async one(manager: EntityManager, id: string, lock: string): Promise<StaffMember> {
    const [row]: MemberRow[] = await manager.query(
      `select ${COLUMNS} from staff.member where id = $1${lock}`,
      [id],
    );
    if (!row) throw refuse('NOT_FOUND');
    return this.toMember(row);
  }

  private namesOf(id: string, name: string): readonly [sealed: string, index: string] {
    return [this.cipher.seal(name, contextOf(id)), this.cipher.index(name, 'staff-name')];
  }

  private toMember({ sealed, ...row }: MemberRow): StaffMember {
    return { ...row, name: this.cipher.open(sealed, contextOf(row.id)) };
  }
}

async function once(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isDuplicateKey(error, 'member_once'))
      throw refuse('DUPLICATE_STAFF', {}, [{ pointer: '/name', code: 'DUPLICATE_STAFF' }]);
    throw error;
  }
}
