import {
  PAPER_KINDS,
  paperCodeSpelling,
  paperNumber,
  paperSpelling,
  refuse,
  type GivenPaper,
  type PaperEnd,
  type PaperKind,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import { nodeSm3 } from '../crypto/sm3';
import type { Tx } from '../database/unit-of-work';
import type { FileStore, StoredFile } from '../storage/file-store';

/** A paper of a case as it is listed: what, when, whether it is printed and signed, and what took its place. */
export interface PaperLine<K extends string = PaperKind> {
  readonly id: string;
  readonly kind: K;
  readonly title: string;
  readonly number: string;
  readonly authority: string;
  readonly issuedOn: PlainDate;
  /** Null for the moments until it is printed. */
  readonly file: { readonly sm3: string; readonly size: number; readonly fileName: string } | null;
  /** Null where it was printed before papers were signed, and the job has not come to it yet. */
  readonly signature: { readonly keyId: string; readonly signedAt: string } | null;
  /** Null while it is in force. */
  readonly endedAs: PaperEnd | null;
  /** By which paper; null also where its case has ended without one. */
  readonly supersededBy: string | null;
  /** On which day an act of its case ended it; null where that is not what ended it. */
  readonly endedOn: PlainDate | null;
}

/** Where a module keeps its papers: three tables of one shape in its own schema. */
export interface PaperShelf {
  readonly schema: 'filings' | 'removals';
  /** Column that names the case. */
  readonly subject: string;
  /** Table that counts the series. */
  readonly counter: string;
  /** How the paper `p` ended and by which other: a subquery with `ended_as`, `superseded_by` and `ended_on`, of one row at most. */
  readonly end: string;
}

const FILE = `case when f.id is not null then jsonb_build_object('sm3', f.sm3, 'size', f.size, 'fileName', f.name) end`;
const SIGNATURE = `case when s.sm3 is not null then jsonb_build_object('keyId', s.key_id,
                'signedAt', to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end`;

/** The papers of one kind of case. Each module has its own, with its tables, rights and views; what is done with them stands once. */
export abstract class PaperStore<K extends PaperKind> {
  private readonly from: string;
  private readonly line: string;

  protected constructor(
    private readonly files: FileStore,
    private readonly shelf: PaperShelf,
  ) {
    const { schema, end } = shelf;
    this.line = `p.id, p.kind, p.title, p.number, p.authority, to_char(p.issued_on, 'YYYY-MM-DD') as "issuedOn",
      ${FILE} as file, ${SIGNATURE} as signature, e.ended_as as "endedAs", e.superseded_by as "supersededBy",
      to_char(e.ended_on, 'YYYY-MM-DD') as "endedOn"`;
    this.from = `${schema}.paper p
      left join ${schema}.paper_print r on r.paper_id = p.id
      left join platform.stored_file f on f.id = r.file_id
      left join platform.file_signature s on s.sm3 = f.sm3
      left join lateral (${end}) e on true`;
  }

  /**
   * The next number of the series. Its counter row stays locked until the transaction ends and goes back with it: no number is
   * lost, none is given twice.
   */
  async nextNumber(tx: Tx, series: string): Promise<string> {
    const rows: { last: number }[] = await tx.manager.query(
      `insert into ${this.shelf.schema}.${this.shelf.counter} as c (series, last) values ($1, 1)
       on conflict (series) do update set last = c.last + 1 returning last`,
      [series],
    );
    const last = rows[0]?.last;
    if (last === undefined) throw new Error('the counter of papers did not answer');
    return paperNumber(series, last);
  }

  async insert(tx: Tx, paper: GivenPaper<K>): Promise<void> {
    const { id, subjectId, kind, round, number, authority, addressee, issuedOn, body, contact, code } = paper;
    await tx.manager.query(
      `insert into ${this.shelf.schema}.paper (id, ${this.shelf.subject}, kind, round, is_public, number, spelling, title, authority, addressee,
                                  issued_on, issued_at, content, code_digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        subjectId,
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
  async get(manager: EntityManager, id: string): Promise<GivenPaper<K> & { readonly issuedAt: Date }> {
    type Row = Omit<GivenPaper<K>, 'body' | 'contact' | 'code'> & {
      readonly content: Pick<GivenPaper<K>, 'body' | 'contact' | 'code'>;
      readonly issuedAt: Date;
    };
    const rows: Row[] = await manager.query(
      `select id, ${this.shelf.subject} as "subjectId", kind, round, number, authority, addressee,
              to_char(issued_on, 'YYYY-MM-DD') as "issuedOn", issued_at as "issuedAt", content
         from ${this.shelf.schema}.paper where id = $1`,
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
      `insert into ${this.shelf.schema}.paper_print (paper_id, file_id, sm3, unprintable, printed_at) values ($1, $2, $3, $4, $5)`,
      [paperId, file.id, file.sm3, unprintable, tx.at],
    );
  }

  /** Of a case, the latest first. */
  list(manager: EntityManager, subjectId: string): Promise<PaperLine<K>[]> {
    return manager.query(
      `select ${this.line} from ${this.from} where p.${this.shelf.subject} = $1 order by p.issued_at desc, p.id desc`,
      [subjectId],
    );
  }

  /** The file of one paper of a case. @throws NOT_FOUND, PAPER_NOT_READY before it is printed */
  async file(manager: EntityManager, subjectId: string, id: string): Promise<NonNullable<PaperLine['file']>> {
    const rows: PaperLine<K>[] = await manager.query(
      `select ${this.line} from ${this.from} where p.${this.shelf.subject} = $1 and p.id = $2`,
      [subjectId, id],
    );
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    if (row.file === null) throw refuse('PAPER_NOT_READY');
    return row.file;
  }
}
