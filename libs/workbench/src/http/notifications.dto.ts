import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NOTIFICATION_LABELS, NOTIFICATION_TYPES, type NotificationType } from '@zhaoguan/contracts';
import { MayBeAbsent, PageOf, PageQuery } from '@zhaoguan/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Notification } from '../domain/notification';
import { SubjectDto } from './work-items.dto';

const LARGEST = 2_147_483_647;

export class NotificationQueryDto extends PageQuery {
  @ApiPropertyOptional({ type: Boolean, example: true, description: '只看未读的' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;
}

export class NotificationDto {
  @ApiProperty({ example: 42, description: '本人通知的顺序号，由小到大' })
  id!: number;
  @ApiProperty({ enum: NOTIFICATION_TYPES, example: 'FILING_ACCEPTED' })
  type!: NotificationType;
  @ApiProperty({ example: NOTIFICATION_LABELS.FILING_ACCEPTED })
  typeLabel!: string;
  @ApiProperty({ type: SubjectDto, nullable: true, description: '所涉事项；没有可以打开的页面的为空' })
  subject!: SubjectDto | null;
  @ApiProperty({ example: '示例·长安颐养院已准予备案，备案编号 610116-YL-2026-0001' })
  title!: string;
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readAt!: Date | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: '所涉事项办理完毕的时间；办理完毕的不再计入未读',
  })
  doneAt!: Date | null;
}
export const NotificationPageDto = PageOf(NotificationDto);

export class UnreadDto {
  @ApiProperty({ example: 3, description: '未读的条数' })
  unread!: number;
}

export class MarkReadDto {
  @ApiPropertyOptional({ type: [Number], example: [41, 42], description: '标为已读的通知' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LARGEST, { each: true })
  ids?: number[];

  @ApiPropertyOptional({ example: 42, description: '不大于此顺序号的全部标为已读' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  upTo?: number;
}

export function toNotification(notification: Notification): NotificationDto {
  return { ...notification, typeLabel: NOTIFICATION_LABELS[notification.type] };
}
