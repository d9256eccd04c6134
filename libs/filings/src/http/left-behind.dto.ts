import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DEPARTMENT_CODES, ROLES, type Role } from '@zhaoguan/contracts';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import type { LeftOffice } from '../use-cases/left-behind.query';
import type { LeftDepartment } from '../use-cases/left-opinions.query';

// One value in the address is no list yet.
const List = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));

export class LeftBehindQueryDto {
  @ApiPropertyOptional({
    enum: ROLES,
    isArray: true,
    example: ['INSPECTOR'],
    description: '变更以后的岗位；不填的，为停用',
  })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(ROLES, { each: true })
  roles?: Role[];

  @ApiPropertyOptional({ type: [String], example: ['610116'], description: '变更以后的辖区' })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(200)
  @Matches(/^(\*|\d{6}|\d{9})$/, { each: true, message: '应为六位行政区划代码' })
  districts?: string[];

  @ApiPropertyOptional({
    enum: DEPARTMENT_CODES,
    isArray: true,
    example: ['civil-affairs'],
    description: '变更以后的部门',
  })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(DEPARTMENT_CODES, { each: true })
  departments?: string[];
}

class LeftOfficeDto implements LeftOffice {
  @ApiProperty({ example: '西安市长安区民政局' })
  officeName!: string;
  @ApiProperty({ description: '该机关将没有可以办理申请的人员；否则其他人员因回避不能办理这些申请' })
  unstaffed!: boolean;
  @ApiProperty({ example: 2, description: '届时无人可以办理的、已提交尚未办结的申请件数' })
  cases!: number;
}

class LeftDepartmentDto implements LeftDepartment {
  @ApiProperty({ example: '西安市长安区消防救援大队' })
  departmentName!: string;
  @ApiProperty({ description: '该部门将没有可以答复协同意见的人员；否则其他人员因回避不能答复这些意见' })
  vacant!: boolean;
  @ApiProperty({ example: 2, description: '届时无人可以答复的、已征求尚未答复的意见件数' })
  opinions!: number;
}

export class LeftBehindDto {
  @ApiProperty({ type: [LeftOfficeDto], description: '没有影响的，为空' })
  offices!: LeftOfficeDto[];
  @ApiProperty({ type: [LeftDepartmentDto], description: '没有影响的，为空' })
  departments!: LeftDepartmentDto[];
}
