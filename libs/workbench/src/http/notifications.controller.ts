import { Body, Get, Headers, HttpCode, Post, Query, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { SignedInRequest } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { ApiController, CurrentCaller, SignedIn } from '@zhaoguan/platform';
import type { Observable } from 'rxjs';
import { NotificationStreams } from '../streams/notification-streams';
import { Notifications } from '../use-cases/notifications';
import {
  MarkReadDto,
  NotificationPageDto,
  NotificationQueryDto,
  toNotification,
  UnreadDto,
} from './notifications.dto';

@ApiController('notifications', '工作台')
export class NotificationsController {
  constructor(
    private readonly notifications: Notifications,
    private readonly streams: NotificationStreams,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '我的通知，新的在前' })
  @ApiOkResponse({ type: NotificationPageDto })
  async list(@CurrentCaller() caller: Caller, @Query() query: NotificationQueryDto) {
    const { items, nextCursor } = await this.notifications.list(caller, query);
    return { items: items.map(toNotification), nextCursor };
  }

  @Get('count')
  @SignedIn()
  @ApiOperation({ summary: '未读通知的条数' })
  @ApiOkResponse({ type: UnreadDto })
  async count(@CurrentCaller() caller: Caller): Promise<UnreadDto> {
    const { unread } = await this.notifications.position(caller);
    return { unread };
  }

  @Post('read')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: '把通知标为已读' })
  @ApiOkResponse({ type: UnreadDto })
  async read(@CurrentCaller() caller: Caller, @Body() which: MarkReadDto): Promise<UnreadDto> {
    return { unread: await this.notifications.markRead(caller, which) };
  }

  /** Beside the bearer token a stream sends `Last-Event-ID`, so a browser opens it with fetch, not with EventSource. */
  @Sse('stream')
  @SignedIn()
  @ApiOperation({
    summary: '实时通知（server-sent events）；访问令牌到期即结束，以新令牌和 Last-Event-ID 续接',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: '最后收到的通知的顺序号' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string', example: 'event: notification\nid: 42\ndata: {"id":42}\n\n' } })
  stream(
    @Req() { signedIn }: SignedInRequest,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    return this.streams.connect(signedIn, numberOf(lastEventId));
  }
}

/** Anything but a number that could have been given out is taken for none: the stream then begins now. */
function numberOf(lastEventId: string | undefined): number | undefined {
  return lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : undefined;
}
