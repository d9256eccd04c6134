import type { Mutation, MutationState, QueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { codeOf } from '../../shared/api/failure';
import { instantInWords } from '../../shared/ui/dates';

export type HistoryLine = Schemas['HistoryLineDto'];
type Filing = Schemas['FilingDto'];
type Remark = Schemas['RemarkDto'];

/** Two acts on one filing at the same moment: the one that came second was not done. */
const FORESTALLED: ReadonlySet<string | undefined> = new Set(['STALE_VERSION', 'INVALID_TRANSITION']);

export const isForestalled = (error: unknown): boolean => FORESTALLED.has(codeOf(error));

/** Under which the acts on a filing stand beside each other: the page reads from them which one was not done. */
export const actsOn = (filingId: string) => ['filing-act', filingId] as const;

/** What its author had read when an act was sent. */
export interface Read {
  /** The last act of the history that stood on the page; undefined where none had come yet. */
  readonly seq: number | undefined;
}

export function readBefore(client: QueryClient, filingId: string): Read {
  const history = client.getQueryData<{ readonly items: readonly HistoryLine[] }>([
    'filing',
    filingId,
    'history',
  ]);
  return { seq: lastSeq(history?.items ?? []) };
}

const lastSeq = (items: readonly HistoryLine[]): number | undefined =>
  items.length === 0 ? undefined : Math.max(...items.map(({ seq }) => seq));

/** An act as it stands: the mutation stays the same object while its state changes. */
export interface Act {
  readonly mutation: Mutation;
  readonly state: MutationState;
}

/** The last act that somebody else forestalled, until another is under way or done. */
export function lastForestalled(acts: readonly Act[]): Act | undefined {
  const last = acts.at(-1);
  return last?.state.status === 'error' && isForestalled(last.state.error) ? last : undefined;
}

/** What was done meanwhile, oldest first, one sentence each; what is changed without a step of the case is told as such. */
export function meanwhileInWords(items: readonly HistoryLine[], { seq }: Read, filing: Filing): string[] {
  const later = items.filter((line) => line.seq > (seq ?? (lastSeq(items) ?? 0) - 1));
  if (later.length === 0) return ['填报内容、材料或者办理情况已有改动，请核对以后再办理。'];
  return later
    .toSorted((a, b) => a.seq - b.seq)
    .map(
      (line) =>
        `${actorInWords(line, filing)}已于${instantInWords(line.at)}${line.label}${line.reason === null ? '' : `（${line.reason}）`}。`,
    );
}

const BY_APPLICANT: ReadonlySet<HistoryLine['action']> = new Set(['submit', 'withdraw', 'abandon']);

function actorInWords({ action, actorName, onBehalf }: HistoryLine, { assistance }: Filing): string {
  if (!BY_APPLICANT.has(action)) return actorName ?? '办理人';
  const who = onBehalf && assistance !== null ? '窗口代办人' : '申请人';
  return actorName === null || actorName === who ? who : `${who}（${actorName}）`;
}

/** What was written and is not sent, for who wants to use it again. */
export function unsentIn(written: unknown): readonly (string | Remark)[] {
  if (typeof written === 'string') return said(written);
  if (typeof written !== 'object' || written === null) return [];
  const {
    reasons = [],
    call,
    reason,
  } = written as Partial<{
    readonly reasons: readonly Remark[];
    readonly call: string;
    readonly reason: string;
  }>;
  return [...reasons, ...said(call), ...said(reason)];
}

const said = (text: string | undefined): string[] =>
  text === undefined || text.trim() === '' ? [] : [text.trim()];
