import { refuse, type RemovalService } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';

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
    openedOn,
    on,
  }: { readonly isReadOnline: boolean; readonly openedOn: PlainDate; readonly on: PlainDate },
): void {
  if (service === 'ONLINE' && !isReadOnline)
    throw refuse('NO_OPERATOR', {}, [{ pointer: '/service', code: 'NO_OPERATOR' }]);
  if (service !== 'ONLINE' && serviceNote === null)
    throw refuse('SERVICE_NOTE_REQUIRED', {}, [
      { pointer: '/serviceNote', code: 'REQUIRED', message: '请填写' },
    ]);
  const fault = faultOfDay(servedOn, openedOn, on);
  if (fault !== undefined)
    throw refuse('SERVICE_DAY_WRONG', {}, [
      { pointer: '/servedOn', code: 'SERVICE_DAY_WRONG', message: fault },
    ]);
}

/** The paper bears the day on which its notice is entered: it cannot have reached anybody before. */
function faultOfDay(servedOn: PlainDate, openedOn: PlainDate, on: PlainDate): string | undefined {
  if (servedOn > on) return '送达日期不能晚于今天';
  if (servedOn < openedOn) return '送达日期不能早于立案（启动办理）的日期';
  return servedOn < on ? '送达日期不能早于告知书的日期：告知书在登记告知时生成，日期为今天' : undefined;
}
