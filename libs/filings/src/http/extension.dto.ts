import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { InWords } from '@zhaoguan/platform';
import { extensionProcess, type ExtensionAction, type ExtensionStatus } from '../domain/extension.process';

export class AskExtensionDto {
  @ApiProperty({
    example: '需要会同消防救援机构对改造后的疏散通道再次现场核查。',
    maxLength: 1000,
    description: '延长期限的理由；批准以后写入告知书，告知申请人',
  })
  @InWords('请用文字写明理由')
  @MaxLength(1000)
  @IsString()
  reason!: string;
}

export class DeclineExtensionDto {
  @ApiProperty({
    example: '现有材料足以作出决定。',
    maxLength: 1000,
    description: '不批准的理由，告知报请人',
  })
  @InWords('请用文字写明理由')
  @MaxLength(1000)
  @IsString()
  reason!: string;
}

export class LongerTermDto {
  @ApiProperty({ example: 10, description: '延长的工作日' })
  days!: number;
  @ApiProperty({ format: 'date', example: '2026-12-21', description: '延长以前的最后一日' })
  dueBefore!: string;
  @ApiProperty({ format: 'date', example: '2027-01-05', description: '延长以后的最后一日' })
  dueAfter!: string;
}

export class ExtensionLineDto extends LongerTermDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: extensionProcess.states, example: 'ASKED' })
  status!: ExtensionStatus;
  @ApiProperty({ example: '待批准' })
  statusLabel!: string;
  @ApiProperty({ description: '延长期限的理由' })
  reason!: string;
  @ApiProperty({ format: 'date-time' })
  askedAt!: Date;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  endedAt!: Date | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·李受理',
    description: '报请人，仅工作人员可见',
  })
  askedByName!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·赵负责',
    description: '批准人，仅工作人员可见',
  })
  endedByName!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '不批准的理由，仅工作人员可见' })
  answer!: string | null;
  @ApiProperty({
    enum: extensionProcess.actionNames,
    isArray: true,
    description: '当前登录人现在可以办理的事项',
  })
  availableActions!: ExtensionAction[];
}

export class ExtensionsDto {
  @ApiProperty({ type: [ExtensionLineDto] })
  items!: ExtensionLineDto[];
  @ApiProperty({
    type: LongerTermDto,
    nullable: true,
    description: '当前登录人现在可以报请的延长；不能报请的为空',
  })
  offer!: LongerTermDto | null;
}
