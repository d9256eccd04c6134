import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentPartner, type Partner, type PartnerRequest } from '@zhaoguan/exchange';
import { ApiController, ByPartner } from '@zhaoguan/platform';
import { ReceiveCase } from '../use-cases/receive-case';
import { RetractNotice } from '../use-cases/retract-notice';
import { RetractionsOfFiling, type RetractionsView } from '../use-cases/retractions-of-filing.query';
import { Reference } from './case-reference';
import { AskRetractionDto, RetractionsDto } from './retraction.dto';

/** What a platform handed in, was accepted and is not in force yet is taken back for its user (撤回). */
@ApiController('exchange/filings', '平台对接')
@ByPartner()
export class ExchangeRetractionsController {
  constructor(
    private readonly cases: ReceiveCase,
    private readonly notices: RetractNotice,
    private readonly retractions: RetractionsOfFiling,
  ) {}

  @Get(':reference/retractions')
  @ApiOperation({ summary: '转来的暂停、恢复、终止，准予以后、生效以前申请撤回的情况' })
  @ApiOkResponse({ type: RetractionsDto })
  async list(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Req() { id }: PartnerRequest,
  ) {
    const { caller, filingId } = await this.cases.readingFor(partner, reference, id);
    return unnamed(await this.retractions.execute(caller, filingId));
  }

  @Post(':reference/retractions')
  @ApiOperation({
    summary: '按申请人的意思，申请撤回已经准予、尚未生效的暂停、恢复、终止',
    description: '申请以后，在答复以前不生效，原定的日期到了也不生效。',
  })
  @ApiCreatedResponse({ type: RetractionsDto })
  async ask(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Body() { reason }: AskRetractionDto,
    @Req() { id }: PartnerRequest,
  ) {
    const { caller, filingId } = await this.cases.actingFor(partner, reference, id);
    return unnamed(await this.notices.ask(caller, filingId, reason));
  }

  @Post(':reference/retractions/:retractionId/take-back')
  @HttpCode(200)
  @ApiOperation({ summary: '不再申请撤回：原事项仍按原定的日期生效，日期已过的当即生效' })
  @ApiOkResponse({ type: RetractionsDto })
  async takeBack(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Param('retractionId', ParseUUIDPipe) retractionId: string,
    @Req() { id }: PartnerRequest,
  ) {
    const { caller, filingId } = await this.cases.actingFor(partner, reference, id);
    return unnamed(await this.notices.takeBack(caller, filingId, retractionId));
  }
}

/** A platform has no use for who in the office did it. */
const unnamed = ({ items, offer }: RetractionsView): RetractionsView => ({
  items: items.map((line) => ({ ...line, askedByName: null, endedByName: null })),
  offer,
});
