import type { Schemas } from '@zhaoguan/api-client';
import { REMOVAL_SERVICE_LABELS } from '@zhaoguan/contracts';
import { dayInWords } from './dates';
import type { Fact } from './facts';
import type { Act } from './history';
import type { Step } from './state-line';

type Service = Schemas['DecisionServiceDto'];

interface Served {
  readonly serveBy: string | null;
  readonly services: readonly Service[];
}

/** That the decision has reached its party, and how; or that this is not known yet. */
export function serviceFacts({ services }: Served): Fact[] {
  const last = services.at(-1);
  if (!last) return [{ name: '送达', value: '还没有登记送达，各项期限自收到决定书之日起计算' }];
  const { service, servedOn, receivedOn, serviceNote, reason } = last;
  return [
    {
      name: '送达',
      value: `决定书已于${dayInWords(servedOn)}${REMOVAL_SERVICE_LABELS[service]}${
        receivedOn === servedOn ? '' : `，${dayInWords(receivedOn)}公告期满视为送达`
      }`,
    },
    ...(serviceNote === null ? [] : [{ name: '送达情况', value: serviceNote }]),
    ...(reason === null ? [] : [{ name: '送达登记更正的理由', value: reason }]),
  ];
}

/** The last step of a case: the paper reaches its party. */
export function serviceStep({ serveBy, services }: Served): Step {
  const label = '送达';
  const last = services.at(-1);
  if (last) return { label, state: 'done', note: dayInWords(last.servedOn) };
  return { label, state: 'here', note: serveBy === null ? '没有登记' : `最迟${dayInWords(serveBy)}` };
}

/** What was entered of the service, for the history of the case. */
export function serviceActs({ services }: Pick<Served, 'services'>, authorityName: string): Act[] {
  return services.map(({ number, service, servedOn, serviceNote, reason, enteredAt, enteredByName }) => ({
    id: `service-${number}`,
    at: enteredAt,
    label: number > 1 ? '更正决定书送达' : service === 'ONLINE' ? '决定书系统送达' : '登记决定书送达',
    actor: enteredByName ?? authorityName,
    reason: [
      `${dayInWords(servedOn)}，${REMOVAL_SERVICE_LABELS[service]}`,
      ...(serviceNote === null ? [] : [serviceNote]),
      ...(reason === null ? [] : [`更正的理由：${reason}`]),
    ].join('；'),
  }));
}

/** What happens to the paper after the decision. @param isServed whether the notice was read online, and the account still reads */
export const paperAfterDecision = (isServed: boolean): string =>
  isServed
    ? '决定书随即由系统送达经办人账号。'
    : '请打印决定书，在期限内送达，并登记送达；各项期限从送达之日起计算。';

/** What is left to be done with the paper of a decision that was just made. */
export const servedOrNot = (decision: { readonly servedOn: string | null } | null): string =>
  decision?.servedOn ? '已由系统送达。' : '请送达决定书，并登记送达。';
