import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KINDS, REGISTRY_LEVELS, type Kind, type RegistryLevel } from '@zhaoguan/contracts';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DraftFilingDto } from './draft-filing.dto';
import { SameCodeQueryDto } from './same-code.dto';

class ApplicantAtWindowDto {
  @ApiProperty({ example: 'operator', description: '申请人账号的用户名' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  username!: string;

  @ApiProperty({ example: '示例·王经办', description: '申请人账号的姓名，与用户名都相符才能代办' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  name!: string;
}

export class AssistFilingDto extends DraftFilingDto {
  @ApiProperty({ type: ApplicantAtWindowDto })
  @ValidateNested()
  @IsObject()
  @Type(() => ApplicantAtWindowDto)
  @IsNotEmpty({ message: '请填写' })
  applicant!: ApplicantAtWindowDto;
}

export class SameCodeAtWindowDto extends SameCodeQueryDto {
  @ApiProperty({ type: ApplicantAtWindowDto })
  @ValidateNested()
  @IsObject()
  @Type(() => ApplicantAtWindowDto)
  @IsNotEmpty({ message: '请填写' })
  applicant!: ApplicantAtWindowDto;
}

/** What the applicant came for. */
class FilingToComeDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiProperty({ example: '52610116MJC0000015', description: '统一社会信用代码' })
  @IsString()
  @IsNotEmpty({ message: '请填写' })
  @MaxLength(64)
  uscc!: string;

  @ApiProperty({ example: '610116', description: '服务场所所在区县' })
  @IsString()
  @Matches(/^\d{6}$/, { message: '应为六位行政区划代码' })
  district!: string;

  @ApiPropertyOptional({ enum: REGISTRY_LEVELS, description: '登记管理机关层级；没有的按代码' })
  @IsOptional()
  @IsIn(REGISTRY_LEVELS)
  registryLevel?: RegistryLevel;
}

export class OpenAccountDto {
  @ApiProperty({ example: 'wang-jingban', description: '用户名：小写字母、数字、点、横线，3 至 64 位' })
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9.-]{2,63}$/, { message: '应为 3 至 64 位小写字母、数字、点或横线' })
  username!: string;

  @ApiProperty({ example: '示例·王经办', maxLength: 50 })
  @IsString()
  @Matches(/\S/, { message: '请填写' })
  @MaxLength(50)
  name!: string;

  @ApiProperty({ example: '610116', description: '账号由这一区县的管理员维护，应在本人的辖区内' })
  @IsString()
  @Matches(/^\d{6}$/, { message: '应为六位行政区划代码' })
  district!: string;

  @ApiProperty({ type: FilingToComeDto, description: '申请人要办理的备案，应由本窗口受理' })
  @ValidateNested()
  @IsObject()
  @Type(() => FilingToComeDto)
  @IsNotEmpty({ message: '请填写' })
  about!: FilingToComeDto;
}

export class OpenedAccountDto {
  @ApiProperty({ example: 'wang-jingban' })
  username!: string;
  @ApiProperty({ example: '示例·王经办' })
  name!: string;
  @ApiProperty({ example: 'bcdf-23gh-jk45-mnpq', description: '初始密码，只显示这一次' })
  initialPassword!: string;
}
