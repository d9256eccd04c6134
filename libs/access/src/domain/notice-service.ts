import { refuse, type RemovalService } from '@zhaoguan/contracts';
import { saysSomething, type PlainDate } from '@zhaoguan/kernel';

/** How a notice reached whom it is for (送达). */
export interface NoticeService {
  readonly service: RemovalService;
  /** Who took it, and how; null where it is served online. */
  readonly serviceNote: string | null;
  readonly servedOn: PlainDate;
}

/**
 * How a notice reaches the institution: online only where somebody reads it there; otherwise the note tells who took it and how, or
 * why it is announced. Every notice that a period begins with is held to it.
 * @throws NO_OPERATOR, FIELDS_INVALID with the field
 */
export function assertService(
  { service, servedOn, serviceNote }: NoticeService,
  {
    isReadOnline,
    paperOn,
    paper = '告知书',
    on,
  }: {
    readonly isReadOnline: boolean;
    /** Day of the paper that is served (告知书的日期), and what it is called. */
    readonly paperOn: PlainDate;
    readonly paper?: '告知书' | '决定书';
    readonly on: PlainDate;
  },
): void {
  if (service === 'ONLINE' && !isReadOnline)
    throw refuse('NO_OPERATOR', {}, [{ pointer: '/service', code: 'NO_OPERATOR' }]);
  // How it came into whose hands is all the proof there is of it.
  if (service !== 'ONLINE' && !saysSomething(serviceNote ?? ''))
    throw refuse('SERVICE_NOTE_REQUIRED', {}, [
      { pointer: '/serviceNote', code: 'REQUIRED', message: '请填写' },
    ]);
  const fault = faultOfDay(servedOn, { paper, paperOn, on });
  if (fault !== undefined)
    throw refuse('SERVICE_DAY_WRONG', {}, [
      { pointer: '/servedOn', code: 'SERVICE_DAY_WRONG', message: fault },
    ]);
}

/** A paper reaches nobody before the day that it bears. */
function faultOfDay(
  servedOn: PlainDate,
  { paper, paperOn, on }: Readonly<{ paper: string; paperOn: PlainDate; on: PlainDate }>,
): string | undefined {
  if (servedOn > on) return '送达日期不能晚于今天';
  return servedOn < paperOn ? `送达日期不能早于${paper}的日期（${paperOn}）` : undefined;
}

/**
 * What is handed over exists before it is handed over: its paper is drawn up first (制作告知书), printed, and then served.
 * @throws NOTICE_PAPER_FIRST
 */
export function assertNeedsNoPaper(service: RemovalService): void {
  if (service === 'DELIVERED')
    throw refuse('NOTICE_PAPER_FIRST', {}, [{ pointer: '/service', code: 'NOTICE_PAPER_FIRST' }]);
}
