import { ApiProperty } from '@nestjs/swagger';
import {
  FOLDER_FILE_STATES,
  FOLDER_PROBLEMS,
  type FolderFileState,
  type FolderProblem,
} from '@zhaoguan/contracts';

export class FolderStandingDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '最近一次查看文件夹' })
  readAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '最近一次写出办理进展' })
  writtenAt!: Date | null;
  @ApiProperty({ example: 3, description: '写出的最后一个办理进展文件的序号；没有写出的为 0' })
  lastFile!: number;
  @ApiProperty({ example: 0, description: 'in 文件夹里名称或者类型不能使用、没有取走的文件数' })
  ignored!: number;
  @ApiProperty({ enum: FOLDER_PROBLEMS, nullable: true, description: '文件夹现在不能读写的原因' })
  problem!: FolderProblem | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '最近一次发现这个问题' })
  problemAt!: Date | null;
}

export class PartnerFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例-首次备案.csv' })
  name!: string;
  @ApiProperty({ enum: FOLDER_FILE_STATES })
  state!: FolderFileState;
  @ApiProperty({ format: 'date-time', description: '发现的时间' })
  seenAt!: Date;
  @ApiProperty({ example: 12, description: '行数' })
  rows!: number;
  @ApiProperty({ example: 1, description: '没有办理的行数' })
  faulty!: number;
  @ApiProperty({ type: String, nullable: true, description: '整个文件不能读取的原因' })
  reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '读取完成的时间' })
  endedAt!: Date | null;
}
