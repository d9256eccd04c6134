import type { PlainDate } from '@zhaoguan/kernel';
import { FILING_TYPE_LABELS, STATUS_ACTION_LABELS, type FilingType } from './kinds';
import type { Form, FormField } from './reference/forms';

/** The suspension that is prolonged (延长暂停), as the register had it; null where a day was not told. */
export interface Prolonged {
  /** From which day on the service is stopped. */
  readonly since: PlainDate | null;
  /** When it was expected to go on (预计恢复服务日). */
  readonly until: PlainDate | null;
}

interface Notice {
  readonly type: FilingType;
  /** The suspension that it prolongs, or whether it does. */
  readonly prolongs?: object | boolean | null | undefined;
}

/** Whether a suspension is told of an institution that is suspended already. */
export const isProlonging = ({ type, prolongs }: Notice): boolean =>
  type === 'SUSPENSION' && prolongs !== null && prolongs !== undefined && prolongs !== false;

/** 暂停服务, 延长暂停服务, 恢复服务, 终止服务. */
export const noticeInWords = (notice: Notice): string =>
  isProlonging(notice) ? STATUS_ACTION_LABELS.prolong : FILING_TYPE_LABELS[notice.type];

const SAID: Readonly<Record<string, Partial<Pick<FormField, 'label' | 'help'>>>> = {
  '/institution/notice/startsOn': {
    label: '延长暂停起始日',
    help: '从哪一天起延长：一般是原预计恢复服务日的次日；这一天已经过去的，填写今天。',
  },
  '/institution/notice/endsOn': {
    label: '延长后的预计恢复服务日',
    help: '应当晚于原预计恢复服务日。恢复以前须办理恢复服务备案。',
  },
  '/institution/notice/reason': { label: '延长暂停的原因', help: '写明为什么没有按原定的日期恢复。' },
  '/institution/notice/residents': { help: '延长暂停时仍由本机构负责安置的人数，没有的填 0。' },
};

/** What the rules of the same days say, of a prolonging. */
const RULED: Readonly<Record<string, string>> = {
  STARTS_IN_THE_PAST: '延长暂停起始日不能早于今天；原预计恢复服务日已经过去的，填写今天',
  STOPS_BEFORE_NOTICE: '延长暂停起始日不能早于告知的日期',
  ENDS_BEFORE_START: '延长后的预计恢复服务日不能早于延长暂停起始日',
};

/**
 * The form of a suspension in the words of a prolonging: what it asks is the same, in whatever version is in force, so a version of its own
 * would say nothing new.
 */
export function formOfProlonging<F extends Form>(form: F): F {
  return {
    ...form,
    title: form.title.replace(STATUS_ACTION_LABELS.suspend, STATUS_ACTION_LABELS.prolong),
    steps: form.steps.map((step) => ({
      ...step,
      title: step.title.replace('暂停安排', '延长暂停的安排'),
      intro: step.intro.replace('什么时候暂停，', '延长到什么时候，'),
      fields: step.fields.map((field) => ({ ...field, ...SAID[field.pointer] })),
    })),
    rules: form.rules.map((rule) => ({ ...rule, message: RULED[rule.code] ?? rule.message })),
  };
}
