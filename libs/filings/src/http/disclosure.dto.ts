import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { InWords } from '@zhaoguan/platform';
import {
  disclosureProcess,
  type DisclosureAction,
  type DisclosureStatus,
} from '../domain/disclosure.process';

const Words =
  (description: string, example: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, example, maxLength: 2000 })(target, key);
    InWords('请用文字写明')(target, key as string);
    MaxLength(2000)(target, key as string);
    IsString()(target, key as string);
  };

export class PublishNonconformityDto {
  @Words('向社会公开的理由；不能含有个人信息', '场地租期不足3年，不符合《托育机构设置标准（试行）》的规定')
  reason!: string;
}

export class CorrectNonconformityDto extends PublishNonconformityDto {
  @Words('更正的原因，不公开', '原文引用的条款有误')
  note!: string;
}

export class WithdrawNonconformityDto {
  @Words('撤下的原因，不公开', '机构已经改正并完成备案')
  note!: string;
}

class DisclosureLineDto {
  @ApiProperty({ example: 1 })
  seq!: number;
  @ApiProperty({ enum: disclosureProcess.actionNames })
  action!: DisclosureAction;
  @ApiProperty({ example: '向社会公开' })
  label!: string;
  @ApiProperty({ type: String, nullable: true, description: '这一次公开的文字；撤下的为空' })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '更正、撤下的原因，不公开' })
  note!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
}

export class DisclosureDto {
  @ApiProperty({ example: 1, description: '版本号，更正、撤下时在 If-Match 中写明' })
  version!: number;
  @ApiProperty({ enum: disclosureProcess.states, example: 'PUBLISHED' })
  status!: DisclosureStatus;
  @ApiProperty({ example: '已公开' })
  statusLabel!: string;
  @ApiProperty({ example: '长卫备不符〔2026〕1号', description: '不符合要求告知书的文号' })
  number!: string;
  @ApiProperty({ description: '告知机构的理由，可以据此拟定公开的文字' })
  noticeReason!: string;
  @ApiProperty({ type: String, nullable: true, description: '公众现在看到的文字；没有公开的为空' })
  reason!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '最迟公开的日期' })
  dueOn!: string | null;
  @ApiProperty({ type: [DisclosureLineDto], description: '历次公开、更正和撤下' })
  lines!: DisclosureLineDto[];
  @ApiProperty({ enum: disclosureProcess.actionNames, isArray: true })
  availableActions!: DisclosureAction[];
}
