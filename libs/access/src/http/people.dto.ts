import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { ACCOUNT_STATES, DEPARTMENT_CODES, ROLES, type AccountState, type Role } from '@zhaoguan/contracts';
import { PageOf, PageQuery } from '@zhaoguan/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

const DISTRICT = /^(\*|\d{6}|\d{9})$/;

export class PeopleListDto extends PageQuery {
  @ApiPropertyOptional({ enum: ROLES, example: 'INSPECTOR', description: '岗位' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ example: '李', maxLength: 50, description: '姓名或用户名的一部分' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  q?: string;

  @ApiPropertyOptional({ enum: ACCOUNT_STATES, example: 'LOCKED', description: '账号状态' })
  @IsOptional()
  @IsIn(ACCOUNT_STATES)
  state?: AccountState;
}

export class AddPersonDto {
  @ApiProperty({ example: 'registrar-610116', description: '用户名：小写字母、数字、点、横线，3 至 64 位' })
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9.-]{2,63}$/, { message: '应为 3 至 64 位小写字母、数字、点或横线' })
  username!: string;

  @ApiProperty({ example: '示例·李受理', maxLength: 50 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  name!: string;

  @ApiProperty({ enum: ROLES, isArray: true, example: ['REGISTRAR'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  @ApiProperty({ type: [String], example: ['610116'], description: '管辖的行政区划代码；机构经办人为空' })
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(DISTRICT, { each: true, message: '应为六位行政区划代码' })
  districts!: string[];

  @ApiProperty({
    type: [String],
    enum: DEPARTMENT_CODES,
    example: ['civil-affairs'],
    description: '部门代码',
  })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  departments!: string[];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: null,
    description: '机构经办人账号由哪一辖区的管理员维护',
  })
  @IsOptional()
  @Matches(/^\d{6}$/, { message: '应为六位行政区划代码' })
  homeDistrict?: string | null;
}

/** What is left out stays; only the home district may be taken away by `null`. */
export class ChangePersonDto extends PartialType(
  PickType(AddPersonDto, ['name', 'roles', 'districts', 'departments', 'homeDistrict'] as const),
  { skipNullProperties: false },
) {}

export class PersonDto {
  @ApiProperty({ format: 'uuid', example: '019a9f2e-7c00-7000-8000-000000000001' })
  id!: string;
  @ApiProperty({ example: 'registrar-610116' })
  username!: string;
  @ApiProperty({ example: '示例·李受理' })
  name!: string;
  @ApiProperty({ enum: ROLES, isArray: true, example: ['REGISTRAR'] })
  roles!: Role[];
  @ApiProperty({ type: [String], example: ['610116'] })
  districts!: string[];
  @ApiProperty({ enum: DEPARTMENT_CODES, isArray: true, example: ['civil-affairs'] })
  departments!: string[];
  @ApiProperty({ type: String, nullable: true, example: null })
  homeDistrict!: string | null;
  @ApiProperty({ example: false, description: '须先修改初始密码' })
  mustChangePassword!: boolean;
  @ApiProperty({ example: true, description: '使用密码登录；政务服务平台转办时设立的账号不使用密码' })
  hasPassword!: boolean;
  @ApiProperty({ example: false })
  disabled!: boolean;
  @ApiProperty({ example: false, description: '密码连续输错，暂时锁定' })
  locked!: boolean;
  @ApiProperty({
    enum: ACCOUNT_STATES,
    example: 'ACTIVE',
    description: '账号状态，依次为已停用、暂时锁定、未修改初始密码、正常',
  })
  state!: AccountState;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-20T02:00:00.000Z',
    description: '最近一次登录；从未登录的为空',
  })
  lastSignInAt!: Date | null;
  @ApiProperty({ example: 1 })
  version!: number;
}
export const PersonPage = PageOf(PersonDto);

class VacantAdvisersDto {
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: ['西安市长安区消防救援大队'], description: '部门在当地的名称' })
  departments!: string[];
}
export const VacantAdvisersPage = PageOf(VacantAdvisersDto);

export class PersonWithPasswordDto {
  @ApiProperty({ type: PersonDto })
  person!: PersonDto;
  @ApiProperty({ example: 'bcdf-23gh-jk45-mnpq', description: '初始密码，只显示这一次' })
  initialPassword!: string;
}
