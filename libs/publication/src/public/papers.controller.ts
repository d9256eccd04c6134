import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, Public } from '@zhaoguan/platform';
import { PaperCheckDto, PaperCheckQuery } from './papers.dto';
import { PapersQuery } from './papers.query';

@ApiController('public/papers', '公众查询')
export class PublicPapersController {
  constructor(private readonly papers: PapersQuery) {}

  /** “Is it genuine” has the answer no, so an unknown number is no error. */
  @Get()
  @Public()
  @ApiOperation({
    summary: '核验文书真伪：按文号和核验码，或者按文件的 SM3',
    description: '补正通知书等只与当事人有关的文书，没有核验码或者文件的，答复与不存在的文号相同。',
  })
  @ApiOkResponse({ type: PaperCheckDto })
  async check(@Query() query: PaperCheckQuery) {
    const paper = await this.papers.find(query);
    return paper ? { genuine: true, paper } : { genuine: false };
  }
}
