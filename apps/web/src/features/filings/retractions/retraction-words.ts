import { caseWords, INSTITUTION_STATUS_LABELS, matterInWords } from '@zhaoguan/contracts';
import { dayInWords, dayOfInstant, instantInWords } from '../../../shared/ui/dates';
import type { Act } from '../../../shared/ui/history';
import type { Filing } from '../queries';
import type { Retraction, RetractionOffer } from './queries';

/** The day on which something is read; undefined while that is not known. */
type Today = string | undefined;
type Case = Pick<Filing, 'regime' | 'type' | 'prolongs'>;
type Dated = Case & { readonly institution: Pick<Filing['institution'], 'notice'> };
type Answered = Case & Pick<Filing, 'authorityName'>;

/** The day from which on it was to hold, as it was filed. */
function plannedDay({ institution: { notice } }: Pick<Dated, 'institution'>): string {
  return notice?.startsOn ? dayInWords(notice.startsOn) : '填报的日期';
}

/** What may be asked for now and what comes of it, before anybody asks. */
export function offerInWords(
  filing: Answered,
  { as, effectiveOn, dueOn, attended }: RetractionOffer,
): string {
  const planned = `原定${dayInWords(effectiveOn)}起${matterInWords(filing)}，还没有生效。`;
  if (!attended) return `${planned}${NOBODY_ELSE_ANSWERS}`;
  const who = as === 'WINDOW' ? '申请人不再需要的，窗口可以代申请人申请撤回' : '不再需要的，可以申请撤回';
  return `${planned}${who}：今天申请的，${filing.authorityName}最迟${dayInWords(dueOn)}答复；答复以前不生效，准予以后不再执行，需要时另行办理。`;
}

/** Said before an applicant waits for it at the window. */
const NOBODY_ELSE_ANSWERS =
  '代申请人申请的撤回须由本机关其他工作人员决定，现在没有其他可以决定的人员，不能在窗口代为申请；申请人不再需要的，请用自己的账号申请撤回。';

/** For who is about to ask. */
export function afterAsking(filing: Answered, { as, effectiveOn, dueOn }: RetractionOffer): string[] {
  const what = matterInWords(filing);
  return [
    `申请撤回${dayInWords(effectiveOn)}起的${what}，${filing.authorityName}最迟${dayInWords(dueOn)}答复。`,
    '答复以前不生效，原定的日期到了也不生效。',
    `准予撤回的，不再执行，${caseWords(filing).proof}不再有效；不予撤回的，仍按原定的日期生效；答复时这一天已过的，当即生效。`,
    `撤回的原因写入办理过程，${as === 'WINDOW' ? '申请人' : '办理机关'}可以看到。`,
    ...(as === 'WINDOW' ? ['撤回应当由申请人提出，系统会告知申请人；由本机关其他工作人员决定。'] : []),
  ];
}

/** For the office that is about to grant it; the institution stays as it is. */
export function afterGranting(filing: Dated & Pick<Filing, 'since'>): string[] {
  const what = matterInWords(filing);
  const status = filing.since?.institutionStatus ?? null;
  const stays = status === null ? '机构的状态不变' : `机构仍为“${INSTITUTION_STATUS_LABELS[status]}”`;
  return [
    `原定${plannedDay(filing)}起的${what}不再执行，${stays}，公众查询中不再显示这一安排。`,
    `${caseWords(filing).proof}不再有效，出具《准予撤回告知书》，告知申请人。`,
    ...(filing.type === 'CLOSURE' ? ['终止后续核实不再进行。'] : []),
    `准予以后不能收回；仍需要${what}的，由机构另行办理。`,
  ];
}

/** For the office that is about to decline it. */
export const afterDeclining = (filing: Dated, on: Today): string[] => [
  `${holds(filing, on)}。`,
  '出具《不予撤回告知书》，写明理由和救济途径，告知申请人。',
];

/** For who asked and thinks better of it. */
export const afterTakingBack = (filing: Dated, on: Today): string[] => [
  `${holds(filing, on)}。`,
  hasCome(filing, on) ? '办理机关不再答复。' : '办理机关不再答复；生效以前可以再次申请撤回。',
];

/** From when on it holds where it is not taken back, by the day on which that is said. */
function holds(filing: Dated, on: Today): string {
  const what = matterInWords(filing);
  if (on === undefined || !hasCome(filing, on)) return `${what}仍于${plannedDay(filing)}生效`;
  return `${what}原定的日期（${plannedDay(filing)}）已过，${dayInWords(on)}起生效`;
}

/** Whether the day from which on it was to hold is there; nobody knows while the day is not known. */
function hasCome({ institution: { notice } }: Dated, on: Today): boolean {
  const startsOn = notice?.startsOn ?? null;
  return on !== undefined && startsOn !== null && startsOn <= on;
}

/** Whether the whole time of a suspension has passed while it was asked: then nothing is left but to grant it. */
function isOver({ type, institution: { notice } }: Dated, on: Today): boolean {
  const endsOn = notice?.endsOn ?? null;
  return type === 'SUSPENSION' && on !== undefined && endsOn !== null && endsOn <= on;
}

/** By when it is answered, or that it should have been: whom to ask, and that others see to it. */
const awaited = ({ authorityName }: Answered, dueOn: string, on: Today): string =>
  on !== undefined && dueOn < on
    ? `${authorityName}的答复期限（${dayInWords(dueOn)}）已过，可以直接询问；逾期的由上级督办`
    : `${authorityName}最迟${dayInWords(dueOn)}答复`;

interface Reading {
  /** Whether its applicant reads it, and not the office. */
  readonly isOperator: boolean;
  /** Whether no other request came after it. */
  readonly isLast: boolean;
  /** The day on which it is read. */
  readonly on: Today;
}

/** How one request stands; what was answered before another one is told as it was then. */
export function standInWords(
  filing: Dated & Answered,
  { status, dueOn, endedAt }: Pick<Retraction, 'status' | 'dueOn' | 'endedAt'>,
  { isOperator, isLast, on }: Reading,
): string {
  const what = matterInWords(filing);
  const then = isLast && endedAt !== null ? `${holds(filing, dayOfInstant(endedAt))}；` : '';
  switch (status) {
    case 'ASKED': {
      const by = isOperator ? awaited(filing, dueOn, on) : `最迟${dayInWords(dueOn)}答复`;
      return isOver(filing, on)
        ? `原定${plannedDay(filing)}起的${what}没有生效，预计恢复服务的日期也已经过去，没有可以执行的暂停，由办理机关准予撤回；${by}。`
        : `答复以前，原定${plannedDay(filing)}起的${what}不生效，日期到了也不生效；${by}。`;
    }
    case 'GRANTED':
      return `原定${plannedDay(filing)}起的${what}没有生效，不再执行；${caseWords(filing).proof}不再有效，见《准予撤回告知书》。`;
    case 'DECLINED':
      return `${then}理由和救济途径见《不予撤回告知书》。`;
    case 'TAKEN_BACK':
      return `${then}办理机关没有再答复。`;
    case 'LAPSED':
      return `机构已重新备案或者取得许可，原定${plannedDay(filing)}起的${what}没有生效，不再执行。`;
  }
}

/** Who asked when and who ended it when, as far as the reader may know it. */
export function stepsInWords({
  status,
  askedAt,
  atWindow,
  endedAt,
  askedByName,
  endedByName,
}: Pick<Retraction, 'status' | 'askedAt' | 'atWindow' | 'endedAt' | 'askedByName' | 'endedByName'>): string {
  const who = atWindow
    ? `${askedByName === null ? '' : `${askedByName}在`}窗口代申请人提出于`
    : `${askedByName ?? ''}申请于`;
  const asked = `${who} ${instantInWords(askedAt)}`;
  if (endedAt === null) return asked;
  const ended = status === 'TAKEN_BACK' ? '不再申请于' : status === 'LAPSED' ? '终止于' : '答复于';
  return `${asked}；${endedByName ?? ''}${ended} ${instantInWords(endedAt)}`;
}

/** That it was asked at the window by the very person who reads it: somebody else decides. */
export const waitsForColleague = (
  { status, atWindow, availableActions }: Pick<Retraction, 'status' | 'atWindow' | 'availableActions'>,
  mayDecide: boolean,
): boolean => status === 'ASKED' && atWindow && mayDecide && availableActions.includes('takeBack');

/** That what was accepted was taken back, at the top of its page; null where it was not. */
export function retractedInWords(filing: Dated & Pick<Filing, 'since'>): string | null {
  const on = filing.since?.retractedOn ?? null;
  return on === null
    ? null
    : `${dayInWords(on)}已准予撤回：原定${plannedDay(filing)}起的${matterInWords(filing)}没有生效，不再执行，${caseWords(filing).proof}不再有效。以下是准予当时的内容。`;
}

/** That it fell before its day with what was filed or licensed later, at the top of its page; null where it did not. */
export function supersededInWords(filing: Dated & Pick<Filing, 'since'>): string | null {
  const on = filing.since?.supersededOn ?? null;
  return on === null
    ? null
    : `${dayInWords(on)}由机构以后的备案或者许可取代：原定${plannedDay(filing)}起的${matterInWords(filing)}没有生效，不再执行。以下是准予当时的内容。`;
}

/** Beside the state of such a case. */
export const supersededInShort = (on: string): string => `已被取代（${dayInWords(on)}），没有生效`;

/** Beside the state of the case: 已备案 alone would read as if it came into force. */
export const retractedInShort = (on: string): string => `已撤回（${dayInWords(on)}），没有生效`;

/** Beside what comes next of a notice whose day has not come. */
export const MAY_STILL_RETRACT = '还没有到生效的日期；不再需要的，可以在本页“撤回”中申请撤回。';

/** What its applicant can expect of a notice that was taken back, or is asked to be. */
export function nextOfRetraction(
  filing: Answered & Partial<Pick<Filing, 'since'>>,
  last: Pick<Retraction, 'status' | 'dueOn'> | undefined,
  on: Today,
): string | null {
  const what = matterInWords(filing);
  if ((filing.since?.retractedOn ?? null) !== null)
    return `这次${what}在生效以前已经撤回，没有执行，机构的状态不变。仍需要${what}的，重新办理。`;
  if ((filing.since?.supersededOn ?? null) !== null)
    return `这次${what}在生效以前已由机构以后的备案或者许可取代，没有执行，机构的状态不因此改变。仍需要${what}的，重新办理。`;
  return last?.status === 'ASKED'
    ? `已申请撤回这次${what}：${awaited(filing, last.dueOn, on)}；答复以前不生效。`
    : null;
}

/** The requests and the answers as lines of the history of the case. */
export function retractionsInHistory(filing: Answered, items: readonly Retraction[] = []): Act[] {
  const what = matterInWords(filing);
  return items.flatMap(
    ({ id, status, statusLabel, reason, askedAt, atWindow, askedByName, answer, endedAt, endedByName }) => {
      const asked: Act = {
        id: `retraction-${id}`,
        at: askedAt,
        label: `申请撤回${what}`,
        actor: atWindow ? windowInWords(askedByName) : (askedByName ?? '申请人'),
        reason,
      };
      if (endedAt === null) return [asked];
      const isTakenBackAtWindow = status === 'TAKEN_BACK' && atWindow && endedByName === askedByName;
      const ended: Act = {
        id: `retraction-${id}-ended`,
        at: endedAt,
        label: status === 'LAPSED' ? `${statusLabel}撤回${what}的申请` : `${statusLabel}${what}`,
        actor: isTakenBackAtWindow
          ? windowInWords(endedByName)
          : (endedByName ?? (status === 'TAKEN_BACK' ? '申请人' : filing.authorityName)),
        ...(answer !== null && { reason: answer }),
      };
      return [asked, ended];
    },
  );
}

const windowInWords = (name: string | null): string => (name === null ? '窗口代办' : `${name}（窗口代办）`);
