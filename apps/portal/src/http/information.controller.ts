import { Get, Param } from '@nestjs/common';
import { PublicReference, ReceiptsQuery, SignaturesQuery } from '@zhaoguan/publication';
import { AboutPage, DataLicencePage } from '../pages/about-pages';
import { ReceiptFormPage, ReceiptPage } from '../pages/receipt-pages';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';
import { typedNumber } from './typed-number';

@PageController()
export class InformationPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly receipts: ReceiptsQuery,
    private readonly signatures: SignaturesQuery,
    private readonly reference: PublicReference,
  ) {}

  /** The form, or, with a number, the way to its answer: an address one can send on. */
  @Get('receipts')
  async receiptForm(@CurrentVisit() visit: Visit): Promise<void> {
    const context = this.replier.context(visit.request, visit.reply);
    const number = typedNumber(context.query['number'] ?? '');
    if (number !== '') {
      await visit.reply.redirect(context.href(`/receipts/${encodeURIComponent(number)}`), 303);
      return;
    }
    const words = await this.reference.words();
    return answer(this.replier, visit, () => ReceiptFormPage({ context, words }));
  }

  @Get('receipts/:filingNumber')
  async receipt(@CurrentVisit() visit: Visit, @Param('filingNumber') typed: string): Promise<void> {
    const number = typedNumber(typed);
    const end = await this.receipts.findEnd(number);
    const receipt = await this.receipts.find(number);
    const registered = receipt ? undefined : await this.receipts.findRegistered(number);
    const signature = receipt?.sm3 ? await this.signatures.find(receipt.sm3) : undefined;
    const found = { receipt, registered, signature, end };
    const words = await this.reference.words();
    const status = receipt || registered || end ? 200 : 404;
    return answer(this.replier, visit, (context) => ReceiptPage({ context, number, found, words }), {
      status,
    });
  }

  @Get('about')
  about(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, (context) => AboutPage({ context }));
  }

  @Get('data-licence')
  dataLicence(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, (context) => DataLicencePage({ context }));
  }
}
