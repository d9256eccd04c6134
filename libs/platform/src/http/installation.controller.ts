import { Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import type { AppConfig } from '../config';
import { CONFIG } from '../tokens';
import { ApiController, Public } from './policy';

class InstallationDto {
  @ApiProperty({ example: false, description: '演示系统：其中的机构、人员、检查和处罚均为虚构' })
  demo!: boolean;
}

/** What a page must know of this installation before anybody signs in; nginx serves the console's page without knowing it. */
@ApiController('installation', '基础数据')
export class InstallationController {
  constructor(@Inject(CONFIG) private readonly config: AppConfig) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '本系统是否为演示系统' })
  @ApiOkResponse({ type: InstallationDto })
  get(): InstallationDto {
    return { demo: this.config.demo };
  }
}
