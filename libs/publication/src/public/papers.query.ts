import { Inject, Injectable } from '@nestjs/common';
import { paperCodeSpelling, paperSpelling, type PaperKind } from '@zhaoguan/contracts';
import { nodeSm3, PUBLIC_DATABASE } from '@zhaoguan/platform';
import type { PublicPaper } from './public-paper';
import {
  grantAsPaper,
  retractionAsPaper,
  receiptAsPaper,
  RECEIPTS_OF_NUMBER,
  type NumberToday,
  type ReceiptOfNumber,
} from './receipt-as-paper';
import { ReceiptsQuery } from './receipts.query';
import { SignaturesQuery } from './signatures.query';
import type { SqlReader } from './sql-reader';

/** What is asked about a paper; nothing else than one of its marks. */
export interface PaperQuestion {
  readonly number?: string | undefined;
  readonly code?: string | undefined;
  readonly sm3?: string | undefined;
}

type Row = Omit<PublicPaper, 'signature' | 'standing'> & Partial<Pick<PublicPaper, 'standing'>>;

const COLUMNS = `kind, number, title, null::integer as version, authority, issued_on::text as "issuedOn", addressee,
  is_public as "isPublic", sm3, superseded_by as "supersededBy", ended_as as "endedAs",
  ended_on::text as "endedOn"`;
/** Papers of filings and of removals: no two have one number, code or file. */
const PAPERS = (where: string): string => `
  select ${COLUMNS} from filings.paper_public where ${where}
  union all
  select ${COLUMNS} from removals.paper_public where ${where}`;
const GRANTED_LICENCE = 'select licence from filings.granted_licence_public where paper = $1';
const GRANT: PaperKind = 'LICENCE_GRANT';
const TAKEN_BACK = 'select "by", receipt from filings.taken_back_receipt_public where paper = $1';
const RETRACTION: PaperKind = 'RETRACTION_GRANT';
const LONGEST = 80;
const DIGEST = /^[0-9a-f]{64}$/;

/** Whether a paper is genuine (文书核验). What it says is told nobody. */
@Injectable()
export class PapersQuery {
  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly signatures: SignaturesQuery,
    private readonly receipts: ReceiptsQuery,
  ) {}

  /** By the file where its SM3 is given, else by number and code. */
  find({ number, code = '', sm3 }: PaperQuestion): Promise<PublicPaper | undefined> {
    if (sm3 !== undefined) return this.byDigest(sm3);
    return number === undefined ? this.byCode(code) : this.byNumber(number, code);
  }

  /** By the code in its QR, however it was typed. */
  private byCode(code: string): Promise<PublicPaper | undefined> {
    return this.first(PAPERS('code_digest = $1'), [digestOf(code)]);
  }

  /**
   * By its number; of a paper that the public is not told of only together with its code, else the answer is that of a number that was never
   * given: numbers can be counted up, and who has been refused or sent back is nobody's business. A code that is another's makes it none
   * of ours: whoever forges a paper takes a number that was given.
   */
  private byNumber(number: string, code: string): Promise<PublicPaper | undefined> {
    if (number.length > LONGEST || /\p{Cc}/u.test(number)) return Promise.resolve(undefined);
    const isTyped = paperCodeSpelling(code) !== '';
    return this.first(PAPERS(`spelling = $1 and ${isTyped ? 'code_digest = $2' : 'is_listed'}`), [
      paperSpelling(number),
      ...(isTyped ? [digestOf(code)] : []),
    ]);
  }

  /** By the SM3 of the file, which only who holds it knows; receipts as well. */
  private async byDigest(sm3: string): Promise<PublicPaper | undefined> {
    const digest = sm3.replace(/\s+/gu, '').toLowerCase();
    if (!DIGEST.test(digest)) return undefined;
    const paper = await this.first(PAPERS('sm3 = $1'), [digest]);
    if (paper) return paper;
    const receipts = await this.database.query<ReceiptOfNumber[]>(RECEIPTS_OF_NUMBER, [digest]);
    const [one] = receipts;
    if (!one) return undefined;
    return this.signed(receiptAsPaper(receipts, digest, await this.today(one.spelling)));
  }

  private async today(spelling: string): Promise<NumberToday> {
    return {
      number: await this.receipts.find(spelling),
      filingEnd: await this.receipts.findEnd(spelling),
    };
  }

  private async withStanding(row: Row | undefined): Promise<Row | undefined> {
    if (row?.kind === GRANT) return this.withLicence(row);
    return row?.kind === RETRACTION ? this.withRestored(row) : row;
  }

  /** What was taken back says what has become of the institution and of the receipt that stood again, as the check of receipts does. */
  private async withRestored(row: Row): Promise<Row> {
    const [taken] = await this.database.query<{ by: string; receipt: string }[]>(TAKEN_BACK, [
      paperSpelling(row.number),
    ]);
    return taken ? retractionAsPaper(row, taken.by, await this.today(taken.receipt)) : row;
  }

  /** The grant of a licence says what has become of the licence, as the check of the licence does. */
  private async withLicence(row: Row): Promise<Row> {
    const [granted] = await this.database.query<{ licence: string }[]>(GRANTED_LICENCE, [
      paperSpelling(row.number),
    ]);
    return granted ? grantAsPaper(row, await this.today(granted.licence)) : row;
  }

  private async first(sql: string, parameters: unknown[]): Promise<PublicPaper | undefined> {
    const [row] = await this.database.query<Row[]>(sql, parameters);
    return this.signed(await this.withStanding(row));
  }

  private async signed(row: Row | undefined): Promise<PublicPaper | undefined> {
    if (!row) return undefined;
    const signature = row.sm3 === null ? undefined : await this.signatures.find(row.sm3);
    const authority = row.authority ?? signature?.authority ?? null;
    return { ...row, standing: row.standing ?? null, authority, signature: signature ?? null };
  }
}

const digestOf = (code: string): string =>
  Buffer.from(nodeSm3(Buffer.from(paperCodeSpelling(code)))).toString('hex');
