import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { NOTE_LENGTH } from '../domain/case-note';

export class WriteCaseNoteDto {
  @ApiProperty({ example: '已电话联系，租赁合同下周补来', maxLength: NOTE_LENGTH })
  @Matches(/\S/, { message: '请填写' })
  @MaxLength(NOTE_LENGTH)
  @IsString()
  text!: string;
}

export class CaseNoteDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·李受理' })
  authorName!: string;
  @ApiProperty({ example: '已电话联系，租赁合同下周补来' })
  text!: string;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
}
