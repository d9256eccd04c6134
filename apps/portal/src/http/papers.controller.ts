import { Get, HttpCode, Param, Post } from '@nestjs/common';
import { DomainError } from '@zhaoguan/kernel';
import { digestOfUpload, toProblem } from '@zhaoguan/platform';
import { PapersQuery, ReceiptsQuery, SignaturesQuery, type PaperQuestion } from '@zhaoguan/publication';
import { PaperFormPage, PaperPage } from '../pages/paper-pages';
import { SIGNING_KEYS_PATH } from '../pages/signature-words';
import { SigningKeysPage } from '../pages/signing-keys-page';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';
import { typedNumber } from './typed-number';

const MISSING = 404;
const FAULTY = 422;

/** Whether a paper (文书) of an authority is genuine, and by what that is known. */
@PageController()
export class PaperPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly papers: PapersQuery,
    private readonly receipts: ReceiptsQuery,
    private readonly signatures: SignaturesQuery,
  ) {}

  /** The forms, or, when something was asked, the answer: by number and code, or by the digest of a file. */
  @Get('papers')
  ask(@CurrentVisit() visit: Visit): Promise<void> {
    const { query } = this.replier.context(visit.request, visit.reply);
    const asked = Object.fromEntries(
      (['number', 'code', 'sm3'] as const).flatMap((name) => {
        const typed = query[name]?.trim();
        return typed ? [[name, typed]] : [];
      }),
    ) as PaperQuestion;
    if (Object.keys(asked).length > 0) return this.tell(visit, asked);
    return answer(this.replier, visit, (context) => PaperFormPage({ context }));
  }

  @Post('papers/check')
  @HttpCode(200)
  async checkFile(@CurrentVisit() visit: Visit): Promise<void> {
    try {
      await this.tell(visit, { sm3: await digestOfUpload(visit.request) });
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('UPLOAD_')) throw error;
      const { title, detail } = toProblem(error, visit.request.id);
      const fault = `${title}。${detail ?? ''}`;
      await answer(this.replier, visit, (context) => PaperFormPage({ context, fault }), { status: FAULTY });
    }
  }

  /** The file that was compared is gone: who asks for the page again begins anew. */
  @Get('papers/check')
  async again(@CurrentVisit() { request, reply }: Visit): Promise<void> {
    await reply.redirect(this.replier.context(request, reply).href('/papers'), 303);
  }

  /** Where the QR of a paper leads. */
  @Get('papers/:code')
  byCode(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<void> {
    return this.tell(visit, { code });
  }

  @Get(SIGNING_KEYS_PATH)
  keys(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      SigningKeysPage({ context, keys: await this.signatures.keys() }),
    );
  }

  private async tell(visit: Visit, asked: PaperQuestion): Promise<void> {
    const paper = await this.papers.find(asked);
    const receipt = paper ? null : await this.receiptOf(asked);
    if (receipt !== null) {
      const context = this.replier.context(visit.request, visit.reply);
      await visit.reply.redirect(context.href(`/receipts/${encodeURIComponent(receipt)}`), 303);
      return;
    }
    // The address may hold the code of a paper that is nobody else's business.
    const options = { unkept: true, ...(paper ? {} : { status: MISSING }) };
    await answer(this.replier, visit, (context) => PaperPage({ context, asked, paper }), options);
  }

  /**
   * The number of a receipt or licence alone is checked on its own page. With a code that is not its own, or by a file that differs, what
   * was asked about is not genuine, whoever bears the number.
   */
  private async receiptOf({ number, code, sm3 }: PaperQuestion): Promise<string | null> {
    if (number === undefined || code !== undefined || sm3 !== undefined) return null;
    const typed = typedNumber(number);
    const known =
      (await this.receipts.find(typed)) ??
      (await this.receipts.findRegistered(typed)) ??
      (await this.receipts.findEnd(typed));
    return known ? typed : null;
  }
}
