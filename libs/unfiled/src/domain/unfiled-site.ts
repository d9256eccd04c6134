import { refuse, type Kind, type UnfiledSource } from '@zhaoguan/contracts';
import { checkUscc, chineseDate, compareDates, type PlainDate, type Uscc } from '@zhaoguan/kernel';
import type { UnfiledStatus } from './unfiled-site.process';

/** In how many working days somebody goes there (reference list `terms`), from the day it was found. @law 养老机构管理办法（民政部令第66号） */
export const CHECK_TERM = 'UNFILED_ON_SITE_CHECK';
/** In how many working days who was urged files; then somebody looks again. No law says a number. */
export const FILING_TERM = 'UNFILED_FILING';

/** A place that offers its service without having filed (未备案机构), as an official has found it. */
export interface UnfiledSite {
  readonly id: string;
  readonly kind: Kind;
  readonly district: string;
  readonly township: string | null;
  /** As on its sign; a place without one is described. */
  readonly name: string;
  readonly address: string;
  readonly uscc: Uscc | null;
  readonly source: UnfiledSource;
  readonly foundOn: PlainDate;
  readonly clue: string;
  readonly status: UnfiledStatus;
  /** Until when somebody goes there, or looks whether it has filed; null when it has ended. */
  readonly dueOn: PlainDate | null;
  /** The institution that it is registered as by now. */
  readonly institutionId: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
}

/** @throws VALIDATION_FAILED for a day that has not come yet, or lies before the one that it follows */
export function requireDay(
  day: PlainDate,
  pointer: string,
  { from, until }: { readonly from?: PlainDate; readonly until: PlainDate },
): void {
  const say = (message: string): never => {
    throw refuse('VALIDATION_FAILED', {}, [{ pointer, code: 'INVALID_DATE', message }]);
  };
  if (compareDates(day, until) > 0) say('不能晚于今天');
  if (from !== undefined && compareDates(day, from) < 0) say(`不能早于发现的日期（${chineseDate(from)}）`);
}

/** The code as it is kept; null where none is known. @throws VALIDATION_FAILED for one that is none */
export function readUscc(typed: string | null): Uscc | null {
  if (typed === null) return null;
  const check = checkUscc(typed);
  if (check.ok) return check.value;
  throw refuse('VALIDATION_FAILED', {}, [
    { pointer: '/uscc', code: 'INVALID_USCC', message: '统一社会信用代码不正确，请核对' },
  ]);
}
