import { Injectable } from '@nestjs/common';
import { paperCodeSpelling, paperSpelling, refuse } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { FileStore, nodeSm3, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import { paperNumber, type Paper } from '../domain/papers/paper';
import { PAPER_KINDS, type PaperKind } from '../domain/papers/paper-kinds';

/** A paper of a case as it is listed: what, when, whether it is printed and signed, and what took its place. */
export interface PaperLine {
  /** Of a receipt: of the filing. */
  readonly id: string;
  readonly kind: PaperKind | 'RECEIPT';
  readonly title: string;
  readonly number: string;
  readonly authority: string;
  readonly issuedOn: PlainDate;
  /** Null for the moments until it is printed. */
  readonly file: { readonly sm3: string; readonly size: number; readonly fileName: string } | null;
  /** Null where it was printed before papers were signed, and the job has not come to it yet. */
  readonly signature: { readonly keyId: string; readonly signedAt: string } | null;
  readonly supersededBy: string | null;
}

const FILE = `case when f.id is not null then jsonb_build_object('sm3', f.sm3, 'size', f.size, 'fileName', f.name) end`;
const SIGNATURE = `case when s.sm3 is not null then jsonb_build_object('keyId', s.key_id,
                'signedAt', to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end`;
const LINE = `p.id, p.kind, p.title, p.number, p.authority, to_char(p.issued_on, 'YYYY-MM-DD') as "issuedOn",
  ${FILE} as file, ${SIGNATURE} as signature,
  (select later.number from filings.paper later
    where later.filing_id = p.filing_id and later.kind = p.kind and later.round > p.round
    order by later.round desc limit 1) as "supersededBy"`;
const FROM = `filings.paper p
  left join filings.paper_print r on r.paper_id = p.id
  left join platform.stored_file f on f.id = r.file_id
  left join platform.file_signature s on s.sm3 = f.sm3`;

@Injectable()
export class PaperStore {
  constructor(private readonly files: FileStore) {}

  /**
   * The next number of the series. Its counter row stays locked until the transaction ends and goes back with it: no number is
   * lost, none is given twice.
   */
  async nextNumber(tx: Tx, series: string): Promise<string> {
    const rows: { last: number }[] = await tx.manager.query(
      `insert into filings.paper_counter as c (series, last) values ($1, 1)
       on conflict (series) do update set last = c.last + 1 returning last`,
      [series],
    );
    const last = rows[0]?.last;
    if (last === undefined) throw new Error('the counter of papers did not answer');
    return paperNumber(series, last);
  }

  async insert(tx: Tx, paper: Paper): Promise<void> {
    const { id, filingId, kind, round, number, authority, addressee, issuedOn, body, contact, code } = paper;
    await tx.manager.query(
      `insert into filings.paper (id, filing_id, kind, round, is_public, number, spelling, title, authority, addressee,
                                  issued_on, issued_at, content, code_digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        filingId,
        kind,
        round,
        PAPER_KINDS[kind].disclosure === 'PUBLIC',
        number,
        paperSpelling(number),
        body.title,
        authority,
        addressee,
        issuedOn,
        tx.at,
        JSON.stringify({ body, contact, code }),
        Buffer.from(nodeSm3(Buffer.from(paperCodeSpelling(code)))).toString('hex'),
      ],
    );
  }

  /** @throws NOT_FOUND */
  async get(manager: EntityManager, id: string): Promise<Paper & { readonly issuedAt: Date }> {
    type Row = Omit<Paper, 'body' | 'contact' | 'code'> & {
      readonly content: Pick<Paper, 'body' | 'contact' | 'code'>;
      readonly issuedAt: Date;
    };
    const rows: Row[] = await manager.query(
      `select id, filing_id as "filingId", kind, round, number, authority, addressee,
              to_char(issued_on, 'YYYY-MM-DD') as "issuedOn", issued_at as "issuedAt", content
         from filings.paper where id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    const { content, ...paper } = row;
    return { ...paper, ...content };
  }

  async insertPrint(
    tx: Tx,
    paperId: string,
    file: StoredFile,
    unprintable: readonly string[],
  ): Promise<void> {
    await this.files.record(tx, file);
    await tx.manager.query(
      `insert into filings.paper_print (paper_id, file_id, sm3, unprintable, printed_at) values ($1, $2, $3, $4, $5)`,
      [paperId, file.id, file.sm3, unprintable, tx.at],
    );
  }

  /** Of a filing, the latest first; without the receipt. */
  list(manager: EntityManager, filingId: string): Promise<PaperLine[]> {
    return manager.query(
      `select ${LINE} from ${FROM} where p.filing_id = $1 order by p.issued_at desc, p.id desc`,
      [filingId],
    );
  }

  /** One paper of a filing. @throws NOT_FOUND */
  async line(manager: EntityManager, filingId: string, id: string): Promise<PaperLine> {
    const rows: PaperLine[] = await manager.query(
      `select ${LINE} from ${FROM} where p.filing_id = $1 and p.id = $2`,
      [filingId, id],
    );
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }
}
