import { Injectable } from '@nestjs/common';
import { FieldCipher, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { FormContent, FormDraft, FormDraftLine } from '../domain/form-draft';

const LINE = `key, version, created_at as "createdAt", updated_at as "updatedAt"`;

/** Drafts by person and key, sealed at rest: what people type may name anybody. */
@Injectable()
export class FormDraftStore {
  constructor(private readonly cipher: FieldCipher) {}

  /** What was saved last on top. */
  list(manager: EntityManager, personId: string): Promise<FormDraftLine[]> {
    return manager.query(
      `select ${LINE} from workbench.form_draft where person_id = $1 order by updated_at desc, key`,
      [personId],
    );
  }

  async find(manager: EntityManager, personId: string, key: string): Promise<FormDraft | undefined> {
    const [row]: (FormDraftLine & { readonly sealed: string })[] = await manager.query(
      `select ${LINE}, content_sealed as sealed from workbench.form_draft where person_id = $1 and key = $2`,
      [personId, key],
    );
    if (!row) return undefined;
    const { sealed, ...line } = row;
    return {
      ...line,
      content: JSON.parse(this.cipher.open(sealed, contextOf(personId, key))) as FormContent,
    };
  }

  /** @returns undefined when there is a draft already */
  async insert(tx: Tx, key: string, content: FormContent): Promise<FormDraftLine | undefined> {
    const { id } = tx.caller;
    const [row]: FormDraftLine[] = await tx.manager.query(
      `insert into workbench.form_draft (person_id, key, content_sealed, version, created_at, updated_at)
       values ($1, $2, $3, 1 + floor(random() * 500000000)::integer, $4, $4)
       on conflict do nothing returning ${LINE}`,
      [id, key, this.seal(id, key, content), tx.at],
    );
    return row;
  }

  /** @returns undefined when the draft has another version, or there is none */
  async update(
    tx: Tx,
    key: string,
    content: FormContent,
    version: number,
  ): Promise<FormDraftLine | undefined> {
    const { id } = tx.caller;
    const [[row]]: [FormDraftLine[], number] = await tx.manager.query(
      `update workbench.form_draft set content_sealed = $3, version = version + 1, updated_at = $4
        where person_id = $1 and key = $2 and version = $5 returning ${LINE}`,
      [id, key, this.seal(id, key, content), tx.at, version],
    );
    return row;
  }

  /** @param version null: whatever version it has @returns whether there was such a draft */
  async remove(tx: Tx, key: string, version: number | null): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.manager.query(
      'delete from workbench.form_draft where person_id = $1 and key = $2 and ($3::integer is null or version = $3)',
      [tx.caller.id, key, version],
    );
    return count > 0;
  }

  /** Leaves room for one more: beyond `most` the drafts left alone longest are removed. */
  async makeRoom(tx: Tx, most: number): Promise<void> {
    const { id } = tx.caller;
    // Two pages saving their first drafts at the same moment must not both take the last place.
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`form-drafts:${id}`]);
    await tx.manager.query(
      `delete from workbench.form_draft where person_id = $1 and key in
         (select key from workbench.form_draft where person_id = $1 order by updated_at desc, key offset $2)`,
      [id, most - 1],
    );
  }

  async removeOlderThan(tx: Tx, instant: Date): Promise<void> {
    await tx.manager.query('delete from workbench.form_draft where updated_at < $1', [instant]);
  }

  private seal(personId: string, key: string, content: FormContent): string {
    return this.cipher.seal(JSON.stringify(content), contextOf(personId, key));
  }
}

/** A sealed draft copied to another person or form does not open. */
const contextOf = (personId: string, key: string): string => `form-draft:${personId}:${key}`;
