import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { ApiController, CurrentCaller, nameFragmentOf, SignedIn } from '@zhaoguan/platform';
import { Search } from '../use-cases/search.query';
import { SearchAnswerDto, SearchQueryDto, toSearchAnswer } from './search.dto';

@ApiController('search', '工作台')
export class SearchController {
  constructor(private readonly search: Search) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '在本人可以查看的范围内检索' })
  @ApiOkResponse({ type: SearchAnswerDto })
  async find(@CurrentCaller() caller: Caller, @Query() { q }: SearchQueryDto) {
    const fragment = nameFragmentOf(q);
    if (fragment === undefined)
      throw refuse('VALIDATION_FAILED', {}, [{ pointer: '/q', code: 'REQUIRED', message: '请填写' }]);
    return toSearchAnswer(await this.search.execute(caller, fragment));
  }
}
