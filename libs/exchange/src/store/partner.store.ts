import { Injectable } from '@nestjs/common';
import { refuse, type FolderProblem, type Kind } from '@zhaoguan/contracts';
import { FieldCipher, isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Partner, PartnerToRegister } from '../domain/partner';
import type { Algorithm } from '../domain/signature';

export interface AccessKey {
  readonly id: string;
  readonly createdAt: Date;
  /** When it ceases to open, after a rotation; null: the one in use. */
  readonly endsAt: Date | null;
}

/** How the exchange by files goes. */
export interface FolderStanding {
  readonly readAt: Date | null;
  readonly writtenAt: Date | null;
  /** Number of the last file written. */
  readonly lastFile: number;
  /** Files that can never be taken, by their name or because they are none. */
  readonly ignored: number;
  readonly problem: FolderProblem | null;
  readonly problemAt: Date | null;
}

export type PartnerLine = Partner & {
  readonly dead: number;
  readonly keys: readonly AccessKey[];
  /** Null before the folder has been looked at. */
  readonly folderStanding: FolderStanding | null;
};

interface Row {
  id: string;
  name: string;
  districts: string[];
  kinds: Kind[];
  algorithm: Algorithm;
  webhookUrl: string | null;
  folder: string | null;
  disabledAt: Date | null;
  createdAt: Date;
  version: number;
}

const COLUMNS = `p.id, p.name, p.districts, p.kinds, p.algorithm, p.webhook_url as "webhookUrl", p.folder,
  p.disabled_at as "disabledAt", p.created_at as "createdAt", p.version`;
const secretOf = (keyId: string): string => `exchange.access-key:${keyId}`;

/** Partners and their keys. A secret leaves it to verify or to sign, and nowhere else. */
@Injectable()
export class PartnerStore {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws FOLDER_TAKEN */
  async insert(tx: Tx, partner: PartnerToRegister): Promise<Partner> {
    const id = tx.newId();
    await folderOnce(
      tx.manager.query(
        `insert into exchange.partner (id, name, districts, kinds, algorithm, webhook_url, folder, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          partner.name,
          partner.districts,
          partner.kinds,
          partner.algorithm,
          partner.webhookUrl,
          partner.folder,
          tx.caller.id,
          tx.at,
        ],
      ),
    );
    return { ...partner, id, disabledAt: null, createdAt: tx.at, version: 1 };
  }

  /** @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<Partner> {
    const rows: Row[] = await tx.manager.query(
      `select ${COLUMNS} from exchange.partner p where p.id = $1 for update`,
      [id],
    );
    if (!rows[0]) throw refuse('NOT_FOUND');
    return rows[0];
  }

  async find(manager: EntityManager, id: string): Promise<Partner | undefined> {
    const rows: Row[] = await manager.query(`select ${COLUMNS} from exchange.partner p where p.id = $1`, [
      id,
    ]);
    return rows[0];
  }

  /** @throws FOLDER_TAKEN */
  async save(tx: Tx, partner: Partner): Promise<Partner> {
    const version = partner.version + 1;
    await folderOnce(
      tx.manager.query(
        `update exchange.partner set name = $2, districts = $3, kinds = $4, webhook_url = $5, folder = $6, disabled_at = $7,
                version = $8 where id = $1`,
        [
          partner.id,
          partner.name,
          partner.districts,
          partner.kinds,
          partner.webhookUrl,
          partner.folder,
          partner.disabledAt,
          version,
        ],
      ),
    );
    return { ...partner, version };
  }

  /** New ones first; with their keys in use and the webhooks that were given up. */
  list(
    manager: EntityManager,
    criteria: { readonly id?: string; readonly before?: string; readonly limit: number; readonly at: Date },
  ): Promise<PartnerLine[]> {
    return manager.query(
      `select ${COLUMNS},
              (select count(*)::int from exchange.delivery d where d.partner_id = p.id and d.state = 'DEAD') as dead,
              (select json_agg(json_build_object('id', k.id, 'createdAt', k.created_at, 'endsAt', k.ends_at)
                               order by k.created_at desc)
                 from exchange.access_key k where k.partner_id = p.id and (k.ends_at is null or k.ends_at > $4)) as keys,
              case when p.folder is not null and f.partner_id is not null then
                json_build_object('readAt', f.read_at, 'writtenAt', f.written_at, 'lastFile', f.last_file,
                  'ignored', f.ignored, 'problem', f.problem, 'problemAt', f.problem_at)
              end as "folderStanding"
         from exchange.partner p left join exchange.folder f on f.partner_id = p.id
        where ($1::uuid is null or p.id = $1) and ($2::uuid is null or p.id < $2)
        order by p.id desc limit $3`,
      [criteria.id ?? null, criteria.before ?? null, criteria.limit, criteria.at],
    );
  }

  async insertKey(
    tx: Tx,
    partnerId: string,
    key: { readonly id: string; readonly secret: string },
  ): Promise<void> {
    await tx.manager.query(
      'insert into exchange.access_key (id, partner_id, secret, created_at) values ($1, $2, $3, $4)',
      [key.id, partnerId, this.cipher.seal(key.secret, secretOf(key.id)), tx.at],
    );
  }

  /** Keys in use end at this instant. */
  async endKeys(tx: Tx, partnerId: string, endsAt: Date): Promise<void> {
    await tx.manager.query(
      'update exchange.access_key set ends_at = $2 where partner_id = $1 and (ends_at is null or ends_at > $2)',
      [partnerId, endsAt],
    );
  }

  /** The partner of a key that opens at this instant, and its secret. */
  async findByKey(
    manager: EntityManager,
    keyId: string,
    at: Date,
  ): Promise<{ readonly partner: Partner; readonly secret: string } | undefined> {
    const rows: (Row & { secret: string })[] = await manager.query(
      `select ${COLUMNS}, k.secret from exchange.access_key k join exchange.partner p on p.id = k.partner_id
        where k.id = $1 and (k.ends_at is null or k.ends_at > $2) and p.disabled_at is null`,
      [keyId, at],
    );
    if (!rows[0]) return undefined;
    const { secret, ...partner } = rows[0];
    return { partner, secret: this.cipher.open(secret, secretOf(keyId)) };
  }

  /** The key in use of a partner, to sign by. */
  async keyInUse(
    manager: EntityManager,
    partnerId: string,
  ): Promise<{ readonly id: string; readonly secret: string } | undefined> {
    const rows: { id: string; secret: string }[] = await manager.query(
      'select id, secret from exchange.access_key where partner_id = $1 and ends_at is null order by created_at desc limit 1',
      [partnerId],
    );
    const [key] = rows;
    return key && { id: key.id, secret: this.cipher.open(key.secret, secretOf(key.id)) };
  }

  /** @returns whether nobody has used it with this key before */
  async takeNonce(tx: Tx, keyId: string, nonce: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      'insert into exchange.nonce (key_id, nonce, at) values ($1, $2, $3) on conflict do nothing returning nonce',
      [keyId, nonce, tx.at],
    );
    return rows.length > 0;
  }

  async removeNonces(tx: Tx, before: Date): Promise<void> {
    await tx.manager.query('delete from exchange.nonce where at < $1', [before]);
  }
}

/** @throws FOLDER_TAKEN when another partner has a folder of that name */
async function folderOnce(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isDuplicateKey(error, 'partner_folder')) throw error;
    throw refuse('FOLDER_TAKEN', {}, [{ pointer: '/folder', code: 'FOLDER_TAKEN' }]);
  }
}
