import { ApiProperty } from '@nestjs/swagger';
import {
  directoryImportProcess,
  type DirectoryImport,
  type DirectoryImportState,
} from '../domain/directory-import.process';
import { isRecorded } from '../domain/directory-row-headers';

export class DirectoryImportDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '2026年机构名录.xlsx' })
  fileName!: string;

  @ApiProperty({ description: '文件的字节数' })
  size!: number;

  @ApiProperty({ enum: directoryImportProcess.states })
  state!: DirectoryImportState;

  @ApiProperty({ minimum: 0, maximum: 1, example: 0.4, description: '已读到文件的几分之几' })
  share!: number;

  @ApiProperty({ description: '数据行' })
  rows!: number;

  @ApiProperty({ description: '新列入名录' })
  added!: number;

  @ApiProperty({ description: '已在名录、内容相同' })
  unchanged!: number;

  @ApiProperty({ description: '有误、没有导入，原因见结果文件' })
  faulty!: number;

  @ApiProperty({ description: '已经导入、请核对的行，如床位数不足10张的养老机构，见结果文件' })
  remarked!: number;

  @ApiProperty({ description: '跳过的合计、说明' })
  skipped!: number;

  @ApiProperty({ type: [String], description: '没有识别、没有读取的列' })
  ignoredColumns!: readonly string[];
  @ApiProperty({ type: [String], description: '由系统记录、不从表格读入的列，如备案机关、状态' })
  recordedColumns!: readonly string[];

  @ApiProperty({ type: String, nullable: true, description: '文件不能读取、没有读完的原因' })
  problem!: string | null;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: Date;

  @ApiProperty({ type: Date, nullable: true })
  endedAt!: Date | null;
}

/** What the interface tells of an import. */
export function toDirectoryImport(found: DirectoryImport): DirectoryImportDto {
  const { id, fileName, size, state, share, rows, added, unchanged, faulty, remarked, skipped } = found;
  const { ignoredColumns, problem, requestedAt, endedAt } = found;
  return {
    id,
    fileName,
    size,
    state,
    share,
    rows,
    added,
    unchanged,
    faulty,
    remarked,
    skipped,
    ignoredColumns: ignoredColumns.filter((header) => !isRecorded(header)),
    recordedColumns: ignoredColumns.filter(isRecorded),
    problem,
    requestedAt,
    endedAt,
  };
}
