import type { AnswerFor } from '../../../shared/api/each-in-turn';
import type { FilingLine } from '../queries';

/** In one confirmation; more cannot be looked over. */
export const MOST_AT_ONCE = 50;

/** Of an open case of the own office somebody can be told to conduct it; who reads those of the counties below does not give them out. */
export const isAssignable = ({ status, ofOwnOffice }: Pick<FilingLine, 'status' | 'ofOwnOffice'>): boolean =>
  ofOwnOffice && (status === 'SUBMITTED' || status === 'RETURNED');

export const isHeld = ({ assigneeName }: Pick<FilingLine, 'assigneeName'>): boolean => assigneeName !== null;

/** Where nobody has any of them yet they are assigned; else they are handed over, which is told why. */
export const verbFor = (chosen: readonly FilingLine[]): '分派' | '移交' =>
  chosen.some(isHeld) ? '移交' : '分派';

/** One case of each office and kind: those who may decide the one may, in general, decide the others. */
export function oneOfEachOffice(chosen: readonly FilingLine[]): FilingLine[] {
  const offices = new Map<string, FilingLine>();
  for (const line of chosen) {
    const office = [line.kind, line.district, line.authority ?? ''].join(' ');
    if (!offices.has(office)) offices.set(office, line);
  }
  return [...offices.values()];
}

/** How far a run has come. */
export interface Run {
  readonly of: readonly FilingLine[];
  readonly verb: '分派' | '移交';
  readonly answers: readonly AnswerFor<FilingLine>[];
  readonly isRunning: boolean;
}
