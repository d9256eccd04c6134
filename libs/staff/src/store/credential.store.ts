import { Injectable } from '@nestjs/common';
import { FieldCipher, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Credential, NewCredential } from '../domain/member';

/** A scan of a credential. */
export type StaffFile = StoredFile & { readonly uploadedAt: Date };

type CredentialRow = Omit<Credential, 'number'> & { readonly sealed: string | null };

const COLUMNS = `c.id, c.member_id as "memberId", c.type, c.requirement, c.title, c.number_sealed as sealed,
  to_char(c.issued_on, 'YYYY-MM-DD') as "issuedOn", to_char(c.valid_until, 'YYYY-MM-DD') as "validUntil", c.result,
  c.file_id as "fileId"`;
const contextOf = (id: string): string => `staff.credential:${id}`;

/** Credentials and their scans, both append-only. */
@Injectable()
export class CredentialStore {
  constructor(private readonly cipher: FieldCipher) {}

  async insert(tx: Tx, memberId: string, credential: NewCredential): Promise<Credential> {
    const id = tx.newId();
    const { type, requirement, title, number, issuedOn, validUntil, result, fileId } = credential;
    await tx.manager.query(
      `insert into staff.credential
         (id, member_id, type, requirement, title, number_sealed, issued_on, valid_until, result, file_id,
          entered_by, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        memberId,
        type,
        requirement,
        title,
        number === null ? null : this.cipher.seal(number, contextOf(id)),
        issuedOn,
        validUntil,
        result,
        fileId,
        tx.caller.id,
        tx.at,
      ],
    );
    return { id, memberId, ...credential };
  }

  /** Everything these people have shown, newest first. */
  async ofMembers(manager: EntityManager, memberIds: readonly string[]): Promise<Credential[]> {
    const rows: CredentialRow[] = await manager.query(
      `select ${COLUMNS} from staff.credential c where c.member_id = any ($1::uuid[])
        order by c.issued_on desc, c.id desc`,
      [memberIds],
    );
    return rows.map(({ sealed, ...row }) => ({
      ...row,
      number: sealed === null ? null : this.cipher.open(sealed, contextOf(row.id)),
    }));
  }

  async insertFile(tx: Tx, memberId: string, file: StoredFile): Promise<StaffFile> {
    const { id, sm3, size, mediaType, name } = file;
    await tx.manager.query(
      `insert into staff.file (id, member_id, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, memberId, sm3, size, mediaType, name, tx.caller.id, tx.at],
    );
    return { ...file, uploadedAt: tx.at };
  }

  /** Oldest first. */
  files(manager: EntityManager, memberId: string): Promise<StaffFile[]> {
    return manager.query(
      `select id, sm3, size::integer as size, media_type as "mediaType", name, uploaded_at as "uploadedAt"
         from staff.file where member_id = $1 order by id`,
      [memberId],
    );
  }
}
