import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_WAYS, type ContactWay } from '@zhaoguan/contracts';
import { InWords, IsDay } from '@zhaoguan/platform';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { CONTACT_LENGTH, WHOM_LENGTH } from '../domain/suspension-contact';

export class RecordSuspensionContactDto {
  @ApiProperty({ format: 'date', example: '2027-01-18', description: '了解的日期，在预计恢复的日期以后' })
  @IsDay()
  contactedOn!: string;

  @ApiProperty({ enum: CONTACT_WAYS, description: 'PHONE 电话联系；VISIT 上门查看；OTHER 其他方式' })
  @IsIn(CONTACT_WAYS, { message: '请选择了解的方式' })
  way!: ContactWay;

  @ApiProperty({
    example: '院长',
    maxLength: WHOM_LENGTH,
    description: '向谁了解，写职务；号码会隐去一部分',
  })
  @InWords('请写明向谁了解')
  @MaxLength(WHOM_LENGTH)
  @IsString()
  whom!: string;

  @ApiProperty({
    example: '消防改造延后，预计3月底完工，将办理延长暂停服务',
    maxLength: CONTACT_LENGTH,
    description: '了解到的情况；号码会隐去一部分',
  })
  @InWords('请写明了解到的情况')
  @MaxLength(CONTACT_LENGTH)
  @IsString()
  words!: string;

  @ApiProperty({
    format: 'date',
    example: '2027-02-18',
    description: '再次了解的日期，6个月以内；当天起重新列入待办',
  })
  @IsDay()
  lookAgainOn!: string;
}

export class SuspensionContactDto extends RecordSuspensionContactDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'date', example: '2027-01-15', description: '当时已过的预计恢复日期' })
  expectedOn!: string;
  @ApiProperty({ example: '示例·李受理' })
  madeByName!: string;
  @ApiProperty({ format: 'date-time' })
  madeAt!: Date;
}
