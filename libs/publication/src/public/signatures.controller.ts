import { Get, Param, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, Public } from '@zhaoguan/platform';
import { PublicCacheInterceptor } from './public-cache.interceptor';
import { PublicSignatureDto, PublicSigningKeysDto } from './signatures.dto';
import { SignaturesQuery } from './signatures.query';

/** What somebody needs who checks the signature of a paper with a program of their own. */
@ApiController('public', '公众查询')
@UseInterceptors(PublicCacheInterceptor)
export class PublicSignaturesController {
  constructor(private readonly signatures: SignaturesQuery) {}

  @Get('signing-keys')
  @Public()
  @ApiOperation({ summary: '文书签名的公钥，现在的和以前的' })
  @ApiOkResponse({ type: PublicSigningKeysDto })
  async keys() {
    return { items: await this.signatures.keys() };
  }

  @Get('signatures/:sm3')
  @Public()
  @ApiOperation({
    summary: '一份文书文件的签名',
    description: '按文件的 SM3 查询；只有持有文件的人知道它的 SM3。签名可以用 papers verify 命令离线核对。',
  })
  @ApiOkResponse({ type: PublicSignatureDto })
  signature(@Param('sm3') sm3: string) {
    return this.signatures.get(sm3);
  }
}
