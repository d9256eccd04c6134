import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { KINDS, type Caller, type Kind } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { IsIn, IsString, Matches } from 'class-validator';
import { OfficeHere } from '../use-cases/office-here';

class OfficeQueryDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiProperty({ example: '610116', description: '服务场所所在区县' })
  @Matches(/^\d{6}$/, { message: '应为六位行政区划代码' })
  @IsString()
  district!: string;
}

class OfficeOfPlaceDto {
  @ApiProperty({ example: '西安市长安区民政局' })
  authorityName!: string;
  @ApiProperty({
    description: '本级或者区县内的功能区有可以受理的账号（停用的也算）；没有的，首次申请不能提交',
  })
  here!: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '西安市民政局',
    description: '本级没有的，受理非营利性养老机构（登记管理机关同级）的市级民政部门；没有的为空',
  })
  aboveName!: string | null;
}

/** Where a first filing would lie, asked before a draft is begun: its district cannot be changed afterwards. */
@ApiController('filings', '登记备案')
export class OfficesController {
  constructor(private readonly offices: OfficeHere) {}

  @Get('office')
  @Allow('filing.file')
  @ApiOperation({ summary: '起草前查询所在区县的主管部门是否在本平台受理申请' })
  @ApiOkResponse({ type: OfficeOfPlaceDto })
  ofPlace(@CurrentCaller() caller: Caller, @Query() { kind, district }: OfficeQueryDto) {
    return this.offices.ofPlace(caller, kind, district);
  }
}
