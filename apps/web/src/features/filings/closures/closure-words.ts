import { LEAD_DEPARTMENT_NAMES, type Kind, type Refunded } from '@zhaoguan/contracts';
import type { Closure, NamingClosure } from './queries';

/** Who is cared for: 在托 is said of children alone. */
const CARED_FOR: Readonly<Record<Kind, string>> = { ELDERLY_CARE: '在住老年人', CHILDCARE: '在托婴幼儿' };

type Office = Closure['office'];

const wayTo = ({ contact }: Office): string =>
  contact === null ? '' : `（电话：${contact.phone}；地址：${contact.address}）`;

/** Nobody reads here what was found, or reports here that it is done: after the window, or of a partner platform. */
export const NOT_ONLINE =
  '申请人没有能够登录的账号，看不到核实的情况，也不会在本系统报告；请当面或者书面告知，并主动了解办理的情况。';

/** What is looked at and when, for the office and for who has ended, who reads whom to tell. */
export function closureWords(
  { status, endsOn, office, reportsOnline }: Pick<Closure, 'status' | 'endsOn' | 'office' | 'reportsOnline'>,
  kind: Kind,
  isOperator: boolean,
  inWords: (day: string) => string,
): string {
  switch (status) {
    case 'OPEN':
      return !isOperator
        ? `${inWords(endsOn)}终止服务，当天列入待办：核实${CARED_FOR[kind]}是否都已妥善安置，应退的费用是否都已退还。`
        : `${inWords(endsOn)}终止服务以后，${office.name}会核实人员是否妥善安置、费用是否退还，请留存安置、退费的凭证并配合。`;
    case 'UNSETTLED':
      return !isOperator
        ? `还没有全部完成，请继续督促、帮助安置和退费，到期前再次核实。${reportsOnline ? '经办人完成以后可以在本件中报告。' : NOT_ONLINE}`
        : `${office.name}核实，安置、退费还没有全部完成。请尽快安置人员、退还费用，留存凭证；全部完成以后报告已完成，由它再次核实；有疑问的，联系${office.name}${wayTo(office)}。`;
    case 'REPORTED':
      return !isOperator
        ? '经办人报告已经全部完成，请再次核实并记录；仍没有完成的，写明情况，由经办人继续办理。'
        : `您已报告完成，${office.name}会再次核实，请留存安置、退费的凭证并配合。`;
    case 'SETTLED':
      return !isOperator
        ? '人员安置和退费已经完成；记录有误的，以新的记录更正。'
        : `${office.name}核实，人员安置和退费已经完成。`;
    case 'CALLED_OFF':
      return '终止服务在生效以前已经撤回，或者由以后的备案、许可取代，没有生效，不再核实。';
  }
}

/** While it is asked to be taken back (申请撤回): nothing is looked at before that is answered. */
export const HELD = '机构已申请撤回终止服务：答复以前不终止服务，也不核实。';

/** The term of the office, as who has ended reads it: it is not theirs, and not for them to keep. */
export function termOfOffice(
  { dueOn, office }: Pick<Closure, 'dueOn' | 'office'>,
  inWords: (day: string) => string,
): string | null {
  return dueOn === null
    ? null
    : `${office.name}最迟${inWords(dueOn)}核实；过了这一天还没有核实的，可以向它询问。`;
}

/**
 * Who takes over by the notice, until that is written into the register: of another account's institution only after it was looked at, of
 * one of the same account with the acceptance.
 */
export function awaitedSuccessor(
  closures: readonly Pick<Closure, 'status' | 'successor' | 'successorWritten'>[],
): string | null {
  const open = closures.find(
    ({ status, successorWritten }) => status !== 'SETTLED' && status !== 'CALLED_OFF' && !successorWritten,
  );
  const awaited = open?.successor ?? null;
  return awaited === null
    ? null
    : `终止服务的备案写明由“${awaited}”承接；是名录中的机构的，终止后续核实办结以后写入。`;
}

/** What a record by which something is left does to the term, to the day. */
export function againInWords(
  { dueAgain }: Pick<Closure, 'dueAgain'>,
  refunded: Refunded | undefined,
  inWords: (day: string) => string,
): string {
  const day = refunded === 'NOT_ALL' ? dueAgain?.feesLeft : dueAgain?.peopleLeft;
  const term = day === undefined ? '期限重新起算' : `期限重新起算，最迟${inWords(day)}再次核实`;
  return `仍列在待办，${term}。`;
}

/** What the register loses with a record that corrects the one by which all was done. */
export const takenBackInWords = ({
  successor,
  successorLinked,
}: Pick<Closure, 'successor' | 'successorLinked'>): string[] =>
  successorLinked
    ? [
        `承接机构“${successor ?? ''}”的沿革中，上次核实办结时写入的此前机构随之收回，两家的公开页面不再互相列出，并通知它的经办人。`,
      ]
    : [];

/** What was done by a record, once it is. */
export function recordedInWords(
  before: Pick<Closure, 'successor' | 'successorLinked'>,
  after: Pick<Closure, 'status' | 'dueOn' | 'successorLinked'>,
  inWords: (day: string) => string,
): string {
  if (after.status === 'SETTLED') return '已记录：人员安置、退费已经完成。';
  const term = after.dueOn === null ? '' : `，最迟${inWords(after.dueOn)}再次核实`;
  const link =
    before.successorLinked && !after.successorLinked
      ? `承接机构“${before.successor ?? ''}”的沿革关联已经收回。`
      : '';
  return `已记录：尚未完成，继续跟进${term}。${link}`;
}

/** The same in the lineage of the one that takes over, as long as nothing is written there. */
export const awaitedPredecessors = (naming: readonly Pick<NamingClosure, 'name'>[]): string | null =>
  naming.length === 0
    ? null
    : `${naming.map(({ name }) => `“${name}”`).join('、')}终止服务的备案写明由本机构承接，终止后续核实办结以后写入。`;

/** The same for the one that takes over, which nobody has asked: its operator reads whom to tell that it is not so. */
export function namedInWords(
  { name, endsOn }: NamingClosure,
  kind: Kind,
  isOperator: boolean,
  inWords: (day: string) => string,
): string {
  const named = `“${name}”${inWords(endsOn)}终止服务的备案写明由本机构承接，待办理机关核实后写入沿革`;
  return isOperator ? `${named}；不属实的，请告诉机构所在地的${LEAD_DEPARTMENT_NAMES[kind]}。` : `${named}。`;
}
